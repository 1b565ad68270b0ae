// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * How a loop performs one kind of event: an entry of its table.
 *
 * @param <E> the kind of event
 */
interface Operation<E> {
  /**
   * Performs the event, or sets about it.
   *
   * @return the reply, or {@link Fiber#PENDING} if it will come later
   * @throws Throwable what the await is to fail with
   */
  @Nullable Object begin(E event, Fiber<?> fiber) throws Throwable;

  /** Tries again, after {@link Fiber#retryWhenReady} has been called and the channel is ready. */
  default @Nullable Object retry(E event, Fiber<?> fiber) throws Throwable {
    return begin(event, fiber);
  }

  /** Stops waiting for the channel: the task was cancelled. */
  default void withdraw(E event, Fiber<?> fiber) {}
}
