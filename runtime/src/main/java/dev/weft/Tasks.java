// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a loop that have not ended, the oldest first. Each knows its place, so one that ends
 * is taken out without a look at its neighbours, which may be far away in memory; the gaps are
 * closed when room is needed.
 */
final class Tasks {
  private @Nullable Fiber<?>[] places = new Fiber<?>[16];
  private int end;
  private int count;

  void add(Fiber<?> fiber) {
    if (end == places.length) {
      makeRoom();
    }
    fiber.place = end;
    places[end++] = fiber;
    count++;
  }

  void remove(Fiber<?> fiber) {
    places[fiber.place] = null;
    if (--count == 0) {
      end = 0;
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  Fiber<?>[] newestFirst() {
    Fiber<?>[] all = new Fiber<?>[count];
    int size = 0;
    for (int i = end - 1; i >= 0; i--) {
      Fiber<?> fiber = places[i];
      if (fiber != null) {
        all[size++] = fiber;
      }
    }
    return all;
  }

  /**
   * Those there are, the oldest first. On any thread: if it is not the loop's and the loop runs,
   * some may be missing, or be there twice.
   */
  List<Fiber<?>> oldestFirst() {
    List<Fiber<?>> all = new ArrayList<>();
    for (Fiber<?> fiber : places) {
      if (fiber != null) {
        all.add(fiber);
      }
    }
    return all;
  }

  private void closeGaps() {
    int to = 0;
    for (int from = 0; from < end; from++) {
      Fiber<?> fiber = places[from];
      if (fiber != null) {
        places[to] = fiber;
        fiber.place = to++;
      }
    }
    Arrays.fill(places, to, end, null);
    end = to;
  }

  private void makeRoom() {
    if (count <= end / 2) {
      closeGaps();
    } else {
      places = Arrays.copyOf(places, end < 4096 ? end * 2 : end + (end >> 2));
    }
  }
}
