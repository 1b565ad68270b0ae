// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.read;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.write;
import static dev.weft.Weft.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.Weft;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server goes on when clients do not behave, and leaves nothing open. */
@Timeout(60)
class EchoServerTest {
  private static final int CLIENTS = 50;

  private static EchoServer server() throws IOException {
    return EchoServer.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static SocketChannel connection(EchoServer server) throws IOException {
    return SocketChannel.open(server.address());
  }

  /** Closes a connection as it is closed when a process is killed that has not read all. */
  private static void kill(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  @Async
  private static Coroutine<Void> untilOpen(EchoServer server, int connections) {
    while (server.open() != connections) {
      await(yieldNow());
    }
    return done();
  }

  /** Sends and receives a little, and is gone. */
  @Async
  private static Coroutine<Void> goAway(EchoServer server) throws IOException {
    SocketChannel channel = connection(server);
    await(write(channel, ByteBuffer.allocate(100)));
    await(read(channel, ByteBuffer.allocate(10)));
    kill(channel);
    return done();
  }

  /** Sends until the server is stuck with what nobody reads, and is gone. */
  @Async
  private static Coroutine<Void> chokeAndGoAway(EchoServer server) throws IOException {
    SocketChannel channel = connection(server);
    channel.configureBlocking(false);
    ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
    for (int idle = 0; idle < 100; ) {
      idle = channel.write(chunk.clear()) == 0 ? idle + 1 : 0;
      await(yieldNow());
    }
    kill(channel);
    return done();
  }

  @Async
  private static Coroutine<Void> rudeClients(EchoServer server) throws IOException {
    Task<Void> serving = await(spawn(server.serve()));
    EchoClient polite = await(EchoClient.to(server.address(), 1, 5_000_000));
    Task<Void> talk = await(spawn(polite.talk()));
    for (int i = 0; i < CLIENTS; i++) {
      await(spawn(goAway(server)));
    }
    for (int i = 0; i < 3; i++) {
      await(spawn(chokeAndGoAway(server)));
    }
    await(talk); // among all the others, not a byte of it was lost
    while (server.accepted() < 1 + CLIENTS + 3) {
      await(yieldNow());
    }
    await(untilOpen(server, 0));
    await(await(EchoClient.to(server.address(), 2, 1_000)).talk()); // and it still serves
    assertEquals(CLIENTS + 3, server.broken());
    await(EchoServer.stop(serving));
    return done();
  }

  @Test
  void goesOnWhenClientsAreKilledInMidStream() throws IOException {
    long before = Sockets.open();
    EchoServer server = server();
    Weft.run(rudeClients(server));
    assertEquals(0, server.open());
    assertEquals(before, Sockets.open());
  }

  @Async
  private static Coroutine<Void> stopWhileTheyTalk(EchoServer server, List<SocketChannel> clients)
      throws IOException {
    Task<Void> serving = await(spawn(server.serve()));
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(connection(server));
    }
    await(untilOpen(server, CLIENTS));
    await(EchoServer.stop(serving));
    assertTrue(serving.isCancelled());
    return done();
  }

  @Test
  void closesAllWhenItIsCancelled() throws IOException {
    long before = Sockets.open();
    EchoServer server = server();
    List<SocketChannel> clients = new ArrayList<>();
    Weft.run(stopWhileTheyTalk(server, clients));
    assertClosed(clients);
    assertEquals(0, server.open());
    assertEquals(before, Sockets.open());
  }

  /**
   * Cancels the server while it accepts one connection after the other. It may then have a channel
   * in its hands that has no task yet.
   */
  @Async
  private static Coroutine<Void> stopWhileItAccepts(
      EchoServer server, List<SocketChannel> clients, boolean waiting) throws IOException {
    Task<Void> serving = await(spawn(server.serve()));
    if (waiting) {
      await(yieldNow());
    }
    for (int i = 0; i < 4 * CLIENTS; i++) {
      clients.add(connection(server));
    }
    while (server.accepted() == 0) {
      await(yieldNow());
    }
    await(EchoServer.stop(serving));
    return done();
  }

  @Test
  void closesAllWhenItIsCancelledWhileItAccepts() throws IOException {
    long before = Sockets.open();
    for (boolean waiting : new boolean[] {false, true}) {
      EchoServer server = server();
      List<SocketChannel> clients = new ArrayList<>();
      Weft.run(stopWhileItAccepts(server, clients, waiting));
      assertTrue(
          server.accepted() < clients.size(), "it accepted all before it could be cancelled");
      assertClosed(clients);
      assertEquals(0, server.open());
    }
    assertEquals(before, Sockets.open());
  }

  @Async
  private static Coroutine<Void> stopBeforeItServes(EchoServer server) throws IOException {
    try (server) {
      Task<Void> serving = await(spawn(server.serve()));
      await(EchoServer.stop(serving));
    }
    return done();
  }

  @Test
  void closesEvenIfItNeverServed() throws IOException {
    long before = Sockets.open();
    Weft.run(stopBeforeItServes(server()));
    assertEquals(before, Sockets.open());
  }

  /** Checks that the other ends of all are closed, and closes these. */
  private static void assertClosed(List<SocketChannel> clients) throws IOException {
    for (SocketChannel client : clients) {
      try (client) {
        assertEquals(-1, client.read(ByteBuffer.allocate(1)));
      } catch (IOException reset) {
        // closed without having been accepted
      }
    }
  }
}
