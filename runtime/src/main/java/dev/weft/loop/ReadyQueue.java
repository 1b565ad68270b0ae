// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import org.jspecify.annotations.Nullable;

/** First in, first out: a ring that grows and never shrinks. */
final class ReadyQueue {
  private @Nullable Job[] ring = new @Nullable Job[64]; // always a power of two

  // How many were ever taken and added, so that neither waits for what the other has just written.
  private int taken;
  private int added;

  void add(Job job) {
    @Nullable Job[] slots = ring;
    int place = added;
    if (place - taken == slots.length) {
      slots = grow();
    }
    slots[place & (slots.length - 1)] = job;
    added = place + 1;
  }

  /** Takes the first. There must be one. */
  Job take() {
    @Nullable Job[] slots = ring;
    int place = taken;
    Job job = slots[place & (slots.length - 1)];
    if (job == null) {
      throw new IllegalStateException("the queue is empty");
    }
    slots[place & (slots.length - 1)] = null;
    taken = place + 1;
    return job;
  }

  int size() {
    return added - taken;
  }

  boolean isEmpty() {
    return added == taken;
  }

  private @Nullable Job[] grow() {
    int length = ring.length;
    @Nullable Job[] larger = new @Nullable Job[length * 2];
    for (int place = taken; place != added; place++) {
      larger[place & (larger.length - 1)] = ring[place & (length - 1)];
    }
    ring = larger;
    return larger;
  }
}
