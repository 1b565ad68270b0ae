// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import org.jspecify.annotations.Nullable;

/**
 * A task that awaits an event, as seen by what performs the event. All is for the loop's thread.
 *
 * <pre>{@code
 * performs ──> returns the reply, or throws       nothing is kept
 *          └─> returns waitIn(place) ──> answer or fail, once: the task goes on in a later turn
 *                                    └─> place.withdraw(): the task goes on for another reason
 * }</pre>
 *
 * <p>An answer is final: a task that is cancelled before its turn comes gets the answer all the
 * same, and {@code Cancelled} at its next event. So what is handed over is not lost, and a place is
 * either answered or withdrawn, never both.
 */
public interface Awaiter {
  /**
   * Returns the loop that the task runs on.
   *
   * @return its home
   */
  Home home();

  /**
   * Lets the task wait.
   *
   * @param place where it waits
   * @return what {@link SelfPerformed#perform} must return
   */
  Object waitIn(Place place);

  /**
   * Answers the await of a task that waits.
   *
   * @param reply its value
   */
  void answer(@Nullable Object reply);

  /**
   * Fails the await of a task that waits.
   *
   * @param error what it throws; the frames of who awaits are added to its trace
   */
  void fail(Throwable error);
}
