// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;

/** Point 1: a step. */
final class StepTables {
  private static final List<String> PEERS =
      List.of(Peer.WEFT, Peer.HAND_WRITTEN, "kotlin", "virtual-threads");
  private static final List<String> LOOPS = List.of(Peer.WEFT, "plain-method", "kotlin");

  static final List<Block> ALL =
      List.of(
          goals(),
          table("completed-value", PEERS),
          table("completed-coroutine", PEERS),
          table("completed-future", PEERS),
          table("send-resume", PEERS),
          table("ready-yield-1", PEERS),
          table("ready-yield-100", PEERS),
          table("leaf-resume-1", PEERS),
          table("leaf-resume-10", PEERS),
          table("leaf-resume-100", PEERS),
          table("call-round-1", PEERS),
          table("call-round-10", PEERS),
          table("call-round-100", PEERS),
          table("loop-around-await", LOOPS),
          table("loop-between-awaits", LOOPS));

  private StepTables() {}

  static Metric time(String scenario) {
    return new Metric("step", scenario, "time");
  }

  static Metric allocated(String scenario) {
    return new Metric("step", scenario, "allocated");
  }

  private static Block table(String scenario, List<String> peers) {
    return new Table(
        scenario,
        peers,
        List.of(
            new Table.Median("time", time(scenario)),
            new Table.Range("min–max", time(scenario)),
            new Table.Ratio("beside Weft", time(scenario), Peer.WEFT),
            new Table.Median("allocated", allocated(scenario))));
  }

  /** What lies below a byte is the share of the coroutine that does the awaiting. */
  private static Goal beyond(String awaited, String scenario) {
    return Goal.beyond(
        "allocated by the await of " + awaited + ", beyond the coroutine object",
        allocated(scenario),
        new Metric("step", scenario, "object"),
        1,
        "B");
  }

  private static Block goals() {
    String plain = "plain-method";
    return new Goals(
        "step-goals",
        List.of(
            beyond("a value", "completed-value"),
            beyond("a completed coroutine", "completed-coroutine"),
            Goal.atMost(
                "allocated by the await of a completed future",
                allocated("completed-future"),
                1,
                "B"),
            Goal.beside(
                "suspend and resume by hand, beside Kotlin", time("send-resume"), "kotlin", 1),
            Goal.atMost(
                "a yield through the ready queue, one task", time("ready-yield-1"), 5, "ns"),
            Goal.atMost(
                "a yield through the ready queue, 100 tasks", time("ready-yield-100"), 5, "ns"),
            Goal.growth(
                "resuming a leaf at depth 100, beside depth 1",
                time("leaf-resume-100"),
                time("leaf-resume-1"),
                1.1),
            Goal.beside(
                "a round of depth 10, beside hand-written",
                time("call-round-10"),
                Peer.HAND_WRITTEN,
                1),
            Goal.beside(
                "a round of depth 100, beside hand-written",
                time("call-round-100"),
                Peer.HAND_WRITTEN,
                1),
            Goal.beside(
                "a loop around an await, beside a plain method",
                time("loop-around-await"),
                plain,
                1.1),
            Goal.beside(
                "a loop between awaits, beside a plain method",
                time("loop-between-awaits"),
                plain,
                1.1)));
  }
}
