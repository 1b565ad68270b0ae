// SPDX-License-Identifier: Apache-2.0
package dev.weft.sync;

import static java.util.Objects.requireNonNull;

import dev.weft.Event;
import dev.weft.loop.Awaiter;
import dev.weft.loop.Home;
import dev.weft.loop.SelfPerformed;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A queue between the tasks of one loop. It has room for so many elements; who sends to a full one
 * waits for room, and who receives from an empty one waits for an element.
 *
 * <pre>{@code
 * @Async
 * static Coroutine<Void> produce(Channel<Line> lines) throws IOException {
 *   try (lines) {
 *     ... await(lines.send(line));
 *   }
 *   return done();
 * }
 *
 * @Async
 * static Coroutine<Void> consume(Channel<Line> lines) {
 *   Line line;
 *   while ((line = await(lines.receive())) != null) { ... }
 *   return done();
 * }
 * }</pre>
 *
 * <p><b>Order.</b> Elements are received in the order in which they were sent. Of those who wait,
 * on either side, the first who came is served first, and nobody overtakes them: what they wait for
 * is handed to them at once, even though they go on in a later turn.
 *
 * <p><b>Cancel.</b> An element is received once or not at all, and belongs to somebody at any time.
 * It is the sender's until the send is <em>accepted</em>, by a receiver or by room in the channel.
 * Who is cancelled before that has sent nothing, or received nothing. Who is cancelled after it,
 * but before its turn, is told so: the await returns as if nothing had happened, with the element
 * if it was a receive, and {@link dev.weft.Cancelled} is raised at the next event.
 *
 * <p><b>Close.</b> A closed channel accepts no more. What it has accepted can still be received;
 * after that, a receive replies null. Of those who wait, receivers get null, and senders fail with
 * a {@link ChannelClosedException}: their elements were not accepted and will not be received. So
 * nobody waits for a closed channel, whichever side has closed it.
 *
 * <table>
 * <caption>States</caption>
 * <tr><th></th><th>elements</th><th>receivers wait</th><th>senders wait</th></tr>
 * <tr><td>empty</td><td>0</td><td>any number</td><td>only if the capacity is 0, and then no
 *     receivers</td></tr>
 * <tr><td>partly full</td><td>less than the capacity</td><td>none</td><td>none</td></tr>
 * <tr><td>full</td><td>the capacity</td><td>none</td><td>any number</td></tr>
 * <tr><td>closed</td><td>any number</td><td>none</td><td>none</td></tr>
 * </table>
 *
 * <p><b>Thread.</b> A channel belongs to the loop that first uses it, and is for that loop's thread
 * only. It may be made anywhere, and used without a loop before one has used it and while its loop
 * is not running. Anything else is an {@link IllegalStateException}. Use {@link
 * dev.weft.Loop#submit} to send from another thread.
 *
 * @param <T> the type of the elements, which are never null
 */
public final class Channel<T> implements AutoCloseable {
  /**
   * See {@link Channel#send}.
   *
   * @param channel where to send to
   * @param element what to send
   * @param <T> the type of the element
   */
  public record Send<T>(Channel<T> channel, T element) implements Event<Void>, SelfPerformed {
    public Send {
      requireNonNull(channel, "channel");
      requireNonNull(element, "element");
    }

    /** For the loop, which alone has an awaiter to give. */
    @Override
    public @Nullable Object perform(Awaiter awaiter) {
      return channel.send(element, awaiter);
    }
  }

  /**
   * See {@link Channel#receive}.
   *
   * @param channel where to receive from
   * @param <T> the type of the element
   */
  public record Receive<T>(Channel<T> channel) implements Event<@Nullable T>, SelfPerformed {
    public Receive {
      requireNonNull(channel, "channel");
    }

    /** For the loop, which alone has an awaiter to give. */
    @Override
    public @Nullable Object perform(Awaiter awaiter) {
      return channel.receive(awaiter);
    }
  }

  private final int capacity;
  private final ArrayDeque<T> elements;
  private final Waiters<T> receivers = new Waiters<>("an element of ", this);
  private final Waiters<T> senders = new Waiters<>("room in ", this);
  private final Receive<T> receive = new Receive<>(this);
  private @Nullable Home home;
  private boolean closed;

  /**
   * Makes a channel.
   *
   * @param capacity for how many elements it has room, at least 0. With none, an element goes from
   *     hand to hand: a send waits until somebody receives.
   * @throws IllegalArgumentException if the capacity is negative
   */
  public Channel(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("the capacity is negative: " + capacity);
    }
    this.capacity = capacity;
    this.elements = new ArrayDeque<>(Math.min(capacity, 16));
  }

  /**
   * Sends {@code element}. Done at once if somebody waits for it or there is room, else waits until
   * it is accepted. Senders are served in the order in which they came.
   *
   * <p>The await fails with a {@link ChannelClosedException} if the channel is closed, or is closed
   * before the element is accepted; and with an {@link IllegalStateException} on another loop.
   *
   * <p>Cancel: raised here if it waits; the element is not sent then.
   *
   * @param element what to send
   * @return the event
   */
  public Event<Void> send(T element) {
    return new Send<>(this, element);
  }

  /**
   * Receives the first element. Done at once if there is one, else waits for it. Receivers are
   * served in the order in which they came. The reply is null if the channel is closed and empty,
   * or is closed while this waits.
   *
   * <p>The await fails with an {@link IllegalStateException} on another loop.
   *
   * <p>Cancel: raised here if it waits; no element is taken then.
   *
   * @return the event, always the same one
   */
  public Event<@Nullable T> receive() {
    return receive;
  }

  /**
   * Sends {@code element} if that can be done at once. Does not overtake those who wait. On the
   * loop's thread.
   *
   * @param element what to send
   * @return false if there is no room, and the element was not sent
   * @throws ChannelClosedException if the channel is closed
   * @throws IllegalStateException on another loop's thread
   */
  public boolean trySend(T element) {
    requireNonNull(element, "element");
    checkHome();
    return accept(element);
  }

  /**
   * Receives the first element if there is one now. Does not overtake those who wait. On the loop's
   * thread.
   *
   * @return the element, or null if there is none
   * @throws IllegalStateException on another loop's thread
   */
  public @Nullable T tryReceive() {
    checkHome();
    return take();
  }

  /**
   * Closes the channel: see above what becomes of those who wait. Does nothing if it is closed. On
   * the loop's thread.
   *
   * @throws IllegalStateException on another loop's thread
   */
  @Override
  public void close() {
    checkHome();
    closed = true;
    while (!receivers.isEmpty()) {
      receivers.take().answer(null);
    }
    while (!senders.isEmpty()) {
      ChannelClosedException error = closedException();
      error.setStackTrace(new StackTraceElement[0]); // it is thrown by the await, not from here
      senders.take().fail(error);
    }
  }

  /**
   * Tells whether the channel was closed. There may still be elements to receive.
   *
   * @return true if so
   */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Returns the number of elements that were accepted and not received.
   *
   * @return 0 to the capacity
   */
  public int size() {
    return elements.size();
  }

  /**
   * Returns for how many elements there is room.
   *
   * @return as it was given to the constructor
   */
  public int capacity() {
    return capacity;
  }

  @Override
  public String toString() {
    return "Channel[" + size() + " of " + capacity + (closed ? ", closed]" : "]");
  }

  // ---- the events

  private @Nullable Object send(T element, Awaiter sender) {
    checkHome(sender);
    return accept(element) ? null : senders.add(sender, element);
  }

  private @Nullable Object receive(Awaiter receiver) {
    checkHome(receiver);
    T element = take();
    return element != null || closed ? element : receivers.add(receiver, null);
  }

  /** Returns false if it must wait. */
  private boolean accept(T element) {
    if (closed) {
      throw closedException();
    }
    if (!receivers.isEmpty()) {
      receivers.take().answer(element);
      return true;
    }
    return elements.size() < capacity && elements.add(element);
  }

  /** Takes the first element, and accepts that of the first sender who waits. */
  private @Nullable T take() {
    T first = elements.poll();
    if (senders.isEmpty()) {
      return first;
    }
    T next = senders.brought();
    senders.take().answer(null);
    if (first == null) { // for want of any room
      return next;
    }
    elements.add(requireNonNull(next));
    return first;
  }

  private ChannelClosedException closedException() {
    return new ChannelClosedException("cannot send: the channel is closed");
  }

  // ---- the thread

  private void checkHome(Awaiter awaiter) {
    if (home != awaiter.home()) {
      settleIn(awaiter.home());
    }
  }

  private void checkHome() {
    Home own = home;
    if (own == null || !own.isHere()) {
      settleIn(Home.current());
    }
  }

  /** The channel is used on {@code here}, which may be no loop at all. */
  private void settleIn(@Nullable Home here) {
    Home own = home;
    if (own == null) {
      home = here;
    } else if (here != null || own.thread() != null) {
      throw new IllegalStateException(
          "the channel belongs to another loop: it was used by "
              + own
              + " first, and now by "
              + (here == null ? Thread.currentThread() : here));
    }
  }
}
