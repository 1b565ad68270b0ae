// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The programs of {@code dev.weft.benchmarks.tasks} and their equivalents in other languages. */
record TaskSuite(String name, List<Scenario> scenarios) implements Suite {
  private static final String MEMORY = "memory";
  private static final int MILLION = 1_000_000;

  /**
   * For what is created all at once, the same for every peer on the JVM. It stays young, be it ten
   * million tasks: else the figures would be those of the collector.
   */
  private static final List<String> LARGE = List.of("-Xms8g", "-Xmx8g", "-Xmn5g");

  /**
   * For what goes on and on. The warm-up has been all over this heap: else the figures would be
   * those of the system that provides its pages.
   */
  private static final List<String> SMALL = List.of("-Xms1g", "-Xmx1g");

  /** What JOL counts, without a collector's help. */
  private static final List<Interleaved.Peer> LAYOUT =
      List.of(new OnJvm("weft", "WeftLayout", SMALL));

  /** How large the same is made for the curves, and by whom: the others would take too long. */
  private static final List<Integer> SIZES = List.of(MILLION / 100, MILLION / 10, 10 * MILLION);

  /** The scenarios of which the steady state is measured. */
  private static final Set<String> STEADY = Set.of("spawn", "channel");

  private static final Set<String> GROWING = Set.of("weft", "hand-written", "kotlin");

  private static List<Interleaved.Peer> peers(List<String> heap) {
    return List.of(
        new OnJvm("weft", "WeftTasks", heap),
        new OnJvm("hand-written", "HandWrittenTasks", heap),
        new OnJvm("kotlin", "KotlinTasks", heap),
        new OnJvm("virtual-threads", "VirtualThreadTasks", heap),
        new OnJvm("scheduled-pool", "ScheduledPoolTasks", heap),
        new OnJvm("netty-wheel", "WheelTasks", heap),
        new Built("go", "go-tasks", "go-tasks"),
        new Built("tokio", "rust-tasks", "rust-tasks"),
        new Built("asyncio", "python-tasks", "asyncio-tasks"),
        new Built("uvloop", "python-tasks", "uvloop-tasks"),
        new Built("node", "node-tasks", "node-tasks"));
  }

  static TaskSuite memory() {
    return new TaskSuite(MEMORY, scenarios(List.of(new Scenario("sleepers", MILLION)), "sleepers"));
  }

  static TaskSuite loop() {
    return new TaskSuite(
        "loop",
        scenarios(
            List.of(
                new Scenario("spawn", 100_000),
                new Scenario("channel", 100_000),
                new Scenario("skynet", MILLION),
                new Scenario("timers", MILLION)),
            "skynet",
            "timers"));
  }

  private static List<Scenario> scenarios(List<Scenario> all, String... growing) {
    return Stream.concat(
            all.stream(),
            Stream.of(growing)
                .flatMap(name -> SIZES.stream().map(n -> Scenario.once(name, n, GROWING))))
        .toList();
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    Interleaved interleaved = new Interleaved(name, session);
    interleaved.run(steady(true), peers(SMALL));
    interleaved.run(steady(false), peers(LARGE));
    if (name.equals(MEMORY)) {
      interleaved.run(List.of(new Scenario("layout", 10_000)), LAYOUT);
    }
  }

  private List<Scenario> steady(boolean wanted) {
    return scenarios.stream()
        .filter(scenario -> STEADY.contains(scenario.name()) == wanted)
        .toList();
  }

  /** A main class. */
  private record OnJvm(String name, String main, List<String> heap) implements Interleaved.Peer {
    @Override
    public Optional<List<String>> command(Session session) {
      return Optional.of(session.java(heap, "dev.weft.benchmarks.tasks." + main));
    }
  }

  /** A program out of a folder of {@code benchmarks/peers}. */
  private record Built(String name, String folder, String program) implements Interleaved.Peer {
    @Override
    public boolean slow() {
      return folder.equals("python-tasks");
    }

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
