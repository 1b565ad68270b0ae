// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * What one can do in Java without any library: state machines by hand, in the queue of those that
 * are ready or in the heap of those that wait for a time. No cancelling, no failures, no names, no
 * other threads.
 */
final class HandWrittenLoop {
  /** A task. */
  interface Machine {
    /** Goes on where it stands. */
    void resume();
  }

  /** A task that can sleep. */
  abstract static class Sleeper implements Machine {
    private long deadline;
  }

  private final ArrayDeque<Machine> ready = new ArrayDeque<>();
  private final PriorityQueue<Sleeper> asleep =
      new PriorityQueue<>(Comparator.comparingLong(sleeper -> sleeper.deadline));

  void ready(Machine machine) {
    ready.add(machine);
  }

  void sleep(Sleeper sleeper, long nanos) {
    sleeper.deadline = System.nanoTime() + nanos;
    asleep.add(sleeper);
  }

  /** Runs until no task is ready. */
  void runReady() {
    for (Machine next = ready.poll(); next != null; next = ready.poll()) {
      next.resume();
    }
  }

  /** Runs until no task is ready or asleep. */
  void runAll() {
    runReady();
    for (Sleeper first = asleep.peek(); first != null; first = asleep.peek()) {
      long now = System.nanoTime();
      if (first.deadline > now) {
        LockSupport.parkNanos(first.deadline - now);
      }
      for (; first != null && first.deadline <= now; first = asleep.peek()) {
        ready.add(asleep.remove());
      }
      runReady();
    }
  }
}
