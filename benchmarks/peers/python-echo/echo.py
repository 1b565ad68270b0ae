# SPDX-License-Identifier: Apache-2.0
"""asyncio-echo <port>, uvloop-echo <port>: a protocol, the faster of asyncio's two ways. Ends with its standard input."""

import asyncio
import os
import sys
from pathlib import Path


class Echo(asyncio.Protocol):
    def connection_made(self, transport):  # with TCP_NODELAY, which is the default of both loops
        self.write = transport.write

    def data_received(self, data):
        self.write(data)


async def serve(port):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", port, backlog=4096)
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, lambda: os.read(0, 1024) or ended.set())
    print("ready", flush=True)
    await ended.wait()
    server.close()


if __name__ == "__main__":
    if Path(sys.argv[0]).name == "uvloop-echo":
        import uvloop

        uvloop.install()
    asyncio.run(serve(int(sys.argv[1])))
