// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at loops, from a thread of its own, to find steps that last too long. One daemon thread
 * does for all of them; it ends when there is nothing to watch.
 *
 * <pre>{@code
 * looks every quarter of the lowest threshold
 *   └─> no loop has done anything for a second ──> sleeps until one has waited and goes on
 *   └─> there has been no loop for a second ─────> ends; another loop starts it again
 * }</pre>
 *
 * <p><b>Pauses accuse nobody.</b> While all threads of the JVM stand still, for a garbage
 * collection or because the process is suspended, so does this one, and finds that its own wait
 * took far longer than it was to. Such a wait counts as long as it was planned.
 */
public final class Watchdog {
  /** Nanoseconds. */
  private static final long PATIENCE = 1_000_000_000;

  static final long FOREVER = Long.MAX_VALUE;
  static final long END = -1;

  private static final Watchdog SHARED = new Watchdog();

  private final List<StepWatch> watches = new CopyOnWriteArrayList<>();

  /** Guarded by this. */
  private @Nullable Thread thread;

  /** How long the next look is away. Written by the thread; guarded by this. */
  private long planned = PATIENCE;

  // For the thread alone.
  private long last;
  private long quiet;

  Watchdog() {}

  /**
   * Returns the watchdog of all loops.
   *
   * @return the one
   */
  public static Watchdog shared() {
    return SHARED;
  }

  /**
   * Watches a loop that runs, or watches it otherwise now that its threshold is another. Any thread
   * may call this.
   *
   * @param watch the loop
   */
  public synchronized void add(StepWatch watch) {
    enlist(watch);
    if (thread == null) {
      thread = start();
    } else if (planned > watch.interval()) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * No longer watches a loop. If a step of it was reported that is over by now, that is reported
   * before. Any thread may call this.
   *
   * @param watch the loop
   */
  public synchronized void remove(StepWatch watch) {
    watch.left = true;
    if (planned == FOREVER) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Tells whether a loop is watched. Any thread may call this.
   *
   * @param watch the loop
   * @return true if so
   */
  public synchronized boolean watches(StepWatch watch) {
    return watches.contains(watch) && !watch.left;
  }

  synchronized void enlist(StepWatch watch) {
    watch.left = false;
    if (!watches.contains(watch)) {
      watches.add(watch);
    }
  }

  private synchronized void forget(StepWatch watch) {
    if (watch.left) {
      watches.remove(watch);
    }
  }

  private Thread start() {
    last = System.nanoTime();
    quiet = 0;
    planned = PATIENCE;
    Thread starting = new Thread(null, this::run, "weft-watchdog", 0, false);
    starting.setDaemon(true);
    starting.setContextClassLoader(null); // it outlives the loop that starts it
    starting.start();
    return starting;
  }

  private void run() {
    for (long wait = look(System.nanoTime()); wait != END; wait = look(System.nanoTime())) {
      if (wait == FOREVER) {
        doze();
      } else {
        LockSupport.parkNanos(this, wait);
      }
    }
  }

  /**
   * Looks at all loops.
   *
   * @param now the time in nanoseconds
   * @return how long to wait, {@link #FOREVER}, or {@link #END}
   */
  long look(long now) {
    long elapsed = charged(now - last);
    last = now;
    boolean idle = true;
    for (StepWatch watch : watches) {
      boolean left = watch.left; // asked before, lest its end be forgotten
      idle &= watch.look(now, elapsed);
      if (left) {
        forget(watch);
      }
    }
    quiet = idle ? quiet + elapsed : 0;
    return plan();
  }

  /** How much of a wait the loops may have had to run in. */
  private long charged(long elapsed) {
    if (planned == FOREVER) {
      return 0; // they slept
    }
    return elapsed > 2 * planned ? planned : elapsed;
  }

  private synchronized long plan() {
    if (quiet < PATIENCE) {
      planned = PATIENCE;
      for (StepWatch watch : watches) {
        planned = Math.min(planned, watch.interval());
      }
    } else if (watches.isEmpty()) {
      thread = null;
      return END;
    } else {
      planned = FOREVER;
    }
    return planned;
  }

  /** Sleeps as long as all loops do. */
  void doze() {
    for (StepWatch watch : watches) {
      watch.pulse().wakes(Thread.currentThread());
    }
    if (watches.stream().allMatch(watch -> watch.pulse().isAsleep())) {
      LockSupport.park(this);
    }
    for (StepWatch watch : watches) {
      watch.pulse().wakes(null);
    }
    quiet = 0;
  }
}
