// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static dev.weft.Weft.accept;
import static dev.weft.Weft.await;
import static dev.weft.Weft.connect;
import static dev.weft.Weft.done;
import static dev.weft.Weft.join;
import static dev.weft.Weft.read;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.write;
import static dev.weft.Weft.yieldNow;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Loop;
import dev.weft.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop is given the provider, and the events stay what they are. */
@Timeout(60)
class LoopTest {
  private static final EpollProvider PROVIDER = EpollProvider.provider();
  private static final int CLIENTS = 100;

  @Async
  static Coroutine<Void> serve(ServerSocketChannel listener) throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      SocketChannel peer = await(accept(listener));
      await(spawn(echo(peer)));
    }
    return done();
  }

  @Async
  static Coroutine<Void> echo(SocketChannel peer) throws IOException {
    try (peer) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1000);
      while (await(read(peer, buffer)) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          await(write(peer, buffer));
        }
        buffer.clear();
      }
    }
    return done();
  }

  @Async
  static Coroutine<Void> send(SocketChannel server, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      await(write(server, buffer));
    }
    server.shutdownOutput();
    return done();
  }

  /** Sends more than the buffers of both ends hold, and receives it meanwhile. */
  @Async
  static Coroutine<Void> talk(InetSocketAddress address, int seed) throws IOException {
    byte[] bytes = new byte[200_000 + seed];
    new Random(seed).nextBytes(bytes);
    try (SocketChannel server = PROVIDER.openSocketChannel()) {
      await(connect(server, address));
      Task<Void> sending = await(spawn(send(server, bytes)));
      ByteBuffer received = ByteBuffer.allocate(bytes.length + 1);
      while (await(read(server, received)) >= 0) {
        // more
      }
      await(join(sending));
      assertEquals(bytes.length, received.position());
      byte[] echo = new byte[bytes.length];
      received.flip().get(echo);
      assertArrayEquals(bytes, echo);
    }
    return done();
  }

  @Async
  static Coroutine<Void> talkAll(ServerSocketChannel listener) throws IOException {
    Task<Void> serving = await(spawn(serve(listener)));
    List<Task<Void>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(await(spawn(talk((InetSocketAddress) listener.getLocalAddress(), i))));
    }
    for (Task<Void> client : clients) {
      await(join(client));
    }
    await(join(serving));
    return done();
  }

  @Test
  void manyClientsGetBackEveryByte() throws IOException {
    try (Loop loop = new Loop(PROVIDER);
        ServerSocketChannel listener = PROVIDER.openServerSocketChannel()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CLIENTS);
      loop.run(talkAll(listener));
    }
  }

  @Async
  static Coroutine<String> readUntilClosed(SocketChannel channel) throws IOException {
    try {
      await(read(channel, ByteBuffer.allocate(1)));
      return done("bytes");
    } catch (ClosedChannelException e) {
      return done("closed");
    }
  }

  @Async
  static Coroutine<String> closeWhileRead(SocketChannel channel) throws IOException {
    Task<String> reading = await(spawn(readUntilClosed(channel)));
    await(yieldNow());
    channel.close();
    return done(await(join(reading)));
  }

  @Test
  void whoReadsAChannelThatIsClosedIsTold() throws IOException {
    try (Connections it = new Connections();
        Loop loop = new Loop(PROVIDER)) {
      assertEquals("closed", loop.run(closeWhileRead(it.channel)));
    }
  }
}
