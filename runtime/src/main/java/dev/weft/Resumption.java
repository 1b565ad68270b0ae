// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * The other end of an await: what a {@link Loop.Handler} or {@link Weft#suspend} is given to answer
 * it, now or later, from any thread.
 *
 * <p>It counts once. The first {@code resume} or {@code fail} returns true and settles it; any
 * later one returns false and has no effect. It is also settled when the waiting task is cancelled,
 * so {@code false} tells whoever holds something of value that it was not taken. The task goes on
 * in a later turn of the loop, never within this call.
 *
 * @param <T> the type of the reply
 */
public sealed interface Resumption<T extends @Nullable Object> permits Reply {
  /**
   * Answers the await with a value.
   *
   * @param value what the await returns
   * @return false if it was settled before
   */
  boolean resume(T value);

  /**
   * Answers the await with a failure.
   *
   * @param error what the await throws; checked or not
   * @return false if it was settled before
   */
  boolean fail(Throwable error);

  /**
   * Tells whether it is settled: answered, or its task cancelled.
   *
   * @return true if an answer would have no effect
   */
  boolean isSettled();
}
