// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tick does, told the time and nothing else. */
class SchedulerTest {
  private final List<String> log = new ArrayList<>();

  private final Scheduler scheduler =
      new Scheduler(
          new Shell() {
            private boolean waited;

            @Override
            public long now() {
              if (!waited) {
                throw new AssertionError("the scheduler reads the clock only after it has waited");
              }
              waited = false;
              return 5_000_000;
            }

            @Override
            public boolean poll(long nanos) {
              log.add(nanos == FOREVER ? "poll" : "poll " + nanos);
              waited = nanos != 0;
              return false;
            }

            @Override
            public void wakeup() {
              log.add("wakeup");
            }

            @Override
            public void watch(SelectableChannel channel, int operation, Waiter waiter) {}

            @Override
            public void unwatch(SelectableChannel channel, int operation) {}

            @Override
            public boolean watched(SelectableChannel channel, int operation) {
              return false;
            }

            @Override
            public boolean watching() {
              return false;
            }

            @Override
            public void close() {}
          },
          0);

  private Job job(String name) {
    return job(() -> log.add(name));
  }

  private static Job job(Runnable action) {
    return new Job() {
      @Override
      protected void run() {
        action.run();
      }
    };
  }

  private void expect(String... lines) {
    assertEquals(List.of(lines), log);
    log.clear();
  }

  @Test
  void waitsForTheFirstDeadlineAndRunsItInTheNextTick() {
    scheduler.at(10, job("timer"));
    scheduler.tick(3);
    expect("poll 7");
    scheduler.tick(10);
    expect("poll 0", "timer");
  }

  @Test
  void theTimeOfATickIsThatAfterItsWait() {
    scheduler.tick(3_000_000);
    expect("poll");
    assertEquals(5, scheduler.millis());
    scheduler.ready(job("ready"));
    scheduler.tick(9_000_000);
    expect("poll 0", "ready");
    assertEquals(9, scheduler.millis());
  }

  @Test
  void waitsForeverIfThereIsNothing() {
    assertTrue(scheduler.idle());
    scheduler.tick(0);
    expect("poll");
  }

  @Test
  void runsDueTimersBehindWhatIsReady() {
    scheduler.at(1, job("timer"));
    scheduler.ready(job("ready"));
    scheduler.tick(1);
    expect("poll 0", "ready", "timer");
  }

  @Test
  void whatBecomesReadyDuringATickRunsBehindTheOthers() {
    scheduler.ready(
        job(
            () -> {
              log.add("first");
              scheduler.ready(job("made ready"));
            }));
    scheduler.ready(job("second"));
    scheduler.tick(0);
    expect("poll 0", "first", "second", "made ready");
  }

  @Test
  void looksOutsideNowAndThenAlsoWhenBusy() {
    Job[] busy = new Job[1];
    int[] runs = new int[1];
    busy[0] =
        job(
            () -> {
              runs[0]++;
              scheduler.ready(busy[0]);
            });
    scheduler.ready(busy[0]);
    scheduler.tick(0);
    scheduler.tick(0);
    expect("poll 0", "poll 0");
    assertEquals(128, runs[0]);
  }

  @Test
  void aJobThatIsAloneTakesFurtherStepsUntilItIsTimeToLookOutside() {
    int[] steps = new int[1];
    scheduler.ready(
        job(
            () -> {
              do {
                steps[0]++;
              } while (scheduler.stepAlone());
            }));
    scheduler.tick(0);
    expect("poll 0");
    assertEquals(64, steps[0]);
  }

  @Test
  void aJobIsNotAloneIfAnotherIsReadyOrTheTickEnds() {
    scheduler.ready(job(() -> assertFalse(scheduler.stepAlone())));
    scheduler.ready(
        job(
            () -> {
              assertTrue(scheduler.stepAlone());
              scheduler.ready(job("made ready"));
              assertFalse(scheduler.stepAlone());
            }));
    scheduler.tick(0);
    scheduler.ready(
        job(
            () -> {
              scheduler.stop();
              assertFalse(scheduler.stepAlone());
            }));
    scheduler.tick(0);
    expect("poll 0", "made ready", "poll 0");
  }

  @Test
  void runsAllThatIsReadyHoweverManyTheyAre() {
    int[] runs = new int[1];
    for (int i = 0; i < 1000; i++) {
      scheduler.ready(job(() -> runs[0]++));
    }
    scheduler.tick(0);
    expect("poll 0");
    assertEquals(1000, runs[0]);
  }

  @Test
  void canBeStopped() {
    scheduler.ready(
        job(
            () -> {
              log.add("first");
              scheduler.stop();
            }));
    scheduler.ready(job("second"));
    scheduler.tick(0);
    expect("poll 0", "first");
    scheduler.tick(0);
    expect("poll 0", "second");
  }

  @Test
  void aPostIsRunInOrderAndWakesOnlyWhoSleeps() {
    scheduler.post(job("one"));
    scheduler.post(job("two"));
    assertFalse(scheduler.idle());
    scheduler.tick(0);
    expect("poll 0", "one", "two");
  }

  @Test
  void closesOnlyWhenAllThatWasPostedHasRun() {
    scheduler.post(job("posted"));
    assertFalse(scheduler.close());
    scheduler.tick(0);
    expect("poll 0", "posted");
    assertTrue(scheduler.close());
    assertTrue(scheduler.closed());
    assertFalse(scheduler.post(job("late")));
  }
}
