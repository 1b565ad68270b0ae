// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.Set;

/**
 * What a whole process is asked to do.
 *
 * @param name its first argument
 * @param size its second
 * @param only the peers that take part; empty for all
 * @param rounds in how many rounds at most
 */
record Scenario(String name, int size, Set<String> only, int rounds) {
  Scenario(String name, int size) {
    this(name, size, Set.of(), Integer.MAX_VALUE);
  }

  /** A point of a curve, of which once is enough. */
  static Scenario once(String name, int size, Set<String> only) {
    return new Scenario(name, size, only, 1);
  }

  /** As its figures name it. */
  String title() {
    return name + "-" + size;
  }

  Scenario smaller() {
    return new Scenario(name, Math.max(1000, size / 1000), only, rounds);
  }

  boolean takes(String peer, int round) {
    return round <= rounds && (only.isEmpty() || only.contains(peer));
  }
}
