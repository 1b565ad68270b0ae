// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole processes, round by round: in each round every scenario once with every peer. */
final class Interleaved {
  private static final int PATIENCE = 300;

  private final String suite;
  private final Session session;

  Interleaved(String suite, Session session) {
    this.suite = suite;
    this.session = session;
  }

  /** Someone who can be asked for a scenario. */
  interface Peer {
    String name();

    /** What starts it; empty if this machine has not what it takes. */
    Optional<List<String>> command(Session session) throws IOException, InterruptedException;

    /** Whether it takes many times as long as the others, so that the first round must do. */
    default boolean slow() {
      return false;
    }
  }

  void run(List<Scenario> scenarios, List<? extends Peer> peers)
      throws IOException, InterruptedException {
    for (int round = 1; round <= session.rounds(); round++) {
      System.out.println(suite + ", round " + round + " of " + session.rounds());
      for (Scenario scenario : scenarios) {
        for (Peer peer : peers) {
          boolean due = scenario.takes(peer.name(), round) && (round == 1 || !peer.slow());
          if (due && session.wants(peer.name())) {
            run(session.quick() ? scenario.smaller() : scenario, peer);
          }
        }
      }
    }
  }

  private void run(Scenario scenario, Peer peer) throws IOException, InterruptedException {
    Optional<List<String>> start = peer.command(session);
    if (start.isEmpty()) {
      session.missing(suite, scenario.title(), peer.name(), "it cannot be built here");
      return;
    }
    List<String> command = new ArrayList<>(session.pinned(0, start.get()));
    command.add(scenario.name());
    command.add(Integer.toString(scenario.size()));
    try {
      for (Program.Reading reading : new Program(command, PATIENCE).run()) {
        session.record(
            new Figure(
                suite,
                scenario.title(),
                peer.name(),
                reading.metric(),
                reading.unit(),
                reading.value()));
      }
    } catch (Program.ProgramFailedException e) {
      session.missing(suite, scenario.title(), peer.name(), e.reason());
    }
  }
}
