// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;

/** Everything that a page can show between markers. */
final class Blocks {
  static final List<Block> ALL =
      Stream.of(StepTables.ALL, TaskTables.ALL, NetworkTables.ALL, StartupTables.ALL, Quoted.ALL)
          .flatMap(List::stream)
          .toList();

  private Blocks() {}
}
