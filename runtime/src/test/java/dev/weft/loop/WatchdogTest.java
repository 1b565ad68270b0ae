// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What the watchdog makes of what it sees. Its looks and its time are the test's: milliseconds. */
class WatchdogTest {
  private final Watchdog watchdog = new Watchdog();
  private final List<String> log = new ArrayList<>();
  private long now;

  /** A loop that is looked at, with a threshold of 100 ms, and so every 25. */
  private final class Subject extends StepWatch {
    final String name;
    final Pulse pulse;
    long threshold = millis(100);
    boolean stands = true;
    Runnable whenSlow = () -> {};

    Subject(String name) {
      this(name, new Pulse(new AtomicBoolean()));
    }

    private Subject(String name, Pulse pulse) {
      super(pulse);
      this.name = name;
      this.pulse = pulse;
      watchdog.enlist(this);
    }

    @Override
    protected long threshold() {
      return threshold;
    }

    @Override
    protected void begun() {
      log.add(at() + " begun");
    }

    @Override
    protected boolean slow(int step, long nanos) {
      assertEquals(pulse.beat(), step);
      log.add(at() + (stands ? " slow " : " unclear ") + nanos / millis(1));
      whenSlow.run();
      return stands;
    }

    @Override
    protected void over(long nanos) {
      log.add(at() + " over " + nanos / millis(1));
    }

    private String at() {
      return name + "@" + now;
    }
  }

  private static long millis(long count) {
    return Duration.ofMillis(count).toNanos();
  }

  /** Looks at each of these times. */
  private long look(long... times) {
    long wait = 0;
    for (long time : times) {
      now = time;
      wait = watchdog.look(millis(time));
    }
    return wait;
  }

  private void expect(String... lines) {
    assertEquals(List.of(lines), log);
    log.clear();
  }

  @Test
  void aStepIsReportedOnceAndOnceMoreWhenItIsOver() {
    Subject loop = new Subject("a");
    look(0, 25);
    loop.pulse.step();
    look(50, 75, 100, 125);
    expect("a@50 begun");
    look(150, 175, 200);
    expect("a@150 slow 100");
    loop.pulse.rest();
    look(225, 250);
    expect("a@225 over 175");
  }

  @Test
  void theStepAfterASlowOneIsAnother() {
    Subject loop = new Subject("a");
    look(0);
    loop.pulse.step();
    look(25, 50, 75, 100, 125);
    loop.pulse.step();
    look(150, 175, 200, 225, 250);
    expect("a@25 begun", "a@125 slow 100", "a@150 over 125", "a@150 begun", "a@250 slow 100");
  }

  @Test
  void manyShortStepsAreNoSlowOne() {
    Subject loop = new Subject("a");
    for (int i = 0; i < 100; i++) {
      loop.pulse.step();
      look(25L * i);
    }
    log.removeIf(line -> line.endsWith("begun"));
    expect();
  }

  @Test
  void aLoopThatWaitsDoesNotHoldItself() {
    Subject loop = new Subject("a");
    loop.pulse.step();
    loop.pulse.rest();
    look(0, 25, 50, 75, 100, 125, 150, 175, 200);
    expect();
  }

  /** The thread was seen between two steps, say: it is looked at again. */
  @Test
  void whatIsUnclearIsLookedAtAgain() {
    Subject loop = new Subject("a");
    loop.pulse.step();
    loop.stands = false;
    look(0, 25, 50, 75, 100);
    loop.stands = true;
    look(125, 150);
    expect("a@0 begun", "a@100 unclear 100", "a@125 slow 125");
  }

  @Test
  void whatWasNeverClearHasNoEnd() {
    Subject loop = new Subject("a");
    loop.pulse.step();
    loop.stands = false;
    look(0, 25, 50, 75, 100);
    loop.pulse.rest();
    look(125);
    expect("a@0 begun", "a@100 unclear 100");
  }

  /** The watchdog stood still, too, so a wait that took far too long counts as it was planned. */
  @Test
  void aPauseOfAllThreadsIsNotTheStepsFault() {
    Subject loop = new Subject("a");
    loop.pulse.step();
    look(0, 25, 50);
    look(3050);
    expect("a@0 begun");
    look(3075);
    expect("a@3075 slow 100");
  }

  @Test
  void eachLoopHasItsThreshold() {
    Subject slow = new Subject("slow");
    Subject quick = new Subject("quick");
    quick.threshold = millis(40);
    slow.pulse.step();
    quick.pulse.step();
    assertEquals(millis(10), look(0));
    look(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    expect("slow@0 begun", "quick@0 begun", "quick@40 slow 40", "slow@100 slow 100");
  }

  @Test
  void veryLowThresholdsAreLookedAtEveryMillisecond() {
    Subject loop = new Subject("a");
    loop.threshold = 1;
    assertEquals(millis(1), look(0));
  }

  @Test
  void theEndOfASlowStepIsToldThoughItsLoopHasBeenLeft() {
    Subject loop = new Subject("a");
    loop.pulse.step();
    look(0, 25, 50, 75, 100);
    loop.pulse.rest();
    watchdog.remove(loop);
    look(125);
    expect("a@0 begun", "a@100 slow 100", "a@125 over 125");
    loop.pulse.step();
    look(150, 175, 200, 225, 250, 275);
    expect();
  }

  @Test
  void theEndIsToldThoughTheLoopIsLeftDuringTheReport() {
    Subject loop = new Subject("a");
    loop.whenSlow =
        () -> {
          loop.pulse.rest();
          watchdog.remove(loop);
        };
    loop.pulse.step();
    look(0, 25, 50, 75, 100, 125);
    expect("a@0 begun", "a@100 slow 100", "a@125 over 125");
  }

  @Test
  void itEndsAfterASecondWithoutLoops() {
    Subject loop = new Subject("a");
    look(0, 25);
    watchdog.remove(loop);
    assertEquals(millis(1000), look(50));
    assertEquals(Watchdog.END, look(1050));
  }

  @Test
  void itSleepsAfterASecondInWhichNoLoopDoesAnything() {
    Subject loop = new Subject("a");
    loop.pulse.rest();
    long wait = look(0);
    for (int time = 25; time < 1000; time += 25) {
      assertEquals(millis(25), look(time));
    }
    assertEquals(millis(25), wait);
    assertEquals(Watchdog.FOREVER, look(1000));
    loop.pulse.step();
    // However long it slept, none of that is the step's.
    assertEquals(millis(25), look(9000));
    look(9025, 9050, 9075);
    expect("a@9000 begun");
    look(9100);
    expect("a@9100 slow 100");
  }

  /** Both ways of the race: the loop goes on before the watchdog sleeps, and after. */
  @Test
  void itDoesNotSleepThroughTheWakingOfALoop() {
    AtomicBoolean asleep = new AtomicBoolean(true);
    Subject awake = new Subject("a", new Pulse(asleep));
    asleep.set(false);
    watchdog.doze(); // comes back though nobody wakes it
    asleep.set(true);
    awake.pulse.wakes(Thread.currentThread());
    awake.pulse.awake();
    LockSupport.park(); // has been woken already
  }
}
