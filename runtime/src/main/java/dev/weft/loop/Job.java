// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

/** What a {@link Scheduler} runs. A job is in the ready queue or on a timer, at most once. */
public abstract class Job {
  /** Its place in the timers, counted from 1; 0 if it is on none. */
  int slot;

  /** For subclasses. */
  protected Job() {}

  /** Runs it, on the loop's thread. What this throws ends the loop. */
  protected abstract void run();
}
