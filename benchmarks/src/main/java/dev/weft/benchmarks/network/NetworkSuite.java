// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import dev.weft.benchmarks.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Echo on one core: each message size with each number of connections. */
public final class NetworkSuite implements Suite {
  private static final List<Integer> SIZES = List.of(64, 1024);
  private static final List<Integer> CONNECTIONS = List.of(1, 50, 200, 1_000, 10_000);

  /** For {@link Peers#OTHERS}. */
  private static final List<Integer> FEW = List.of(50, 1_000);

  @Override
  public String name() {
    return "network";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    int most = session.quick() ? 1_000 : OpenFiles.most();
    for (int round = 0; round < session.rounds(); round++) {
      Optional<Range> opened = Range.open(name(), session, Placement.APART);
      if (opened.isEmpty()) {
        return;
      }
      try (Range range = opened.get()) {
        range.start(Peers.ALL, JvmOptions.FOR_SPEED, 1);
        for (int bytes : SIZES) {
          for (int connections : CONNECTIONS) {
            if (connections <= most) {
              measure(session, range, bytes, connections, round);
            }
          }
        }
      }
    }
  }

  private static void measure(Session session, Range range, int bytes, int connections, int round)
      throws InterruptedException {
    Load load = new Load(connections, bytes, 0.3, session.quick() ? 0.2 : 1);
    List<RunningServer> servers = range.servers();
    for (int i = 0; i < servers.size(); i++) {
      // In each round another one comes first.
      RunningServer server = servers.get((i + round) % servers.size());
      if (Peers.MAIN.contains(server.peer) || FEW.contains(connections)) {
        range.measure("echo-" + bytes + "-" + connections, server, load);
      }
    }
  }
}
