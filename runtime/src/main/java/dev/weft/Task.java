// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs on a {@link Loop} of its own accord. {@link Weft#spawn} makes one.
 *
 * <p>Await a task, or {@link Weft#join} it, to get its outcome: its result, the very exception it
 * failed with, or a {@link java.util.concurrent.CancellationException} that names it if it was
 * cancelled. Any number of tasks may join one, before or after its end. The loop holds a task until
 * it ends; nobody needs to keep this object.
 *
 * <p>A failure is never lost. If nobody has asked for the outcome of a failed task and nobody can
 * any more, because this object has become unreachable or the loop is closed, the failure goes to
 * {@link Loop#onFailure the loop's failure handler}. (Unreachable means found so by the garbage
 * collector; the loop is then woken at once.)
 *
 * @param <T> the type of the result
 */
public sealed interface Task<T extends @Nullable Object> permits Fiber {
  /**
   * Returns the name: the one given to {@link Weft#spawn(String, Coroutine)}, else one made of a
   * number that is unique in the loop. Any thread may call this.
   *
   * @return the name
   */
  String name();

  /**
   * Tells whether the task has ended: with a result, by a failure, or cancelled. Any thread may
   * call this.
   *
   * @return true once it has ended
   */
  boolean isDone();

  /**
   * Tells whether the task has ended cancelled: whether a {@link Cancelled} left its coroutine. Any
   * thread may call this.
   *
   * @return true once it has ended so
   */
  boolean isCancelled();

  /**
   * Asks the task to end: raises {@link Cancelled} at the await where it stands. Any thread may
   * call this; from another one than the loop's it takes effect a little later.
   *
   * <ul>
   *   <li>Not begun: it ends cancelled and runs nothing.
   *   <li>Waiting: it stops waiting. A timer is freed, an interest in a channel withdrawn with no
   *       byte or connection taken, a {@link Resumption} is settled; a task that is joined, or a
   *       {@link java.util.concurrent.CompletionStage}, is left as it is.
   *   <li>Ready with a reply, or running: the reply is delivered, for it may be a thing that would
   *       be lost, and {@code Cancelled} is raised at the next event it awaits. If it awaits none,
   *       it ends as if nothing had happened.
   *   <li>Ended, or cancelled before: nothing happens. {@code Cancelled} is raised once, so that
   *       cleaning up may await.
   * </ul>
   */
  void cancel();

  /**
   * Returns a future of the outcome, for code that is no coroutine. Any thread may call this. A
   * failure counts as asked for. The future is completed on the loop's thread; cancelling it does
   * not cancel the task, and of a cancelled task it is cancelled.
   *
   * @return a new future
   */
  CompletableFuture<T> toCompletableFuture();
}
