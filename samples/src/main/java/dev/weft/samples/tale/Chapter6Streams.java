// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

/**
 * Chapter 6: streams.
 *
 * <p>Most of what a program waits for comes from elsewhere: bytes on a socket. A socket can be made
 * such that reading never waits, but gives what there is, be it nothing. What is missing then is to
 * be told when to try again, and that is an event: {@code (OP_READ, stream)}. The operating system
 * can watch any number of sockets at once; Java calls the place where it does so a selector.
 */
public final class Chapter6Streams {

  record Spawn(Coroutine<?> child) implements Event<Void> {}

  /** "Go on when this stream can be read" (or written, by {@code OP_WRITE}). */
  record Ready(int operation, SocketChannel stream) implements Event<Void> {}

  /** Fills the buffer from the stream. The loop knows nothing of this: it is built on the event. */
  @Async
  static Coroutine<Void> receive(SocketChannel stream, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      int count = stream.read(buffer);
      if (count < 0) {
        throw new EOFException("the stream ended " + buffer.remaining() + " bytes too early");
      }
      if (count == 0) {
        await(new Ready(OP_READ, stream));
      }
    }
    buffer.flip();
    return done();
  }

  /**
   * Sends all that is in the buffer. A stream takes what it has room for, so this may take turns.
   */
  @Async
  static Coroutine<Void> send(SocketChannel stream, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (stream.write(buffer) == 0) {
        await(new Ready(OP_WRITE, stream));
      }
    }
    return done();
  }

  /** Sends back a message of this size. */
  @Async
  static Coroutine<Void> echo(SocketChannel stream, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    await(receive(stream, buffer));
    System.out.println("  echo: got it, sending it back");
    await(send(stream, buffer));
    return done();
  }

  @Async
  static Coroutine<Void> parent() throws IOException {
    try (Pair pair = Pair.open()) {
      ByteBuffer message = UTF_8.encode("Hello, world! ".repeat(100_000));
      ByteBuffer answer = ByteBuffer.allocate(message.remaining());
      await(new Spawn(echo(pair.right, message.remaining())));
      // The message is larger than what the network holds: the next task has to wait until it can
      // write the rest, while this one waits for something to read. Two tasks at one socket.
      await(new Spawn(send(pair.left, message.duplicate())));
      await(receive(pair.left, answer));
      System.out.println(
          "  parent: " + answer.remaining() + " bytes, equal: " + answer.equals(message));
    }
    return done();
  }

  /** Two sockets, connected with each other; neither will ever wait. */
  record Pair(SocketChannel left, SocketChannel right) implements AutoCloseable {
    static Pair open() throws IOException {
      try (ServerSocketChannel listener = ServerSocketChannel.open()) {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel left = SocketChannel.open(listener.getLocalAddress());
        SocketChannel right = listener.accept();
        left.configureBlocking(false);
        right.configureBlocking(false);
        return new Pair(left, right);
      }
    }

    @Override
    public void close() throws IOException {
      try (left;
          right) {
        // closing them is all
      }
    }
  }

  /** A task that waits at a stream. The key is the selector's record of the stream. */
  private record Waiter(int operation, SelectionKey key, Coroutine<?> task) {}

  private final Queue<Coroutine<?>> ready = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();

  void run(Coroutine<?> root) throws IOException {
    try (Selector selector = Selector.open()) {
      ready.add(root);
      while (!ready.isEmpty() || !waiters.isEmpty()) {
        poll(selector);
        for (int turns = ready.size(); turns > 0; turns--) {
          turn(ready.remove(), selector);
        }
      }
    }
  }

  /** Looks at the streams, and only waits for them when there is nobody to run. */
  private void poll(Selector selector) throws IOException {
    for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      if (waiter.key.isValid()) {
        // Several tasks may be at one stream, but it has one key, which must name all they want.
        waiter.key.interestOpsOr(waiter.operation);
      } else {
        each.remove(); // closed meanwhile; the task will learn that when it tries again
        ready.add(waiter.task);
      }
    }
    if (ready.isEmpty()) {
      selector.select();
    } else {
      selector.selectNow();
    }
    for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      if (selector.selectedKeys().contains(waiter.key)
          && (waiter.key.readyOps() & waiter.operation) != 0) {
        each.remove();
        ready.add(waiter.task);
      }
    }
    for (SelectionKey key : selector.selectedKeys()) {
      key.interestOps(0); // who still waits will say so again, at the next poll
    }
    selector.selectedKeys().clear();
  }

  private void turn(Coroutine<?> task, Selector selector) throws IOException {
    Event<?> event;
    try {
      event = task.send(null);
    } catch (Throwable failure) {
      System.out.println("loop: a task crashed: " + failure.getMessage());
      return;
    }
    if (event instanceof Ready wish) {
      SelectionKey known = wish.stream.keyFor(selector);
      SelectionKey key = known != null ? known : wish.stream.register(selector, 0);
      waiters.add(new Waiter(wish.operation, key, task));
      return;
    }
    if (event instanceof Spawn spawn) {
      ready.add(spawn.child());
    }
    if (event != null) {
      ready.add(task);
    }
  }

  public static void main(String[] args) throws IOException {
    new Chapter6Streams().run(parent());
  }
}
