// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.sync.Channel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a {@link Channel} and is cancelled: nothing is lost, and nothing comes twice. */
class ChannelCancelTest {
  private final Timeline time = new Timeline();
  private final Channel<String> channel = new Channel<>(1);
  private final Event<Void> next = Weft.yieldNow();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void aReceiverBeforeItIsServedTakesNothing() {
    assertEquals(
        List.of("1 a threw Cancelled", "2 b got x"),
        time.run(
            () -> {
              time.start("a", channel.receive());
              time.start("b", channel.receive());
            },
            () -> time.cancel("a"),
            () -> channel.trySend("x"),
            () -> {}));
  }

  @Test
  void aReceiverInTheSameTurnLeavesTheElementToTheNext() {
    assertEquals(
        List.of("1 a threw Cancelled", "1 b got x"),
        time.run(
            () -> {
              time.start("a", channel.receive());
              time.start("b", channel.receive());
            },
            () -> {
              time.cancel("a");
              channel.trySend("x");
            },
            () -> {}));
  }

  @Test
  void aReceiverWhoWasServedGetsTheElementFirst() {
    assertEquals(
        List.of("1 a got x", "1 a threw Cancelled"),
        time.run(
            () -> time.start("a", channel.receive(), next),
            () -> {
              channel.trySend("x");
              time.cancel("a");
            },
            () -> assertNull(channel.tryReceive())));
  }

  @Test
  void aSenderBeforeItIsServedSendsNothing() {
    assertEquals(
        List.of("0 a got null", "1 b threw Cancelled", "2 c got null"),
        time.run(
            () -> {
              time.start("a", channel.send("a"));
              time.start("b", channel.send("b"));
              time.start("c", channel.send("c"));
            },
            () -> time.cancel("b"),
            () -> assertEquals("a", channel.tryReceive()),
            () -> assertEquals("c", channel.tryReceive()),
            () -> assertNull(channel.tryReceive())));
  }

  @Test
  void aSenderInTheSameTurnLeavesTheRoomToTheNext() {
    assertEquals(
        List.of("1 b threw Cancelled", "1 c got null"),
        time.run(
            () -> {
              channel.trySend("a");
              time.start("b", channel.send("b"));
              time.start("c", channel.send("c"));
            },
            () -> {
              time.cancel("b");
              assertEquals("a", channel.tryReceive());
            },
            () -> assertEquals("c", channel.tryReceive())));
  }

  @Test
  void aSenderWhoWasServedIsToldSoFirst() {
    assertEquals(
        List.of("1 b got null", "1 b threw Cancelled"),
        time.run(
            () -> {
              channel.trySend("a");
              time.start("b", channel.send("b"), next);
            },
            () -> {
              assertEquals("a", channel.tryReceive());
              time.cancel("b");
            },
            () -> assertEquals("b", channel.tryReceive())));
  }

  @Test
  void aSenderFromHandToHand() {
    Channel<String> narrow = new Channel<>(0);
    assertEquals(
        List.of("1 a threw Cancelled", "2 b got null", "2 b threw Cancelled"),
        time.run(
            () -> {
              time.start("a", narrow.send("a"), next);
              time.start("b", narrow.send("b"), next);
            },
            () -> time.cancel("a"),
            () -> {
              assertEquals("b", narrow.tryReceive());
              time.cancel("b");
            },
            () -> {}));
  }

  @Test
  void theFirstTheLastAndTheOneBetween() {
    assertEquals(
        List.of("1 b threw Cancelled", "2 d threw Cancelled", "3 a threw Cancelled", "4 c got x"),
        time.run(
            () -> List.of("a", "b", "c", "d").forEach(n -> time.start(n, channel.receive())),
            () -> time.cancel("b"),
            () -> time.cancel("d"),
            () -> time.cancel("a"),
            () -> channel.trySend("x"),
            () -> assertTrue(channel.trySend("y"), "nobody waits any more"),
            () -> assertEquals("y", channel.tryReceive())));
  }

  @Test
  void afterTheCloseThatEndedItsWaitLeavesItsReply() {
    assertEquals(
        List.of("1 r got null", "1 r threw Cancelled"),
        time.run(
            () -> time.start("r", channel.receive(), next),
            () -> {
              channel.close();
              time.cancel("r");
            },
            () -> {}));
  }

  @Test
  void beforeTheCloseIsCancelledOnly() {
    assertEquals(
        List.of("1 s threw Cancelled", "1 r threw Cancelled"),
        time.run(
            () -> {
              channel.trySend("x");
              time.start("s", channel.send("y"));
              time.start("r", new Channel<>(1).receive());
            },
            () -> {
              time.cancel("s");
              time.cancel("r");
              channel.close();
            },
            () -> {}));
  }
}
