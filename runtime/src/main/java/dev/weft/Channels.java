// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * How the events of channels are performed: tried first, and again each time the channel is said to
 * be ready. So what is read, written or accepted is taken in the task's own turn, and a task that
 * is cancelled before that has taken nothing. A channel that was closed meanwhile is said to be
 * ready too, and it is the retry that fails.
 *
 * @param <E> the kind of event
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
abstract class Channels<E extends Event<?>> implements Operation<E> {
  private static final Integer END_OF_STREAM = -1;

  static void install(Operations table) {
    table.put(Events.Readable.class, new Readable());
    table.put(Events.Writable.class, new Writable());
    table.put(Events.Read.class, new Read());
    table.put(Events.Write.class, new Write());
    table.put(Events.Accept.class, new Accept());
    table.put(Events.Connect.class, new Connect());
  }

  abstract SelectableChannel channel(E event);

  /** What to wait for, as a bit of {@link SelectionKey}. */
  abstract int interest(E event);

  /** Returns the reply, or {@link Fiber#PENDING} if the channel is not ready. */
  abstract @Nullable Object attempt(E event, boolean first) throws IOException;

  /** Tells whether the reply shows that to do the same at once again would be in vain. */
  boolean exhausts(E event, @Nullable Object reply) {
    return false;
  }

  @Override
  public final @Nullable Object begin(E event, Fiber<?> fiber) throws IOException {
    SelectableChannel channel = channel(event);
    if (channel.isBlocking()) {
      channel.configureBlocking(false);
    }
    int interest = interest(event);
    if (fiber.loop.shell.watched(channel, interest)) {
      // Else the two would take turns at each other's bytes.
      throw new IllegalStateException(
          "another task is already waiting "
              + ((interest & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0
                  ? "to read from or accept on "
                  : "to write to or connect ")
              + channel);
    }
    return fiber.loop.shell.isExhausted(channel, interest)
        ? fiber.retryWhenReady(event, channel, interest)
        : attempt(event, fiber, true);
  }

  @Override
  public final @Nullable Object retry(E event, Fiber<?> fiber) throws IOException {
    return attempt(event, fiber, false);
  }

  @Override
  public final void withdraw(E event, Fiber<?> fiber) {
    fiber.loop.shell.unwatch(channel(event), interest(event));
  }

  private @Nullable Object attempt(E event, Fiber<?> fiber, boolean first) throws IOException {
    Object reply = attempt(event, first);
    if (reply == Fiber.PENDING) {
      return fiber.retryWhenReady(event, channel(event), interest(event));
    }
    if (exhausts(event, reply)) {
      fiber.loop.shell.exhausted(channel(event), interest(event));
    }
    return reply;
  }

  @SuppressWarnings("AvoidCommonTypeNames") // as its event
  private static final class Readable extends Channels<Events.Readable> {
    @Override
    SelectableChannel channel(Events.Readable event) {
      return event.channel();
    }

    @Override
    int interest(Events.Readable event) {
      return event.channel().validOps() & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT);
    }

    @Override
    @Nullable Object attempt(Events.Readable event, boolean first) throws IOException {
      return readiness(event.channel(), first);
    }
  }

  private static final class Writable extends Channels<Events.Writable> {
    @Override
    SelectableChannel channel(Events.Writable event) {
      return event.channel();
    }

    @Override
    int interest(Events.Writable event) {
      return SelectionKey.OP_WRITE;
    }

    @Override
    @Nullable Object attempt(Events.Writable event, boolean first) throws IOException {
      return readiness(event.channel(), first);
    }
  }

  private static final class Read extends Channels<Events.Read<?>> {
    @Override
    SelectableChannel channel(Events.Read<?> event) {
      return event.channel();
    }

    @Override
    int interest(Events.Read<?> event) {
      return SelectionKey.OP_READ;
    }

    @Override
    Object attempt(Events.Read<?> event, boolean first) throws IOException {
      int count = ((ReadableByteChannel) event.channel()).read(event.buffer());
      return count == 0 && event.buffer().hasRemaining() ? Fiber.PENDING : Counts.of(count);
    }

    /** A stream that had less than there was room for is empty. Of datagrams there may be more. */
    @Override
    boolean exhausts(Events.Read<?> event, @Nullable Object reply) {
      return event.buffer().hasRemaining()
          && !END_OF_STREAM.equals(reply)
          && !(event.channel() instanceof DatagramChannel);
    }
  }

  private static final class Write extends Channels<Events.Write<?>> {
    @Override
    SelectableChannel channel(Events.Write<?> event) {
      return event.channel();
    }

    @Override
    int interest(Events.Write<?> event) {
      return SelectionKey.OP_WRITE;
    }

    @Override
    Object attempt(Events.Write<?> event, boolean first) throws IOException {
      int count = ((WritableByteChannel) event.channel()).write(event.buffer());
      return count == 0 && event.buffer().hasRemaining() ? Fiber.PENDING : Counts.of(count);
    }

    /** What did not take all that was there is full now. */
    @Override
    boolean exhausts(Events.Write<?> event, @Nullable Object reply) {
      return event.buffer().hasRemaining();
    }
  }

  private static final class Accept extends Channels<Events.Accept> {
    @Override
    SelectableChannel channel(Events.Accept event) {
      return event.listener();
    }

    @Override
    int interest(Events.Accept event) {
      return SelectionKey.OP_ACCEPT;
    }

    @Override
    Object attempt(Events.Accept event, boolean first) throws IOException {
      SocketChannel peer = event.listener().accept();
      if (peer == null) {
        return Fiber.PENDING;
      }
      peer.configureBlocking(false);
      return peer;
    }
  }

  private static final class Connect extends Channels<Events.Connect> {
    @Override
    SelectableChannel channel(Events.Connect event) {
      return event.channel();
    }

    @Override
    int interest(Events.Connect event) {
      return SelectionKey.OP_CONNECT;
    }

    @Override
    @Nullable Object attempt(Events.Connect event, boolean first) throws IOException {
      boolean connected =
          first ? event.channel().connect(event.address()) : event.channel().finishConnect();
      return connected ? null : Fiber.PENDING;
    }
  }

  private static @Nullable Object readiness(SelectableChannel channel, boolean first)
      throws ClosedChannelException {
    if (first) {
      return Fiber.PENDING;
    }
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    return null;
  }
}
