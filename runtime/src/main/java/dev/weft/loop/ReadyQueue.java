// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** First in, first out: a ring that grows and never shrinks. */
final class ReadyQueue {
  private @Nullable Job[] ring = new @Nullable Job[64]; // always a power of two
  private int head;
  private int size;

  void add(Job job) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size++) & (ring.length - 1)] = job;
  }

  /** Takes the first. There must be one. */
  Job take() {
    Job job = ring[head];
    if (job == null) {
      throw new IllegalStateException("the queue is empty");
    }
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return job;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  private void grow() {
    @Nullable Job[] larger = Arrays.copyOf(ring, ring.length * 2);
    // What has wrapped around to the front comes behind what was the end.
    System.arraycopy(ring, 0, larger, ring.length, head);
    Arrays.fill(larger, 0, head, null);
    ring = larger;
  }
}
