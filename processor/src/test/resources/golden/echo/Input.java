// SPDX-License-Identifier: Apache-2.0
package golden.echo;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.read;
import static dev.weft.Weft.write;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

class Input {
  @Async
  static Coroutine<Void> echo(SocketChannel peer) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    while (await(read(peer, buffer)) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        await(write(peer, buffer));
      }
      buffer.clear();
    }
    return done();
  }
}
