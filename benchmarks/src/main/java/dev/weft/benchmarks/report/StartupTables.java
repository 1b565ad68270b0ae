// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;

/** Point 6: start-up, size, and the time to compile. */
final class StartupTables {
  static final List<Block> ALL =
      List.of(hello(), size(), compile(1), compile(10), compile(100), compile(1_000));

  private StartupTables() {}

  private static Metric metric(String scenario, String name) {
    return new Metric("startup", scenario, name);
  }

  private static Block hello() {
    return new Table(
        "hello",
        List.of("empty-main", Peer.WEFT, "kotlin", "virtual-threads", "netty", "vertx"),
        List.of(
            new Table.Median("as it is", metric("hello", "wall")),
            new Table.Range("min–max", metric("hello", "wall")),
            new Table.Ratio("beside an empty main", metric("hello", "wall"), "empty-main"),
            new Table.Median("with an AppCDS archive", metric("hello-cds", "wall")),
            new Table.Range("min–max", metric("hello-cds", "wall"))));
  }

  private static Block size() {
    return new Table(
        "size",
        List.of(Peer.WEFT, "kotlin", "netty", "vertx"),
        List.of(
            new Table.Median("with all it needs", metric("size", "all")),
            new Table.Ratio("beside Weft", metric("size", "all"), Peer.WEFT),
            new Table.Median("its own jars", metric("size", "own"))));
  }

  private static Block compile(int methods) {
    String scenario = "compile-" + methods;
    return new Table(
        scenario,
        List.of("javac-alone", "javac-machines", "javac-with-weft"),
        List.of(
            new Table.Median("a process of its own", new Metric("compile", scenario, "cold")),
            new Table.Range("min–max", new Metric("compile", scenario, "cold")),
            new Table.Median("a warm compiler", new Metric("compile", scenario, "warm")),
            new Table.Range("min–max", new Metric("compile", scenario, "warm"))));
  }
}
