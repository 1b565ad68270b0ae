// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a loop shows of itself to a {@link Watchdog}: a number that is another one in each step, and
 * odd between steps. The loop reads no clock for it. Who sees the same even number twice knows that
 * one step has lasted all the time between.
 *
 * <p><b>Visibility.</b> Only the loop's thread writes the number, so it needs no atomic increment.
 * It is a release store, which on x86 is a plain one: a reader gets it at last, and with it all
 * that the loop wrote before the step, such as who awaits whom. What the step itself writes is not
 * ordered by this; a reader that finds the same number before and after it looked has looked at one
 * step, and must bear with a stale value.
 *
 * <p><b>A watchdog that sleeps because the loop does is not forgotten.</b> The watchdog writes
 * {@link #sleeper} and then reads {@link #asleep}; a loop that has waited writes {@code asleep} and
 * then reads {@code sleeper}. All four are volatile accesses, of which there is one order: either
 * the watchdog sees that the loop is awake and does not sleep, or the loop sees the watchdog and
 * wakes it.
 */
public final class Pulse {
  private final AtomicInteger beat = new AtomicInteger(1);
  private final AtomicBoolean asleep;
  private volatile @Nullable Thread sleeper;

  /** {@code asleep} is true while the loop waits, or is about to. */
  Pulse(AtomicBoolean asleep) {
    this.asleep = asleep;
  }

  /** A step begins, and the one before, if there was one, is over. */
  void step() {
    beat.setRelease((beat.getPlain() + 2) & ~1);
  }

  /** No step runs. On the loop's thread. */
  public void rest() {
    beat.setRelease(beat.getPlain() | 1);
  }

  /** The loop has waited, and no longer does. */
  void awake() {
    Thread dozing = sleeper;
    if (dozing != null) {
      sleeper = null;
      LockSupport.unpark(dozing);
    }
  }

  /**
   * Reads the number. Any thread may call this.
   *
   * @return the number
   */
  public int beat() {
    return beat.getAcquire();
  }

  static boolean isStep(int beat) {
    return (beat & 1) == 0;
  }

  boolean isAsleep() {
    return asleep.get();
  }

  /** Has {@code watchdog} woken when the loop has waited; null if it is awake. */
  void wakes(@Nullable Thread watchdog) {
    sleeper = watchdog;
  }
}
