// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Every choice is made here, so that a seed tells the whole program. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From 0 to {@code limit - 1}. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  boolean oneIn(int times) {
    return below(times) == 0;
  }

  <T> T of(Collection<? extends T> all) {
    return new ArrayList<T>(all).get(below(all.size()));
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[below(all.length)];
  }

  /** Things to choose from, each so many times as likely as one of weight 1. */
  final class Menu {
    private final List<Supplier<Node>> makers = new ArrayList<>();

    Menu add(int weight, Supplier<Node> maker) {
      for (int i = 0; i < weight; i++) {
        makers.add(maker);
      }
      return this;
    }

    Menu addIf(boolean possible, int weight, Supplier<Node> maker) {
      return possible ? add(weight, maker) : this;
    }

    Node choose() {
      return of(makers).get();
    }
  }

  Menu menu() {
    return new Menu();
  }
}
