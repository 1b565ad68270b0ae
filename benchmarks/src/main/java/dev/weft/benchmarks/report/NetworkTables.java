// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Points 4 and 5: the network, and scale. */
final class NetworkTables {
  static final List<Integer> CONNECTIONS = List.of(1, 50, 200, 1_000, 10_000);
  private static final List<Integer> IDLE = List.of(1_000, 10_000);

  private static final List<Integer> SIZES = List.of(64, 1024);
  private static final List<Integer> GOALS = List.of(50, 200, 1_000, 10_000);

  static final List<String> MAIN =
      List.of(
          Peer.WEFT,
          "weft-epoll",
          Peer.HAND_WRITTEN,
          "netty-nio",
          "netty-epoll",
          "vertx",
          "kotlin",
          "virtual-threads",
          "c-epoll");

  private static final List<String> ALL_PEERS =
      Stream.concat(
              MAIN.stream(),
              Stream.of("weft-plain", "netty-io_uring", "go", "tokio", "uvloop", "asyncio", "node"))
          .toList();

  static final List<Block> ALL = blocks();

  private NetworkTables() {}

  static Metric echo(int bytes, int connections, String name) {
    return new Metric("network", "echo-" + bytes + "-" + connections, name);
  }

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(goals());
    blocks.add(together());
    for (int bytes : SIZES) {
      for (int connections : CONNECTIONS) {
        blocks.add(echo(bytes, connections));
      }
    }
    blocks.add(loops());
    IDLE.forEach(count -> blocks.add(idle("idle-" + count, count)));
    blocks.add(new Most());
    return blocks;
  }

  private static Block echo(int bytes, int connections) {
    Metric cpu = echo(bytes, connections, "cpu");
    return new Table(
        "echo-" + bytes + "-" + connections,
        ALL_PEERS,
        List.of(
            new Table.Median("CPU per message", cpu),
            new Table.Range("min–max", cpu),
            new Table.Ratio("beside hand-written", cpu, Peer.HAND_WRITTEN),
            new Table.Median("p50", echo(bytes, connections, "p50")),
            new Table.Median("p99", echo(bytes, connections, "p99")),
            new Table.Median("p99.9", echo(bytes, connections, "p999")),
            new Table.Median("messages/s", echo(bytes, connections, "throughput")),
            new Table.Median("allocated per message", echo(bytes, connections, "allocated"))));
  }

  /** The scenarios that there are goals for, as one. */
  private static Block together() {
    return new Together(
        "network-together",
        ALL_PEERS,
        Peer.HAND_WRITTEN,
        SIZES.stream()
            .flatMap(bytes -> GOALS.stream().map(count -> echo(bytes, count, "cpu")))
            .toList());
  }

  private static Block loops() {
    List<Table.Column> columns = new ArrayList<>();
    IntStream.of(1, 2)
        .forEach(
            loops -> {
              String many = loops == 1 ? "one loop: " : "two: ";
              Metric cpu = new Metric("loops", "loops-" + loops, "cpu");
              columns.add(new Table.Median(many + "CPU per message", cpu));
              columns.add(new Table.Ratio("beside hand-written", cpu, Peer.HAND_WRITTEN));
              columns.add(
                  new Table.Median(
                      many + "messages/s", new Metric("loops", "loops-" + loops, "throughput")));
            });
    return new Table("loops", ALL_PEERS, columns);
  }

  private static Block idle(String name, int count) {
    Metric cpu = new Metric("connections", "idle-" + count, "cpu");
    return new Table(
        name,
        ALL_PEERS,
        List.of(
            new Table.Median(
                "resident for each", new Metric("connections", "idle-" + count, "resident")),
            new Table.Median(
                "live heap for each", new Metric("connections", "idle-" + count, "heap")),
            new Table.Median("CPU per message", cpu),
            new Table.Ratio("beside hand-written", cpu, Peer.HAND_WRITTEN)));
  }

  /** As many connections as the machine had, which is not known before. */
  private record Most() implements Block {
    @Override
    public String name() {
      return "idle-most";
    }

    @Override
    public String render(Samples samples) {
      int most =
          samples.scenarios("connections").stream()
              .mapToInt(scenario -> Integer.parseInt(scenario.replace("idle-", "")))
              .max()
              .orElse(0);
      return String.format(Locale.ROOT, "%,d:%n%n", most) + idle(name(), most).render(samples);
    }
  }

  private static Block goals() {
    List<GoalGrid.Row> rows = new ArrayList<>();
    for (int bytes : SIZES) {
      for (int connections : GOALS) {
        rows.add(
            new GoalGrid.Row(
                String.format(Locale.ROOT, "%,d connections, %,d bytes", connections, bytes),
                List.of(
                    Goal.beside("", echo(bytes, connections, "cpu"), Peer.HAND_WRITTEN, 1),
                    Goal.beside("", echo(bytes, connections, "p99"), "netty-nio", 1),
                    // Less than a byte is the noise of asking.
                    Goal.atMost("", echo(bytes, connections, "allocated"), 1, "B"))));
      }
    }
    return new GoalGrid(
        "network-goals",
        List.of(
            "CPU per message beside hand-written: at most 1.00x",
            "p99 beside Netty NIO: at most 1.00x",
            "allocated per message: less than 1 B"),
        rows);
  }
}
