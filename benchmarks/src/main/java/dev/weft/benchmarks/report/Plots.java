// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The plots. */
public final class Plots {
  /** Without those on Python: ten times as much as all others, they would hide how these differ. */
  private static final List<String> TASKS =
      List.of(
          Peer.WEFT,
          Peer.HAND_WRITTEN,
          "kotlin",
          "virtual-threads",
          "scheduled-pool",
          "netty-wheel",
          "go",
          "tokio",
          "node");

  private static final List<String> STEPS =
      List.of(Peer.WEFT, Peer.HAND_WRITTEN, "plain-method", "kotlin", "virtual-threads");

  private static final List<Plot> ALL =
      List.of(
          new DotPlot(
              "step.svg",
              "One step: less is better",
              "nanoseconds for each operation, powers of ten",
              STEPS,
              List.of(
                  step("await of a value", "completed-value"),
                  step("await of a completed coroutine", "completed-coroutine"),
                  step("await of a completed future", "completed-future"),
                  step("suspend and resume by hand", "send-resume"),
                  step("yield, one task", "ready-yield-1"),
                  step("yield, 100 tasks", "ready-yield-100"),
                  step("resume a leaf, depth 10", "leaf-resume-10"),
                  step("resume a leaf, depth 100", "leaf-resume-100"),
                  step("round of calls, depth 1", "call-round-1"),
                  step("round of calls, depth 10", "call-round-10"),
                  step("round of calls, depth 100", "call-round-100"),
                  step("a turn of a loop around an await", "loop-around-await"),
                  step("a turn of a loop between awaits", "loop-between-awaits"))),
          new BarPanels(
              "memory.svg",
              TASKS,
              List.of(
                  memory("A sleeping task: live heap", "heap"),
                  memory("A sleeping task: resident memory", "rss"),
                  memory("A million sleeping tasks, created in", "wall"))),
          new BarPanels(
              "loop.svg",
              TASKS,
              List.of(
                  loop("Spawn and join", "spawn-100000", "each"),
                  loop("Round trip over two channels", "channel-100000", "each"),
                  loop("A million timers: CPU", "timers-1000000", "cpu"),
                  loop("Skynet, a million tasks", "skynet-1000000", "wall"))),
          growth(
              "sleepers.svg",
              "Sleeping tasks created: less is better",
              "memory",
              "sleepers",
              "wall",
              List.of(10_000, 100_000, 1_000_000, 10_000_000)),
          growth(
              "skynet.svg",
              "Skynet: less is better",
              "loop",
              "skynet",
              "wall",
              List.of(10_000, 100_000, 1_000_000, 10_000_000)),
          growth(
              "timers.svg",
              "Timers, set and fired, in CPU: less is better",
              "loop",
              "timers",
              "cpu",
              // The JVM counts CPU by hundredths of a second, so there is nothing to say of fewer.
              List.of(100_000, 1_000_000, 10_000_000)),
          network("echo-64.svg", "An echo of 64 bytes: less is better", 64),
          network("echo-1024.svg", "An echo of 1 KiB: less is better", 1024),
          new BarPanels(
              "startup.svg",
              List.of("empty-main", Peer.WEFT, "kotlin", "virtual-threads", "netty", "vertx"),
              List.of(
                  new Overview.Row(
                      "From java to the first await and out",
                      new Metric("startup", "hello", "wall")),
                  new Overview.Row(
                      "The same with an AppCDS archive",
                      new Metric("startup", "hello-cds", "wall")))));

  private Plots() {}

  /** One file. */
  interface Plot {
    /** Writes it, unless nothing of it has been measured. */
    void write(Samples samples, Path folder) throws IOException;
  }

  /** Writes them all. */
  public static void write(Samples samples, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(folder);
    for (Plot plot : ALL) {
      plot.write(samples, folder);
    }
  }

  private static Overview.Row step(String text, String scenario) {
    return new Overview.Row(text, StepTables.time(scenario));
  }

  private static Overview.Row memory(String text, String metric) {
    return new Overview.Row(text, new Metric("memory", "sleepers-1000000", metric));
  }

  private static Overview.Row loop(String text, String scenario, String metric) {
    return new Overview.Row(text, TaskTables.loop(scenario, metric));
  }

  private static Plot network(String file, String title, int bytes) {
    return new LinePlot(
        file,
        title,
        "connections, powers of ten",
        "µs of the server's CPU for each message",
        false,
        NetworkTables.MAIN,
        NetworkTables.CONNECTIONS.stream()
            .map(n -> new LinePlot.Point(n, NetworkTables.echo(bytes, n, "cpu"), 1))
            .toList());
  }

  private static Plot growth(
      String file,
      String title,
      String suite,
      String scenario,
      String metric,
      List<Integer> sizes) {
    return new LinePlot(
        file,
        title,
        "how many, powers of ten",
        "ns for each",
        false,
        List.of(Peer.WEFT, Peer.HAND_WRITTEN, "kotlin"),
        sizes.stream()
            .map(n -> new LinePlot.Point(n, new Metric(suite, scenario + "-" + n, metric), 1e9 / n))
            .toList());
  }
}
