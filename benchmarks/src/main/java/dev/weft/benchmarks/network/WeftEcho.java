// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import static dev.weft.Weft.accept;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.read;
import static dev.weft.Weft.suspend;
import static dev.weft.Weft.write;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Loop;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Weft: a task for each connection. Events are values, so each connection makes two of them and
 * awaits them again and again. {@link WeftPlain} makes a new one each time.
 */
final class WeftEcho {
  private WeftEcho() {}

  public static void main(String[] args) throws IOException {
    serve(args, SelectorProvider.provider(), WeftEcho::echo);
  }

  @Async
  static Coroutine<Void> echo(SocketChannel peer) throws IOException {
    try (peer) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(Server.BUFFER);
      Event<Integer> reading = read(peer, buffer);
      Event<Integer> writing = write(peer, buffer);
      while (await(reading) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          await(writing);
        }
        buffer.clear();
      }
    } catch (IOException brokenOff) {
      // as its end
    }
    return done();
  }

  /** How a connection is served. */
  interface Conversation {
    Coroutine<Void> with(SocketChannel peer) throws IOException;
  }

  /** A thread for each loop; the first accepts for all. */
  static void serve(String[] args, SelectorProvider provider, Conversation conversation)
      throws IOException {
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < Server.loops(args); i++) {
      loops.add(new Loop(provider));
    }
    loops.get(0).submit(acceptAll(Server.listen(args, provider), loops, conversation));
    for (Loop loop : loops) {
      new Thread(() -> loop.run(waitForever())).start();
    }
    Server.answer();
  }

  @Async
  private static Coroutine<Void> acceptAll(
      ServerSocketChannel listener, List<Loop> loops, Conversation conversation)
      throws IOException {
    for (int next = 0; ; next = (next + 1) % loops.size()) {
      SocketChannel peer = await(accept(listener));
      peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
      loops.get(next).submit(conversation.with(peer));
    }
  }

  @Async
  private static Coroutine<Void> waitForever() {
    await(suspend(resumption -> {}));
    return done();
  }
}
