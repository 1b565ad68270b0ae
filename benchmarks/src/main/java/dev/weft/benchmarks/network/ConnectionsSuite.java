// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import dev.weft.benchmarks.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a connection costs that says nothing: in memory of the server, and in CPU for each message
 * of fifty others. Where each connection has a buffer of 16 KiB, that is a part of it.
 */
public final class ConnectionsSuite implements Suite {
  private static final int TALKING = 50;
  private static final int ENOUGH = 100_000;

  private static final List<Peer> PEERS =
      List.of(
          Peers.HAND_WRITTEN,
          Peers.WEFT,
          Peers.WEFT_EPOLL,
          Peers.NETTY_NIO,
          Peers.VERTX,
          Peers.KOTLIN,
          Peers.VIRTUAL_THREADS,
          Peers.C_EPOLL,
          Peers.GO,
          Peers.TOKIO,
          Peers.ASYNCIO,
          Peers.NODE);

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    int most = session.quick() ? 1_000 : Math.min(ENOUGH, OpenFiles.most() / 1_000 * 1_000);
    int[] counts = IntStream.of(1_000, 10_000, most).filter(n -> n <= most).distinct().toArray();
    for (int round = 0; round < session.rounds(); round++) {
      Optional<Range> opened = Range.open(name(), session, Placement.APART);
      if (opened.isEmpty()) {
        return;
      }
      try (Range range = opened.get()) {
        range.start(PEERS, JvmOptions.FOR_MEMORY, 1);
        for (RunningServer server : range.servers()) {
          range.attempt("all", server, () -> grow(session, range, server, counts));
        }
      }
    }
  }

  private static void grow(Session session, Range range, RunningServer server, int[] counts)
      throws IOException, InterruptedException {
    Memory without = measure(session, range, server, 0);
    for (int count : counts) {
      Memory with = measure(session, range, server, count);
      range.record(
          scenario(count),
          server,
          "resident",
          "B",
          (double) (with.resident - without.resident) / count);
      if (server.peer.onJvm()) {
        range.record(
            scenario(count), server, "heap", "B", (double) (with.live - without.live) / count);
      }
    }
  }

  private static Memory measure(Session session, Range range, RunningServer server, int count)
      throws IOException, InterruptedException {
    live(server); // what earlier connections have left behind is freed and can be used again
    server.settle();
    Load load = new Load(TALKING, 64, 0.3, session.quick() ? 0.2 : 1, count);
    try (RunningLoad running = range.load(server, load)) {
      range.record(scenario(count), server, running.readings());
      long live = live(server);
      return new Memory(server.resident(), live);
    }
  }

  /** Collects the garbage, where there is any, and returns what remains. */
  private static long live(RunningServer server) throws IOException {
    return server.peer.onJvm() ? server.ask("live") : 0;
  }

  private static String scenario(int idle) {
    return "idle-" + idle;
  }

  private record Memory(long resident, long live) {}
}
