// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadyQueueTest {
  private final ReadyQueue queue = new ReadyQueue();

  private static Job job() {
    return new Job() {
      @Override
      protected void run() {}
    };
  }

  @Test
  void isFirstInFirstOutHoweverItGrowsAndWraps() {
    ArrayDeque<Job> model = new ArrayDeque<>();
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(100) < 52 || model.isEmpty()) {
        Job job = job();
        model.add(job);
        queue.add(job);
      } else {
        assertSame(model.poll(), queue.take());
      }
      assertEquals(model.size(), queue.size());
    }
    while (!model.isEmpty()) {
      assertSame(model.poll(), queue.take());
    }
  }

  @Test
  void nothingCanBeTakenFromTheEmpty() {
    assertThrows(IllegalStateException.class, queue::take);
  }
}
