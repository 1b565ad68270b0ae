// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some of the {@link Timers}, in the order in which they were set. What is here is valid as long as
 * its ticket is that of its job: nobody need search for a timer that is cancelled, nor write to a
 * job because its timer has moved.
 */
final class TimerBucket {
  private static final int SMALL = 64;

  /** The least key, or less, if that was cancelled. */
  long earliest = Long.MAX_VALUE;

  long[] keys = {};
  int[] tickets = {};
  @Nullable Job[] jobs = {};

  /** Before it all are gone. */
  int start;

  int end;

  boolean isEmpty() {
    return start == end;
  }

  void add(long key, int ticket, Job job) {
    int place = end;
    if (place == keys.length) {
      grow();
    }
    keys[place] = key;
    tickets[place] = ticket;
    jobs[place] = job;
    end = place + 1;
    if (key < earliest) {
      earliest = key;
    }
  }

  /** The job at {@code place}, or null if its timer was cancelled. */
  @Nullable Job job(int place) {
    Job job = jobs[place];
    return job != null && job.ticket == tickets[place] ? job : null;
  }

  /** Takes the one that was set first, or null if it was cancelled. There must be one. */
  @Nullable Job takeFirst() {
    Job first = job(start);
    jobs[start++] = null;
    return first;
  }

  int size() {
    return end - start;
  }

  /** On any thread: the arrays may be replaced meanwhile, and are cleared when they are left. */
  void each(ObjLongConsumer<Job> action) {
    @Nullable Job[] present = jobs;
    int[] ticketOf = tickets;
    long[] keyOf = keys;
    int length = Math.min(present.length, Math.min(ticketOf.length, keyOf.length));
    for (int place = 0; place < length; place++) {
      Job job = present[place];
      if (job != null && job.ticket == ticketOf[place] && job.isOnTimer()) {
        action.accept(job, keyOf[place]);
      }
    }
  }

  /** Drops what was cancelled, and returns how many there were. */
  int sweep() {
    int before = size();
    int to = 0;
    long least = Long.MAX_VALUE;
    for (int from = start; from < end; from++) {
      Job job = job(from);
      if (job != null) {
        least = Math.min(least, keys[from]);
        keys[to] = keys[from];
        tickets[to] = tickets[from];
        jobs[to++] = job;
      }
    }
    Arrays.fill(jobs, to, Math.max(to, end), null);
    start = 0;
    end = to;
    earliest = least;
    if (to == 0) {
      clear();
    }
    return before - to;
  }

  /** Makes ready for use again. What is large is not kept. */
  void clear() {
    if (keys.length > SMALL) {
      keys = new long[0];
      tickets = new int[0];
      jobs = new @Nullable Job[0];
    } else {
      Arrays.fill(jobs, start, end, null);
    }
    start = 0;
    end = 0;
    earliest = Long.MAX_VALUE;
  }

  private void grow() {
    int length = keys.length;
    int larger = length < 4096 ? Math.max(4, length * 2) : length + (length >> 2);
    keys = Arrays.copyOf(keys, larger);
    tickets = Arrays.copyOf(tickets, larger);
    jobs = Arrays.copyOf(jobs, larger);
  }
}
