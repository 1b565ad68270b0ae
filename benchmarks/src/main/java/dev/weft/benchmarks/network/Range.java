// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Figure;
import dev.weft.benchmarks.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where servers are measured. Those of a round run side by side, all but one of them idle, so that
 * what is compared is measured within seconds of each other.
 */
final class Range implements AutoCloseable {
  /** Of the warm-up: how many have to be no better than the best before, and how many at most. */
  private static final int LAPS_IN_VAIN = 5;

  private static final int MOST_LAPS = 20;

  private final String suite;
  private final Session session;
  private final Path generator;
  private final Placement placement;
  private final List<RunningServer> servers = new ArrayList<>();

  private Range(String suite, Session session, Path generator, Placement placement) {
    this.suite = suite;
    this.session = session;
    this.generator = generator;
    this.placement = placement;
  }

  /** Empty if this machine cannot build the load generator. */
  static Optional<Range> open(String suite, Session session, Placement placement)
      throws IOException, InterruptedException {
    Optional<Path> built = session.built("load");
    if (built.isEmpty()) {
      session.missing(suite, "all", "all", "the load generator needs a C compiler");
    }
    return built.map(folder -> new Range(suite, session, folder.resolve("load"), placement));
  }

  /** Starts and warms up what the user wants, and the machine has, of {@code peers}. */
  void start(List<Peer> peers, List<String> jvmOptions, int loops)
      throws IOException, InterruptedException {
    for (Peer peer : peers) {
      if (!session.wants(peer.name())) {
        continue;
      }
      Optional<List<String>> command = peer.command(session, jvmOptions);
      if (command.isEmpty()) {
        session.missing(suite, "all", peer.name(), "this machine has no toolchain for it");
        continue;
      }
      try {
        RunningServer server =
            RunningServer.start(peer, placement.server(session, command.get()), loops);
        servers.add(server);
        warmUp(server);
      } catch (IOException e) {
        session.missing(suite, "all", peer.name(), String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Loads {@code server} until the figures do not fall any more: the last few laps were no better
   * than those before, so the JIT compiler has done its work.
   */
  private void warmUp(RunningServer server) throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    int inVain = 0;
    for (int lap = 0; lap < MOST_LAPS && inVain < LAPS_IN_VAIN; lap++) {
      double cpu = lap(server);
      inVain = cpu < 0.98 * best ? 0 : inVain + 1;
      best = Math.min(best, cpu);
      if (session.quick() || !server.peer.onJvm()) {
        return;
      }
    }
  }

  /** Returns the CPU that a message costs in a short while. */
  private double lap(RunningServer server) throws IOException, InterruptedException {
    try (RunningLoad running = load(server, new Load(50, 64, 0, 0.4))) {
      return running.readings().stream()
          .filter(reading -> reading.metric().equals("cpu"))
          .mapToDouble(RunningLoad.Reading::value)
          .findFirst()
          .orElseThrow();
    } finally {
      server.settle();
    }
  }

  List<RunningServer> servers() {
    return servers;
  }

  /** Begins to load {@code server}. */
  RunningLoad load(RunningServer server, Load load) throws IOException {
    return RunningLoad.start(session, generator, server, load, placement);
  }

  /** Loads {@code server}, and records what that costs. */
  void measure(String scenario, RunningServer server, Load load) throws InterruptedException {
    attempt(
        scenario,
        server,
        () -> {
          try (RunningLoad running = load(server, load)) {
            record(scenario, server, running.readings());
          }
        });
  }

  /** What may fail because of a server. */
  interface Attempt {
    void make() throws IOException, InterruptedException;
  }

  /** Does something with {@code server}; if it fails, it is missing from the scenario. */
  void attempt(String scenario, RunningServer server, Attempt attempt) throws InterruptedException {
    try {
      attempt.make();
      server.settle();
    } catch (IOException e) {
      session.missing(suite, scenario, server.peer.name(), String.valueOf(e.getMessage()));
    }
  }

  void record(String scenario, RunningServer server, List<RunningLoad.Reading> readings) {
    for (RunningLoad.Reading reading : readings) {
      record(scenario, server, reading.metric(), reading.unit(), reading.value());
    }
  }

  void record(String scenario, RunningServer server, String metric, String unit, double value) {
    session.record(new Figure(suite, scenario, server.peer.name(), metric, unit, value));
  }

  @Override
  public void close() throws IOException {
    for (RunningServer server : servers) {
      server.close();
    }
  }
}
