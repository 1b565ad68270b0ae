// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Jobs by deadline, those with equal deadlines in the order in which they were set.
 *
 * <p>A heap of four children to a node: half as deep as a binary one, with the keys of siblings
 * side by side in memory. Each job knows its slot, so a timer that is cancelled is taken out at
 * once and leaves nothing behind.
 */
final class Timers {
  private long[] deadlines = new long[16];
  private long[] orders = new long[16];
  private @Nullable Job[] jobs = new @Nullable Job[16];
  private int size;
  private long set;

  void set(long deadline, Job job) {
    if (job.slot != 0) {
      throw new IllegalStateException("the job is on a timer already");
    }
    if (size == jobs.length) {
      int capacity = size + (size >> 1);
      deadlines = Arrays.copyOf(deadlines, capacity);
      orders = Arrays.copyOf(orders, capacity);
      jobs = Arrays.copyOf(jobs, capacity);
    }
    up(size++, deadline, set++, job);
  }

  /** Takes {@code job} off its timer; false if it is on none. */
  boolean cancel(Job job) {
    if (job.slot == 0) {
      return false;
    }
    remove(job.slot - 1);
    return true;
  }

  /** Takes off the first job that is due, or returns null. */
  @Nullable Job takeDue(long now) {
    // A difference, as the clock may overflow.
    if (size == 0 || deadlines[0] - now > 0) {
      return null;
    }
    Job job = jobs[0];
    remove(0);
    return job;
  }

  /** How long until the first deadline, at least 0, or {@link Shell#FOREVER}. */
  long untilFirst(long now) {
    return size == 0 ? Shell.FOREVER : Math.max(0, deadlines[0] - now);
  }

  int size() {
    return size;
  }

  private void remove(int index) {
    Job gone = job(index);
    gone.slot = 0;
    int last = --size;
    Job moved = job(last);
    jobs[last] = null;
    if (index == last) {
      return;
    }
    long deadline = deadlines[last];
    long order = orders[last];
    if (index > 0 && before(deadline, order, (index - 1) >> 2)) {
      up(index, deadline, order, moved);
    } else {
      down(index, deadline, order, moved);
    }
  }

  private void up(int from, long deadline, long order, Job job) {
    int index = from;
    while (index > 0) {
      int parent = (index - 1) >> 2;
      if (!before(deadline, order, parent)) {
        break;
      }
      put(index, deadlines[parent], orders[parent], job(parent));
      index = parent;
    }
    put(index, deadline, order, job);
  }

  private void down(int from, long deadline, long order, Job job) {
    int index = from;
    for (; ; ) {
      int child = (index << 2) + 1;
      if (child >= size) {
        break;
      }
      int first = child;
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        if (before(deadlines[other], orders[other], first)) {
          first = other;
        }
      }
      if (before(deadline, order, first)) {
        break;
      }
      put(index, deadlines[first], orders[first], job(first));
      index = first;
    }
    put(index, deadline, order, job);
  }

  private void put(int index, long deadline, long order, Job job) {
    deadlines[index] = deadline;
    orders[index] = order;
    jobs[index] = job;
    job.slot = index + 1;
  }

  private boolean before(long deadline, long order, int index) {
    long difference = deadline - deadlines[index];
    return difference < 0 || (difference == 0 && order < orders[index]);
  }

  private Job job(int index) {
    Job job = jobs[index];
    if (job == null) {
      throw new IllegalStateException("no timer at " + index);
    }
    return job;
  }
}
