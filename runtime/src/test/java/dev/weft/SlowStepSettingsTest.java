// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.loop.Watchdog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be set, and what loops that are not watched do without. */
class SlowStepSettingsTest {
  @ParameterizedTest
  @CsvSource({"250, 250", "0, 0", " 7 , 7", "-1, 100", "100ms, 100", "'', 100"})
  void thePropertyIsANumberOfMilliseconds(String text, long millis) {
    System.setProperty(SlowSteps.PROPERTY, text);
    try {
      assertEquals(Duration.ofMillis(millis), SlowSteps.byDefault());
    } finally {
      System.clearProperty(SlowSteps.PROPERTY);
    }
  }

  @Test
  void theDefaultIsATenthOfASecond() {
    assertEquals(Duration.ofMillis(100), SlowSteps.byDefault());
  }

  @Test
  void aThresholdIsNotNegative() {
    try (Loop loop = new Loop()) {
      assertThrows(
          IllegalArgumentException.class, () -> loop.slowStepThreshold(Duration.ofNanos(-1)));
    }
  }

  @Test
  void aLoopInVirtualTimeIsNotWatched() {
    try (Watched world = new Watched()) {
      assertFalse(watchedAmid(world.loop));
    }
  }

  @Test
  void aLoopWithoutAThresholdIsNotWatched() {
    try (Loop loop = new Loop()) {
      assertFalse(watchedAmid(loop.slowStepThreshold(Duration.ZERO)));
      assertEquals(true, watchedAmid(loop.slowStepThreshold(Duration.ofSeconds(1))));
    }
  }

  @Test
  void theThresholdCanBeSetAmidAStep() {
    try (Loop loop = new Loop()) {
      List<Boolean> watched =
          loop.run(
              new Sample<>(
                  "main",
                  (state, reply) -> {
                    boolean before = Watchdog.shared().watches(loop.slowSteps);
                    loop.slowStepThreshold(Duration.ZERO);
                    return Sample.end(List.of(before, Watchdog.shared().watches(loop.slowSteps)));
                  }));
      assertEquals(List.of(true, false), watched);
      assertFalse(Watchdog.shared().watches(loop.slowSteps));
    }
  }

  private static boolean watchedAmid(Loop loop) {
    return loop.run(
        new Sample<>(
            "main", (state, reply) -> Sample.end(Watchdog.shared().watches(loop.slowSteps))));
  }
}
