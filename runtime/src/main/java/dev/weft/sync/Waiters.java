// SPDX-License-Identifier: Apache-2.0
package dev.weft.sync;

import dev.weft.loop.Awaiter;
import dev.weft.loop.Place;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait, first come, first served. They stand in a ring, and the link between the last
 * and the first is the queue itself, so a task that is cancelled steps out of any place at once.
 *
 * @param <T> what a task brings with it
 */
final class Waiters<T> extends Link {
  /** A task's place. It is in the ring until it is polled or withdrawn. */
  static final class Waiting<T> extends Link implements Place {
    final Awaiter awaiter;
    final @Nullable T brought;

    Waiting(Awaiter awaiter, @Nullable T brought) {
      this.awaiter = awaiter;
      this.brought = brought;
    }

    @Override
    public void withdraw() {
      unlink();
    }
  }

  /**
   * Lets a task wait behind all others.
   *
   * @return what the event's {@code perform} must return
   */
  Object add(Awaiter awaiter, @Nullable T brought) {
    Waiting<T> last = new Waiting<>(awaiter, brought);
    last.linkBefore(this);
    return awaiter.waitIn(last);
  }

  /** Takes out the first, who is to be answered, or returns null. */
  @Nullable Waiting<T> poll() {
    if (isAlone()) {
      return null;
    }
    @SuppressWarnings("unchecked") // only add links anything
    Waiting<T> first = (Waiting<T>) next;
    first.unlink();
    return first;
  }
}
