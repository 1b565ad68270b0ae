// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That the peers do what is measured, on a small scale. */
class TaskPeerTest {
  private static final List<TaskPeer> PEERS =
      List.of(new WeftTasks(), new HandWrittenTasks(), new KotlinTasks(), new VirtualThreadTasks());

  private interface Scenario {
    void runIn(TaskPeer peer) throws Exception;
  }

  private static void everywhere(Scenario scenario) throws Exception {
    for (TaskPeer peer : PEERS) {
      try {
        scenario.runIn(peer);
      } catch (TaskPeer.NoSuchScenarioException e) {
        // This JDK has no virtual threads.
      }
    }
  }

  @Test
  void sleepersAreLetGo() throws Exception {
    everywhere(
        peer -> {
          AtomicInteger asleep = new AtomicInteger();
          peer.sleepers(100, asleep::incrementAndGet);
          assertEquals(1, asleep.get());
        });
  }

  @Test
  void spawnAndJoinEnds() throws Exception {
    everywhere(peer -> peer.spawn(100));
  }

  @Test
  void roundTripsEnd() throws Exception {
    everywhere(peer -> peer.channel(100));
  }

  @Test
  void skynetCounts() throws Exception {
    everywhere(peer -> assertEquals(499_500, peer.skynet(1000)));
  }
}
