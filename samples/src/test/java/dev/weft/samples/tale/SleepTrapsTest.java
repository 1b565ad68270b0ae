// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.samples.tale.Chapter5Sleep.Sleep;
import dev.weft.samples.tale.Chapter5Sleep.Spawn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SleepTrapsTest {

  /** A loop whose time passes only while it pauses. */
  private static final class VirtualTime extends Chapter5Sleep {
    private long now;

    VirtualTime(long now) {
      this.now = now;
    }

    @Override
    long now() {
      return now;
    }

    @Override
    void pause(long nanos) {
      now += nanos;
    }
  }

  @Async
  static Coroutine<Void> sleeper(Duration time, String name, List<String> log) {
    await(new Sleep(time));
    log.add(name);
    return done();
  }

  @Async
  static Coroutine<Void> manySleepers(Duration time, int count, List<String> log) {
    for (int i = 0; i < count; i++) {
      await(new Spawn(sleeper(time, "" + i, log)));
    }
    return done();
  }

  @Test
  void equalDeadlinesKeepTheirOrder() throws Exception {
    List<String> log = new ArrayList<>();
    new VirtualTime(0).run(manySleepers(Duration.ofDays(1), 100, log));
    assertEquals(IntStream.range(0, 100).mapToObj(i -> "" + i).toList(), log);
  }

  @Test
  void toSleepForNoTimeIsToLetOthersGoFirst() throws Exception {
    List<String> log = new ArrayList<>();
    new VirtualTime(0).run(manySleepers(Duration.ZERO, 3, log));
    assertEquals(List.of("0", "1", "2"), log);
  }

  @Async
  static Coroutine<Void> longAndShort(List<String> log) {
    await(new Spawn(sleeper(Duration.ofHours(2), "long", log)));
    await(new Spawn(sleeper(Duration.ofHours(1), "short", log)));
    return done();
  }

  @Test
  void theEarliestGoesFirstEvenWhenTheClockRunsOver() throws Exception {
    List<String> log = new ArrayList<>();
    long soon = Duration.ofMinutes(90).toNanos();
    VirtualTime loop = new VirtualTime(Long.MAX_VALUE - soon);
    loop.run(longAndShort(log));
    assertEquals(List.of("short", "long"), log);
    assertEquals(Duration.ofHours(2).toNanos(), loop.now() - (Long.MAX_VALUE - soon));
  }
}
