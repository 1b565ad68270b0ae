// SPDX-License-Identifier: Apache-2.0
package dev.weft.sync;

import dev.weft.loop.Awaiter;
import dev.weft.loop.Place;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait, first come, first served.
 *
 * <p>Who comes first takes the seat, which is this object itself: mostly one task waits, and it
 * costs nothing. Those who come while it waits, or while others stand, stand behind in a ring of
 * which this is a link too, so who is cancelled steps out of any place at once.
 *
 * @param <T> what a task brings with it
 */
final class Waiters<T> extends Link implements Place {
  /** The place of one who stands. */
  private static final class Standing<T> extends Link implements Place {
    private final Waiters<T> all;
    final Awaiter awaiter;
    final @Nullable T brought;

    Standing(Waiters<T> all, Awaiter awaiter, @Nullable T brought) {
      this.all = all;
      this.awaiter = awaiter;
      this.brought = brought;
    }

    @Override
    public void withdraw() {
      unlink();
    }

    @Override
    public String toString() {
      return all.toString();
    }
  }

  private final String what;
  private final Channel<T> channel;
  private @Nullable Awaiter seated;
  private @Nullable T brought;

  /**
   * Makes an empty queue.
   *
   * @param what for what they wait, of {@code channel}
   */
  Waiters(String what, Channel<T> channel) {
    this.what = what;
    this.channel = channel;
  }

  boolean isEmpty() {
    return seated == null && isAlone();
  }

  /**
   * Lets a task wait behind all others.
   *
   * @return what the event's {@code perform} must return
   */
  Object add(Awaiter awaiter, @Nullable T with) {
    if (isEmpty()) {
      seated = awaiter;
      brought = with;
      return awaiter.waitIn(this);
    }
    Standing<T> last = new Standing<>(this, awaiter, with);
    last.linkBefore(this);
    return awaiter.waitIn(last);
  }

  /** What the first has brought. There must be one. */
  @Nullable T brought() {
    return seated != null ? brought : standing().brought;
  }

  /** Takes out the first, who is to be answered. There must be one. */
  Awaiter take() {
    Awaiter first = seated;
    if (first == null) {
      Standing<T> standing = standing();
      standing.unlink();
      return standing.awaiter;
    }
    withdraw();
    return first;
  }

  /** Empties the seat. */
  @Override
  public void withdraw() {
    seated = null;
    brought = null;
  }

  /** What they wait for, in a dump. */
  @Override
  public String toString() {
    return what + channel;
  }

  @SuppressWarnings("unchecked") // only add links anything
  private Standing<T> standing() {
    return (Standing<T>) next;
  }
}
