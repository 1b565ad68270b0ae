// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

/**
 * Timers with pseudo-random deadlines within a second, the same for all peers, and the record of
 * the order in which they fire.
 *
 * <p>Between the reading of the clock here and the one of who sets the timer some time passes, so a
 * deadline is known only to lie between two bounds: what it would be if the timer had been set at
 * this reading, and at the next. An order is held to be wrong only where the bounds of two timers
 * do not overlap: that is never a matter of luck.
 */
public final class Deadlines {
  private static final long SECOND = 1_000_000_000;

  private final long[] delays;
  private final long[] earliest;
  private final long[] latest;
  private final int[] order;
  private int last = -1;
  private int fired;

  Deadlines(int n) {
    delays = new long[n];
    earliest = new long[n];
    latest = new long[n];
    order = new int[n];
    int random = 0x92D68CA2; // Marsaglia's xorshift and his seed
    for (int i = 0; i < n; i++) {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      delays[i] = Integer.toUnsignedLong(random) * SECOND >>> 32;
    }
  }

  /** Forgets what has fired, for another run. */
  void reset() {
    last = -1;
    fired = 0;
  }

  /**
   * Returns how many timers there are.
   *
   * @return their number
   */
  public int size() {
    return delays.length;
  }

  /**
   * To be called immediately before a timer is set.
   *
   * @param timer the number of the timer
   * @return how long from now it is to fire, in nanoseconds
   */
  public long set(int timer) {
    long now = System.nanoTime();
    boundLast(now);
    last = timer;
    earliest[timer] = now + delays[timer];
    return delays[timer];
  }

  private void boundLast(long now) {
    if (last >= 0) {
      latest[last] = now + delays[last];
    }
  }

  /**
   * To be called when a timer fires.
   *
   * @param timer the number of the timer
   * @return whether it was the last
   */
  public boolean fire(int timer) {
    order[fired++] = timer;
    return fired == order.length;
  }

  /** By how much, at most, a timer fired before one that was due earlier, in nanoseconds. */
  long disorder() {
    if (fired != order.length) {
      throw new IllegalStateException("only " + fired + " of " + order.length + " timers fired");
    }
    boundLast(System.nanoTime());
    long worst = 0;
    long furthest = earliest[order[0]];
    for (int timer : order) {
      worst = Math.max(worst, furthest - latest[timer]);
      furthest = Math.max(furthest, earliest[timer]);
    }
    return worst;
  }
}
