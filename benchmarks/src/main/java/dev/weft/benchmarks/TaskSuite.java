// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The programs of {@code dev.weft.benchmarks.tasks} and their equivalents in other languages. */
record TaskSuite(String name, List<Scenario> scenarios) implements Suite {
  private static final String MEMORY = "memory";
  private static final int MILLION = 1_000_000;

  /** The same for every peer on the JVM, and more than any of them needs. */
  private static final List<String> HEAP = List.of("-Xms3g", "-Xmx8g");

  private static final List<Interleaved.Peer> PEERS =
      List.of(
          new OnJvm("weft", "WeftTasks"),
          new OnJvm("hand-written", "HandWrittenTasks"),
          new OnJvm("kotlin", "KotlinTasks"),
          new OnJvm("virtual-threads", "VirtualThreadTasks"),
          new OnJvm("scheduled-pool", "ScheduledPoolTasks"),
          new OnJvm("netty-wheel", "WheelTasks"),
          new Built("go", "go-tasks", "go-tasks"),
          new Built("tokio", "rust-tasks", "rust-tasks"),
          new Built("asyncio", "python-tasks", "asyncio-tasks"),
          new Built("uvloop", "python-tasks", "uvloop-tasks"),
          new Built("node", "node-tasks", "node-tasks"));

  /** What JOL counts, without a collector's help. */
  private static final List<Interleaved.Peer> LAYOUT = List.of(new OnJvm("weft", "WeftLayout"));

  /** What is large grows ten times once more, for those that say how well Weft does. */
  private static final Set<String> GROWING = Set.of("weft", "hand-written", "kotlin");

  static TaskSuite memory() {
    return new TaskSuite(
        MEMORY,
        List.of(
            new Scenario("sleepers", MILLION), new Scenario("sleepers", 10 * MILLION, GROWING)));
  }

  static TaskSuite loop() {
    return new TaskSuite(
        "loop",
        List.of(
            new Scenario("spawn", 100_000),
            new Scenario("channel", 100_000),
            new Scenario("skynet", MILLION),
            new Scenario("timers", MILLION / 100, GROWING),
            new Scenario("timers", MILLION / 10, GROWING),
            new Scenario("timers", MILLION),
            new Scenario("timers", 10 * MILLION, GROWING)));
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    Interleaved interleaved = new Interleaved(name, session);
    interleaved.run(scenarios, PEERS);
    if (name.equals(MEMORY)) {
      interleaved.run(List.of(new Scenario("layout", 10_000)), LAYOUT);
    }
  }

  /** A main class. */
  private record OnJvm(String name, String main) implements Interleaved.Peer {
    @Override
    public Optional<List<String>> command(Session session) {
      return Optional.of(session.java(HEAP, "dev.weft.benchmarks.tasks." + main));
    }
  }

  /** A program out of a folder of {@code benchmarks/peers}. */
  private record Built(String name, String folder, String program) implements Interleaved.Peer {
    @Override
    public Optional<List<String>> command(Session session)
        throws IOException, InterruptedException {
      Optional<Path> folder = session.built(this.folder);
      return folder
          .map(path -> path.resolve(program))
          .filter(Files::isExecutable)
          .map(path -> List.of(path.toString()));
    }
  }
}
