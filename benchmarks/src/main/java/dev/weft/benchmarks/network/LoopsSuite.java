// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import dev.weft.benchmarks.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The same echo on one loop and on two. Server and load share the cores, also when there is one
 * loop: on two cores the second loop has only what the load generator leaves.
 */
public final class LoopsSuite implements Suite {
  private static final List<Peer> PEERS =
      List.of(
          Peers.HAND_WRITTEN,
          Peers.WEFT,
          Peers.WEFT_EPOLL,
          Peers.NETTY_NIO,
          Peers.NETTY_EPOLL,
          Peers.KOTLIN,
          Peers.VIRTUAL_THREADS,
          Peers.C_EPOLL,
          Peers.GO,
          Peers.TOKIO);

  @Override
  public String name() {
    return "loops";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    Load load = new Load(200, 64, 0.3, session.quick() ? 0.2 : 1.5);
    for (int round = 0; round < session.rounds(); round++) {
      for (int loops = 1; loops <= 2; loops++) {
        Optional<Range> opened = Range.open(name(), session, Placement.TOGETHER);
        if (opened.isEmpty()) {
          return;
        }
        try (Range range = opened.get()) {
          range.start(PEERS, JvmOptions.FOR_SPEED, loops);
          for (RunningServer server : range.servers()) {
            range.measure("loops-" + loops, server, load);
          }
        }
      }
    }
  }
}
