// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Jobs by deadline, those with equal deadlines in the order in which they were set.
 *
 * <p>A radix heap, or a hierarchical timing wheel that only turns when a timer is due: no timer is
 * before the one that was taken {@link #last}, so it is enough to sort a timer by the highest digit
 * in which its deadline differs from that one. There is a {@link TimerBucket} for each such digit
 * and value. When the lowest bucket is due, its timers are spread over lower ones, which share more
 * digits with the new last. A timer is so moved a few times, from one end of an array to another,
 * and never compared with others; a heap would compare it with some twenty, all over the memory.
 * (Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", 1990;
 * Varghese and Lauck, "Hashed and hierarchical timing wheels", 1987.)
 *
 * <p>A timer that is cancelled stays where it is until it comes up, or until there are more such
 * than others; then all are swept out. So there are always fewer of them than it takes for a ticket
 * to come round again.
 */
final class Timers {
  private static final int BITS = 6;
  private static final int DIGITS = 1 << BITS;
  private static final int LEVELS = (Long.SIZE - 1) / BITS + 1;

  /** So many jobs stay in the processor's cache between a look at them and their turn. */
  private static final int CACHED = 1024;

  /** So many that were cancelled are not worth sweeping. */
  private static final int FEW = 64;

  private final @Nullable TimerBucket[] buckets = new @Nullable TimerBucket[LEVELS * DIGITS];

  /** For each level, the digits whose buckets are not empty. */
  private final long[] occupied = new long[LEVELS];

  /** The time that counts as 0: keys are deadlines from there on, and never negative. */
  private long origin;

  /** The key of the timer that was taken last: no other is less. */
  private long last;

  private long now;
  private int size;
  private int cancelled;

  /**
   * Makes timers.
   *
   * @param now a time before all deadlines
   */
  Timers(long now) {
    this.now = now;
  }

  void set(long deadline, Job job) {
    if (job.isOnTimer()) {
      throw new IllegalStateException("the job is on a timer already");
    }
    if (size == 0) {
      origin = now;
      last = 0;
    }
    if (deadline - origin < last) {
      rebase(deadline);
    }
    size++;
    put(deadline - origin, ++job.ticket, job);
  }

  /** Takes {@code job} off its timer; false if it is on none. */
  boolean cancel(Job job) {
    if (!job.isOnTimer()) {
      return false;
    }
    job.ticket++;
    size--;
    if (++cancelled > size + FEW || size == 0) {
      sweep();
    }
    return true;
  }

  /** Takes off the first job that is due, or returns null. */
  @Nullable Job takeDue(long present) {
    now = present;
    while (size > 0) {
      int level = lowestLevel();
      int digit = Long.numberOfTrailingZeros(occupied[level]);
      TimerBucket bucket = bucket(level, digit);
      if (bucket.earliest > present - origin) {
        return null;
      }
      if (level > 0) {
        spread(bucket, level, digit);
        continue;
      }
      last = bucket.earliest;
      Job job = bucket.takeFirst();
      if (bucket.isEmpty()) {
        bucket.clear();
        occupied[0] &= ~(1L << digit);
      }
      if (job == null) {
        cancelled--;
        continue;
      }
      job.ticket++;
      if (--size == 0 && cancelled > 0) {
        sweep(); // the next one to be set begins anew, and must find all empty
      }
      return job;
    }
    return null;
  }

  /**
   * How long until the first deadline, at least 0, or {@link Shell#FOREVER}. Less than that if the
   * first timers were cancelled.
   */
  long untilFirst(long present) {
    if (size == 0) {
      return Shell.FOREVER;
    }
    int level = lowestLevel();
    TimerBucket first = bucket(level, Long.numberOfTrailingZeros(occupied[level]));
    return Math.max(0, first.earliest - (present - origin));
  }

  int size() {
    return size;
  }

  /** In no order. On any thread, see {@link Scheduler#timers}. */
  void each(ObjLongConsumer<Job> action) {
    long start = origin;
    for (TimerBucket bucket : buckets) {
      if (bucket != null) {
        bucket.each((job, key) -> action.accept(job, start + key));
      }
    }
  }

  /** For tests: how many that were cancelled are not swept out yet. */
  int left() {
    return cancelled;
  }

  private int lowestLevel() {
    int level = 0;
    while (occupied[level] == 0) {
      level++;
    }
    return level;
  }

  private TimerBucket bucket(int level, int digit) {
    int index = level * DIGITS + digit;
    TimerBucket bucket = buckets[index];
    if (bucket == null) {
      bucket = new TimerBucket();
      buckets[index] = bucket;
    }
    return bucket;
  }

  private void put(long key, int ticket, Job job) {
    int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros((key ^ last) | 1)) / BITS;
    int digit = (int) (key >>> (level * BITS)) & (DIGITS - 1);
    occupied[level] |= 1L << digit;
    bucket(level, digit).add(key, ticket, job);
  }

  /** Spreads a bucket over those of lower levels. */
  private void spread(TimerBucket bucket, int level, int digit) {
    occupied[level] &= ~(1L << digit);
    last = bucket.earliest;
    if (bucket.size() <= CACHED) {
      // To look at all the jobs in a row is to wait for memory once and not for each in its turn.
      cancelled -= bucket.sweep();
    }
    for (int place = bucket.start; place < bucket.end; place++) {
      Job job = bucket.jobs[place];
      if (job != null) {
        put(bucket.keys[place], bucket.tickets[place], job);
      }
    }
    bucket.clear();
  }

  private void sweep() {
    for (int level = 0; level < LEVELS; level++) {
      for (long rest = occupied[level]; rest != 0; rest &= rest - 1) {
        int digit = Long.numberOfTrailingZeros(rest);
        TimerBucket bucket = bucket(level, digit);
        bucket.sweep();
        if (bucket.isEmpty()) {
          occupied[level] &= ~(1L << digit);
        }
      }
    }
    cancelled = 0;
  }

  /**
   * Moves the origin back to before {@code deadline}, which is in the past, and further the further
   * it is, lest that happen often.
   */
  private void rebase(long deadline) {
    sweep();
    TimerBucket all = new TimerBucket();
    long before = deadline - (last + origin - deadline);
    for (TimerBucket bucket : buckets) {
      if (bucket != null) {
        for (int place = bucket.start; place < bucket.end; place++) {
          Job job = bucket.jobs[place];
          if (job != null) {
            all.add(bucket.keys[place] + origin - before, bucket.tickets[place], job);
          }
        }
        bucket.clear();
      }
    }
    Arrays.fill(occupied, 0);
    origin = before;
    last = 0;
    for (int place = 0; place < all.end; place++) {
      Job job = all.jobs[place];
      if (job != null) {
        put(all.keys[place], all.tickets[place], job);
      }
    }
  }
}
