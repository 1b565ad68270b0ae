// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.benchmarks.compile.CompileSuite;
import dev.weft.benchmarks.network.ConnectionsSuite;
import dev.weft.benchmarks.network.LoopsSuite;
import dev.weft.benchmarks.network.NetworkSuite;
import dev.weft.benchmarks.startup.StartupSuite;
import java.util.ArrayList;
import java.util.List;

/** The one list of all suites, in the order in which they run. */
final class Suites {
  private static final List<Suite> ALL =
      List.of(
          new StepSuite(),
          TaskSuite.memory(),
          TaskSuite.loop(),
          new NetworkSuite(),
          new LoopsSuite(),
          new ConnectionsSuite(),
          new StartupSuite(),
          new CompileSuite());

  private Suites() {}

  /** Those with these names; all if there is no name. */
  static List<Suite> named(List<String> names) {
    if (names.isEmpty()) {
      return ALL;
    }
    List<Suite> named = new ArrayList<>();
    for (String name : names) {
      named.add(
          ALL.stream()
              .filter(suite -> suite.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("there is no suite " + name)));
    }
    return named;
  }
}
