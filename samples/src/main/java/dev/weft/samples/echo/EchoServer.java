// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static dev.weft.Weft.accept;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.join;
import static dev.weft.Weft.read;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.write;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.Weft;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A TCP server that sends back whatever it is sent. Start it with {@code --port 7777}, and talk to
 * it with {@code nc localhost 7777}.
 *
 * <p>One task accepts connections, and each connection has a task that echoes. When the first is
 * cancelled it takes the others along. All of them run on one loop, so nothing here needs a lock.
 */
public final class EchoServer implements AutoCloseable {
  /** How many connections may wait to be accepted, if the operating system allows as many. */
  private static final int BACKLOG = 4096;

  private final ServerSocketChannel listener;
  private final Set<SocketChannel> open = new HashSet<>();
  private final Map<SocketChannel, Task<Void>> tasks = new HashMap<>();
  private int accepted;
  private int broken;
  private int peak;

  private EchoServer(ServerSocketChannel listener) {
    this.listener = listener;
  }

  /** Sends back what the peer sends, until it sends no more. */
  @Async
  static Coroutine<Void> echo(SocketChannel peer) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    while (await(read(peer, buffer)) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        await(write(peer, buffer));
      }
      buffer.clear();
    }
    return done();
  }

  /**
   * Makes a server that listens from now on.
   *
   * @param address where; port 0 stands for any that is free
   */
  static EchoServer at(InetSocketAddress address) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw new IOException(
          "cannot listen on port " + address.getPort() + ": " + e.getMessage(), e);
    }
    return new EchoServer(listener);
  }

  /** Serves until it is cancelled; then no channel of this server is open any more. */
  @Async
  Coroutine<Void> serve() throws IOException {
    try {
      while (true) {
        SocketChannel peer = await(next());
        Task<Void> task = await(spawn("connection " + accepted, converse(peer)));
        tasks.put(peer, task); // it has its first turn after us, so it has not ended yet
      }
    } finally {
      listener.close();
      for (Task<Void> task : List.copyOf(tasks.values())) {
        await(stop(task));
      }
      for (SocketChannel peer : List.copyOf(open)) {
        forget(peer); // it was accepted, and then we were cancelled before it had a task
      }
    }
  }

  /** Accepts a connection. That can fail for a while, as when too many files are open. */
  @Async
  private Coroutine<SocketChannel> next() throws IOException {
    while (true) {
      try {
        SocketChannel peer = await(accept(listener));
        accepted++;
        open.add(peer);
        peak = Math.max(peak, open.size());
        return done(peer);
      } catch (IOException e) {
        if (!listener.isOpen()) {
          throw e;
        }
        System.err.println("EchoServer: cannot accept for now: " + e.getMessage());
        await(sleep(Duration.ofMillis(100)));
      }
    }
  }

  /** One connection, until it ends in one way or another. */
  @Async
  private Coroutine<Void> converse(SocketChannel peer) throws IOException {
    try {
      await(echo(peer));
    } catch (IOException e) {
      broken++; // the peer went away in mid-stream; that is its own affair
    } finally {
      forget(peer);
    }
    return done();
  }

  private void forget(SocketChannel peer) throws IOException {
    tasks.remove(peer);
    open.remove(peer);
    peer.close();
  }

  /** Cancels a task and waits for its end. */
  @Async
  static Coroutine<Void> stop(Task<?> task) {
    task.cancel();
    try {
      await(join(task));
    } catch (CancellationException e) {
      // it did as it was told
    }
    return done();
  }

  /** Stops listening; for a server that does not serve. */
  @Override
  public void close() throws IOException {
    listener.close();
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) listener.getLocalAddress();
  }

  /** Connections accepted so far. */
  int accepted() {
    return accepted;
  }

  /** Connections that an error has ended. */
  int broken() {
    return broken;
  }

  /** Connections that are open now. */
  int open() {
    return open.size();
  }

  /** The most connections that were open at a time. */
  int peak() {
    return peak;
  }

  public static void main(String[] args) {
    try {
      int port = new Arguments(List.of("--port"), args).number("--port", 0, 0, 65_535);
      try (EchoServer server = at(new InetSocketAddress(port))) {
        System.out.println("listening on port " + server.address().getPort());
        Weft.run(server.serve());
      }
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("EchoServer: " + e.getMessage());
      System.exit(1);
    }
  }
}
