// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The session behind {@code benchmarks/run}: prints each figure as it comes. */
final class Measurement implements Session {
  private static final int ROUNDS = 3;

  private final Options options;
  private final BuiltPeers peers;
  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();

  Measurement(Options options, Path target) {
    this.options = options;
    this.peers = new BuiltPeers(Path.of("benchmarks/peers"), target.resolve("peers"));
  }

  /** What has been recorded so far. */
  List<Figure> figures() {
    return figures;
  }

  @Override
  public int rounds() {
    if (options.rounds() > 0) {
      return options.rounds();
    }
    return options.quick() ? 1 : ROUNDS;
  }

  @Override
  public boolean quick() {
    return options.quick();
  }

  @Override
  public boolean wants(String peer) {
    return options.peers().isEmpty() || options.peers().contains(peer);
  }

  @Override
  public void record(Figure figure) {
    figures.add(figure);
    System.out.printf(
        "%-8s %-24s %-20s %-12s %12.4g %s%n",
        figure.suite(),
        figure.scenario(),
        figure.peer(),
        figure.metric(),
        figure.value(),
        figure.unit());
  }

  @Override
  public void missing(String suite, String scenario, String peer, String why) {
    String report = String.join(" ", suite, scenario, peer, "is missing:", why);
    if (reported.add(report)) {
      System.out.println(report);
    }
  }

  @Override
  public Optional<Path> built(String folder) throws IOException, InterruptedException {
    return peers.built(folder);
  }

  @Override
  public List<String> java(List<String> options, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    return command;
  }

  @Override
  public List<String> pinned(int core, List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      return command;
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    pinned.addAll(command);
    return pinned;
  }
}
