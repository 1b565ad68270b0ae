// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

/**
 * What a {@link Watchdog} remembers of one loop: in which step it was at the last look, and how
 * long that has lasted. Only the watchdog's thread calls and changes it.
 */
public abstract class StepWatch {
  private static final long SHORTEST_INTERVAL = 1_000_000;

  private final Pulse pulse;
  private int beat = 1;
  private long since;
  private long held;
  private boolean reported;

  /** Whether it is to be forgotten. Written under the watchdog's lock. */
  volatile boolean left;

  /**
   * For subclasses.
   *
   * @param pulse the loop's
   */
  protected StepWatch(Pulse pulse) {
    this.pulse = pulse;
  }

  /**
   * How long a step may last.
   *
   * @return nanoseconds
   */
  protected abstract long threshold();

  /** Another step than at the last look has begun, at some time since then. */
  protected void begun() {}

  /**
   * A step lasts longer than the threshold. Called at each look until the answer is true.
   *
   * @param step what {@link Pulse#beat} says as long as it is this step
   * @param nanos how long it has lasted, at least
   * @return true if it was reported; false if it seems to be over
   */
  protected abstract boolean slow(int step, long nanos);

  /**
   * The step that was reported is over.
   *
   * @param nanos how long it was seen, pauses of the whole JVM included
   */
  protected abstract void over(long nanos);

  final Pulse pulse() {
    return pulse;
  }

  /** How often to look, in nanoseconds: a step is found when it is at most half as long again. */
  final long interval() {
    return Math.max(threshold() / 4, SHORTEST_INTERVAL);
  }

  /**
   * Looks.
   *
   * @param now the time, in nanoseconds
   * @param elapsed how long the loop could run since the last look, in nanoseconds
   * @return true if it has done nothing at all
   */
  final boolean look(long now, long elapsed) {
    int present = pulse.beat();
    if (present == beat) {
      if (Pulse.isStep(present)) {
        held += elapsed;
        reported = reported || (held >= threshold() && slow(present, held));
        return false;
      }
      return true;
    }
    if (reported) {
      over(now - since);
    }
    beat = present;
    since = now;
    held = 0;
    reported = false;
    if (Pulse.isStep(present)) {
      begun();
    }
    return false;
  }
}
