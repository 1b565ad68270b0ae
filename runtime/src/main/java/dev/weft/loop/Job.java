// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

/** What a {@link Scheduler} runs. A job is in the ready queue or on a timer, at most once. */
public abstract class Job {
  /** Odd while the job is on a timer, and another one each time. */
  int ticket;

  /** For subclasses. */
  protected Job() {}

  /** Runs it, on the loop's thread. What this throws ends the loop. */
  protected abstract void run();

  /**
   * Tells whether the job is on a timer. On the loop's thread; others may see what was before.
   *
   * @return true if so
   */
  public final boolean isOnTimer() {
    return (ticket & 1) != 0;
  }
}
