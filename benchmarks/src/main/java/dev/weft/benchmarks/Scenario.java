// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.Set;

/**
 * What a whole process is asked to do.
 *
 * @param name its first argument
 * @param size its second
 * @param only the peers that take part; empty for all
 */
record Scenario(String name, int size, Set<String> only) {
  Scenario(String name, int size) {
    this(name, size, Set.of());
  }

  /** As its figures name it. */
  String title() {
    return name + "-" + size;
  }

  Scenario smaller() {
    return new Scenario(name, Math.max(1000, size / 1000), only);
  }

  boolean takes(String peer) {
    return only.isEmpty() || only.contains(peer);
  }
}
