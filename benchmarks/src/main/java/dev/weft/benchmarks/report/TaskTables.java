// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Points 2 and 3: memory, and the loop. */
final class TaskTables {
  private static final List<String> PEERS =
      List.of(
          Peer.WEFT,
          Peer.HAND_WRITTEN,
          "kotlin",
          "virtual-threads",
          "go",
          "tokio",
          "asyncio",
          "uvloop",
          "node");
  private static final List<String> GROWING = List.of(Peer.WEFT, Peer.HAND_WRITTEN, "kotlin");

  static final Metric HEAP = memory("sleepers-1000000", "heap");

  static final List<Block> ALL =
      List.of(
          layout(),
          memoryGoals(),
          loopGoals(),
          sleepers("sleepers-1000000", PEERS),
          sleepers("sleepers-10000000", GROWING),
          each("spawn"),
          each("channel"),
          big("skynet-1000000", PEERS, "wall"),
          timers("timers-1000000", true),
          timers("timers-10000000", false));

  /** Of ten times as many, where each costs as much as the logarithm of all. */
  private static final double GROWTH = 12;

  private TaskTables() {}

  private static Metric memory(String scenario, String name) {
    return new Metric("memory", scenario, name);
  }

  static Metric loop(String scenario, String name) {
    return new Metric("loop", scenario, name);
  }

  /** By JOL, on Weft alone. */
  private static Block layout() {
    return new Table(
        "layout",
        List.of(Peer.WEFT),
        List.of(
            new Table.Median("the machine", memory("layout-10000", "machine")),
            new Table.Median("task, timer, machine", memory("layout-10000", "task"))));
  }

  private static Block sleepers(String scenario, List<String> peers) {
    return new Table(
        scenario,
        peers,
        List.of(
            new Table.Median("live heap each", memory(scenario, "heap")),
            new Table.Ratio("beside Weft", memory(scenario, "heap"), Peer.WEFT),
            new Table.Median("resident each", memory(scenario, "rss")),
            new Table.Median("created in", memory(scenario, "wall")),
            new Table.Range("min–max", memory(scenario, "wall")),
            new Table.Median("the first time", memory(scenario, "first"))));
  }

  private static Block each(String scenario) {
    return new Table(scenario, PEERS, Table.columns("each", loop(scenario + "-100000", "each")));
  }

  private static Block big(String scenario, List<String> peers, String metric) {
    List<Table.Column> columns = new ArrayList<>(Table.columns(metric, loop(scenario, metric)));
    columns.add(new Table.Median("the first time", loop(scenario, "first")));
    return new Table(scenario, peers, columns);
  }

  private static Block timers(String scenario, boolean all) {
    List<String> peers = new ArrayList<>(all ? PEERS : GROWING);
    if (all) {
      peers.addAll(List.of("scheduled-pool", "netty-wheel"));
    }
    List<Table.Column> columns = new ArrayList<>(Table.columns("CPU", loop(scenario, "cpu")));
    columns.add(new Table.Median("the first time", loop(scenario, "first-cpu")));
    columns.add(new Table.Median("out of order by", loop(scenario, "disorder")));
    return new Table(scenario, peers, columns);
  }

  private static Block memoryGoals() {
    return new Goals(
        "memory-goals",
        List.of(
            Goal.atMost("live heap of a sleeping task", HEAP, 120, "B"),
            Goal.atMost(
                "a million of them created in", memory("sleepers-1000000", "wall"), 0.5, "s"),
            Goal.atMost(
                "the same in a fresh process", memory("sleepers-1000000", "first"), 0.5, "s"),
            Goal.growth(
                "ten million beside one million",
                memory("sleepers-10000000", "wall"),
                memory("sleepers-1000000", "wall"),
                GROWTH)));
  }

  private static Block loopGoals() {
    return new Goals(
        "loop-goals",
        List.of(
            Goal.atMost("spawn and join", loop("spawn-100000", "each"), 100, "ns"),
            Goal.atMost(
                "a million timers, set and fired in exact order",
                loop("timers-1000000", "cpu"),
                0.5,
                "s"),
            Goal.atMost("a round trip over channels", loop("channel-100000", "each"), 60, "ns"),
            Goal.atMost("Skynet, a million tasks", loop("skynet-1000000", "wall"), 0.5, "s"),
            Goal.growth(
                "Skynet, ten million tasks beside one million",
                loop("skynet-10000000", "wall"),
                loop("skynet-1000000", "wall"),
                GROWTH),
            Goal.growth(
                "ten million timers beside one million",
                loop("timers-10000000", "cpu"),
                loop("timers-1000000", "cpu"),
                GROWTH),
            Goal.growth(
                "Skynet, ten million tasks beside one million",
                loop("skynet-10000000", "wall"),
                loop("skynet-1000000", "wall"),
                GROWTH)));
  }
}
