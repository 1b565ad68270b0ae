// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimersTest {
  private static final class Timed extends Job {
    final long deadline;
    final int order;

    Timed(long deadline, int order) {
      this.deadline = deadline;
      this.order = order;
    }

    @Override
    protected void run() {}

    @Override
    public String toString() {
      return deadline + "/" + order;
    }
  }

  private Timers timers = new Timers(0);

  private Timed set(long deadline, int order) {
    Timed timed = new Timed(deadline, order);
    timers.set(deadline, timed);
    return timed;
  }

  private List<Job> due(long now) {
    List<Job> due = new ArrayList<>();
    for (Job job = timers.takeDue(now); job != null; job = timers.takeDue(now)) {
      due.add(job);
    }
    return due;
  }

  @Test
  void nothingIsDueBeforeItsDeadline() {
    Timed timed = set(10, 0);
    assertNull(timers.takeDue(9));
    assertEquals(1, timers.untilFirst(9));
    assertSame(timed, timers.takeDue(10));
    assertEquals(Shell.FOREVER, timers.untilFirst(10));
  }

  @Test
  void anyMixtureComesInExactOrder() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Timed> expected = new ArrayList<>();
      int count = random.nextInt(200);
      for (int i = 0; i < count; i++) {
        expected.add(set(random.nextInt(20), i));
        if (random.nextInt(3) == 0) {
          Timed gone = expected.remove(random.nextInt(expected.size()));
          assertTrue(timers.cancel(gone));
          assertFalse(timers.cancel(gone));
        }
      }
      expected.sort(
          (a, b) ->
              a.deadline != b.deadline
                  ? Long.compare(a.deadline, b.deadline)
                  : Integer.compare(a.order, b.order));
      assertEquals(expected, due(20));
    }
  }

  /** Against a sorted list: as a loop uses it, with deadlines near and far, some cancelled. */
  @Test
  void timePassesInExactOrder() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      timers = new Timers(-5);
      List<Timed> expected = new ArrayList<>();
      long now = 0;
      long range = 1L << (1 + random.nextInt(50));
      for (int step = 0; step < 60; step++) {
        for (int i = random.nextInt(20); i > 0; i--) {
          expected.add(set(now + 1 + (random.nextLong() >>> 1) % range, expected.size()));
        }
        if (!expected.isEmpty() && random.nextBoolean()) {
          assertTrue(timers.cancel(expected.remove(random.nextInt(expected.size()))));
        }
        now += (random.nextLong() >>> 1) % range / 8;
        List<Timed> due = new ArrayList<>();
        for (Timed timed : expected) {
          if (timed.deadline <= now) {
            due.add(timed);
          }
        }
        expected.removeAll(due);
        due.sort((a, b) -> Long.compare(a.deadline, b.deadline)); // stable: in the order of setting
        assertEquals(due, due(now));
        assertEquals(expected.size(), timers.size());
        long first = expected.stream().mapToLong(timed -> timed.deadline - 0).min().orElse(0);
        long until = timers.untilFirst(now);
        assertTrue(
            expected.isEmpty() ? until == Shell.FOREVER : 0 <= until && until <= first - now);
      }
    }
  }

  @Test
  void tellsExactlyHowLongToWaitWhereNothingWasCancelled() {
    Random random = new Random(3);
    long first = Long.MAX_VALUE;
    for (int i = 0; i < 1000; i++) {
      long deadline = 1 + (random.nextLong() >>> 1) % 1_000_000_000;
      first = Math.min(first, deadline);
      set(deadline, i);
      assertEquals(first, timers.untilFirst(0));
    }
  }

  @Test
  void deadlinesInThePastComeFirstAndInOrder() {
    due(1000);
    List<Timed> expected = new ArrayList<>();
    for (int deadline = 1500; deadline > 0; deadline--) {
      expected.add(0, set(deadline, 0));
    }
    assertEquals(expected, due(2000));
  }

  /** What is left of cancelled timers must not be taken for others once all that count are gone. */
  @Test
  void beginsAnewWhenOnlyCancelledOnesAreLeft() {
    Random random = new Random(5);
    long now = 0;
    for (int round = 0; round < 3000; round++) {
      List<Timed> expected = new ArrayList<>();
      List<Timed> gone = new ArrayList<>();
      long range = 1L << (1 + random.nextInt(40));
      for (int i = 0; i < 20; i++) {
        expected.add(set(now + 1 + (random.nextLong() >>> 1) % range, i));
        gone.add(set(now + 1 + (random.nextLong() >>> 1) % (range * 64), i));
      }
      gone.forEach(timers::cancel);
      expected.sort((a, b) -> Long.compare(a.deadline, b.deadline));
      now += range + 1;
      assertEquals(expected, due(now));
      assertEquals(0, timers.size());
      assertEquals(0, timers.left());
    }
  }

  @Test
  void whoIsCancelledMakesRoomForOthers() {
    for (int i = 0; i < 100_000; i++) {
      Timed kept = set(1_000_000 + i, i);
      assertTrue(timers.cancel(set(1_000_000 + i, i)));
      if (i % 2 == 0) {
        timers.cancel(kept);
      }
    }
    assertEquals(50_000, timers.size());
    assertEquals(50_000, due(2_000_000).size());
  }

  @Test
  void aMillionCancelledTimersLeaveNothing() {
    List<Timed> set = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      set.add(set(i % 1000, i));
    }
    set.forEach(timers::cancel);
    assertEquals(0, timers.size());
    assertNull(timers.takeDue(Long.MAX_VALUE / 2));
  }

  @Test
  void deadlinesMayPassTheEndOfTheClock() {
    timers = new Timers(Long.MAX_VALUE - 10);
    Timed before = set(Long.MAX_VALUE - 1, 0);
    Timed after = set(Long.MAX_VALUE + 5, 1); // negative
    assertEquals(List.of(before), due(Long.MAX_VALUE));
    assertEquals(List.of(after), due(Long.MAX_VALUE + 5));
  }

  @Test
  void aJobIsOnOneTimerAtMost() {
    Timed timed = set(1, 0);
    assertThrows(IllegalStateException.class, () -> timers.set(2, timed));
  }
}
