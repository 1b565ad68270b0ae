// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.sync.Channel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sends and receives what, and when: {@link Channel} while it is open. */
class ChannelOrderTest {
  private final Timeline time = new Timeline();
  private final Channel<String> channel = new Channel<>(2);
  private final Channel<String> narrow = new Channel<>(0);

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void elementsAreReceivedInTheOrderInWhichTheyWereSent() {
    assertEquals(
        List.of(
            "0 s got null", "0 s got null", "1 r got a", "1 r got b", "1 r got c", "1 s got null"),
        time.run(
            () -> time.start("s", channel.send("a"), channel.send("b"), channel.send("c")),
            () -> time.start("r", channel.receive(), channel.receive(), channel.receive()),
            () -> {}));
  }

  @Test
  void whoSendsToAFullOneWaitsForRoom() {
    assertEquals(
        List.of(
            "0 a got null",
            "0 b got null",
            "2 receives a",
            "2 c got null",
            "3 receives b",
            "3 d got null"),
        time.run(
            () -> {
              time.start("a", channel.send("a"));
              time.start("b", channel.send("b"));
              time.start("c", channel.send("c"));
              time.start("d", channel.send("d"));
            },
            () -> assertEquals("Channel[2 of 2]", channel.toString()),
            () -> time.log("receives " + channel.tryReceive()),
            () -> time.log("receives " + channel.tryReceive())));
  }

  @Test
  void thoseWhoWaitToSendGoOnInTheOrderInWhichTheyCame() {
    assertEquals(
        List.of("1 a got null", "2 b got null", "3 c got null"),
        time.run(
            () -> {
              time.start("a", narrow.send("1"));
              time.start("b", narrow.send("2"));
              time.start("c", narrow.send("3"));
            },
            () -> assertEquals("1", narrow.tryReceive()),
            () -> assertEquals("2", narrow.tryReceive()),
            () -> assertEquals("3", narrow.tryReceive()),
            () -> {}));
  }

  @Test
  void thoseWhoWaitToReceiveGoOnInTheOrderInWhichTheyCame() {
    assertEquals(
        List.of("1 a got 1", "1 b got 2", "2 c got 3"),
        time.run(
            () -> {
              time.start("a", channel.receive());
              time.start("b", channel.receive());
              time.start("c", channel.receive());
            },
            () -> {
              channel.trySend("1");
              channel.trySend("2");
            },
            () -> channel.trySend("3"),
            () -> {}));
  }

  @Test
  void nobodyOvertakesAReceiverWhoHasWaited() {
    assertEquals(
        List.of("1 late null", "1 early got x"),
        time.run(
            () -> time.start("early", channel.receive()),
            () -> {
              channel.trySend("x");
              time.log("late " + channel.tryReceive());
            },
            () -> {}));
  }

  @Test
  void nobodyOvertakesASenderWhoHasWaited() {
    assertEquals(
        List.of("1 late false", "1 early got null", "2 1, early, null"),
        time.run(
            () -> {
              channel.trySend("0");
              channel.trySend("1");
              time.start("early", channel.send("early"));
            },
            () -> {
              assertEquals("0", channel.tryReceive());
              time.log("late " + channel.trySend("late"));
            },
            () ->
                time.log(
                    channel.tryReceive()
                        + ", "
                        + channel.tryReceive()
                        + ", "
                        + channel.tryReceive())));
  }

  @Test
  void withoutRoomAnElementGoesFromHandToHand() {
    assertEquals(
        List.of("1 r got x", "1 s got null", "3 r2 got y"),
        time.run(
            () -> {
              assertEquals(false, narrow.trySend("nobody is there"));
              time.start("s", narrow.send("x"));
            },
            () -> {
              assertEquals("Channel[0 of 0]", narrow.toString());
              time.start("r", narrow.receive());
            },
            () -> time.start("r2", narrow.receive()),
            () -> assertEquals(true, narrow.trySend("y")),
            () -> {}));
  }

  @Test
  void aLargeOneTakesMemoryOnlyForWhatIsInIt() {
    Channel<Integer> large = new Channel<>(Integer.MAX_VALUE);
    IntStream.range(0, 1000).forEach(large::trySend);
    assertEquals(1000, large.size());
    assertEquals(Integer.MAX_VALUE, large.capacity());
    IntStream.range(0, 1000).forEach(i -> assertEquals(i, large.tryReceive()));
  }

  @Test
  void eventsAreValues() {
    assertEquals(channel.send("x"), channel.send("x"));
    assertSame(channel.receive(), channel.receive());
    assertEquals("Receive[channel=Channel[0 of 2]]", channel.receive().toString());
  }

  @Test
  @SuppressWarnings("NullAway")
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Channel<>(-1));
    assertThrows(NullPointerException.class, () -> channel.send(null));
    assertThrows(NullPointerException.class, () -> channel.trySend(null));
  }
}
