// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.read;
import static dev.weft.Weft.write;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;

/** As {@link WeftEcho}, written the short way: a new event for each await. */
final class WeftPlain {
  private WeftPlain() {}

  public static void main(String[] args) throws IOException {
    WeftEcho.serve(args, SelectorProvider.provider(), WeftPlain::echo);
  }

  @Async
  static Coroutine<Void> echo(SocketChannel peer) throws IOException {
    try (peer) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(Server.BUFFER);
      while (await(read(peer, buffer)) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          await(write(peer, buffer));
        }
        buffer.clear();
      }
    } catch (IOException brokenOff) {
      // as its end
    }
    return done();
  }
}
