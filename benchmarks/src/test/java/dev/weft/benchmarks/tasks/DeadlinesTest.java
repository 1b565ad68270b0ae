// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final int MANY = 1000;

  private final Deadlines deadlines = new Deadlines(MANY);
  private final long[] delays = new long[MANY];

  DeadlinesTest() {
    deadlines.reset();
    for (int i = 0; i < MANY; i++) {
      delays[i] = deadlines.set(i);
    }
  }

  private List<Integer> sorted() {
    return IntStream.range(0, MANY)
        .boxed()
        .sorted(Comparator.comparingLong(i -> delays[i]))
        .toList();
  }

  @Test
  void allLieWithinASecond() {
    List<Integer> sorted = sorted();
    assertTrue(delays[sorted.get(0)] >= 0);
    assertTrue(delays[sorted.get(MANY - 1)] < 1_000_000_000);
  }

  @Test
  void tellsTheLast() {
    for (int i = 0; i < MANY - 1; i++) {
      assertFalse(deadlines.fire(i));
    }
    assertThrows(IllegalStateException.class, deadlines::disorder);
    assertTrue(deadlines.fire(MANY - 1));
  }

  @Test
  void seesWhatFiresFarTooEarly() {
    List<Integer> sorted = sorted();
    deadlines.fire(sorted.get(MANY - 1));
    sorted.subList(0, MANY - 1).forEach(deadlines::fire);
    // A deadline is known to within the time that setting took, far less than this.
    assertTrue(deadlines.disorder() > 100_000_000);
  }
}
