// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.sync.Channel;
import dev.weft.sync.ChannelClosedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Channel#close} in each state. */
class ChannelCloseTest {
  private final Timeline time = new Timeline();
  private final Channel<String> channel = new Channel<>(1);

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void anEmptyOneRepliesNullFromThenOn() {
    channel.close();
    assertTrue(channel.isClosed());
    assertNull(channel.tryReceive());
    assertEquals("Channel[0 of 1, closed]", channel.toString());
    assertEquals(
        List.of("0 r got null", "0 r got null"),
        time.run(() -> time.start("r", channel.receive(), channel.receive()), () -> {}));
  }

  @Test
  void whatItHasAcceptedIsStillReceived() {
    channel.trySend("x");
    channel.close();
    assertEquals(
        List.of("0 r got x", "0 r got null"),
        time.run(() -> time.start("r", channel.receive(), channel.receive()), () -> {}));
  }

  @Test
  void sendingFails() {
    channel.close();
    assertThrows(ChannelClosedException.class, () -> channel.trySend("x"));
    assertEquals(
        List.of("0 s threw ChannelClosedException"),
        time.run(() -> time.start("s", channel.send("x")), () -> {}));
    assertEquals(0, channel.size());
  }

  @Test
  void receiversWhoWaitGetNull() {
    assertEquals(
        List.of("1 a got null", "1 b got null"),
        time.run(
            () -> {
              time.start("a", channel.receive());
              time.start("b", channel.receive());
            },
            channel::close,
            () -> {}));
  }

  @Test
  void sendersWhoWaitFailAndTheirElementsAreNotReceived() {
    assertEquals(
        List.of(
            "0 a got null",
            "1 b threw ChannelClosedException",
            "1 c threw ChannelClosedException",
            "2 r got a",
            "2 r got null"),
        time.run(
            () -> {
              time.start("a", channel.send("a"));
              time.start("b", channel.send("b"));
              time.start("c", channel.send("c"));
            },
            channel::close,
            () -> time.start("r", channel.receive(), channel.receive()),
            () -> {}));
  }

  @Test
  void sendersFromHandToHandFailToo() {
    Channel<String> narrow = new Channel<>(0);
    assertEquals(
        List.of("1 a threw ChannelClosedException"),
        time.run(
            () -> time.start("a", narrow.send("a")),
            narrow::close,
            () -> assertNull(narrow.tryReceive())));
  }

  @Test
  void whatWasAcceptedBeforeItInTheSameTurnStands() {
    assertEquals(
        List.of("1 r got x", "1 s got null"),
        time.run(
            () -> time.start("r", channel.receive()),
            () -> {
              channel.trySend("x");
              time.start("s", channel.send("y"));
            },
            channel::close,
            () -> assertEquals("y", channel.tryReceive())));
  }

  @Test
  void twiceIsAsOnce() {
    channel.trySend("x");
    channel.close();
    channel.close();
    assertEquals("x", channel.tryReceive());
  }

  @Test
  void theFailureOfASenderReadsAsIfTheSendHadThrownIt() {
    Task<?>[] sender = new Task<?>[1];
    time.run(
        () -> {
          channel.trySend("x");
          sender[0] = time.world.loop.submit(Sample.awaits("sender", channel.send("y")));
        },
        channel::close,
        () -> {});
    ChannelClosedException error =
        assertThrows(
            ChannelClosedException.class, () -> time.world.run(Sample.awaits("main", sender[0])));
    assertEquals("cannot send: the channel is closed", error.getMessage());
    assertEquals("sender", error.getStackTrace()[0].getMethodName());
  }

  @Test
  void theFramesOfTheLoopAreNotInTheTrace() {
    channel.close();
    ChannelClosedException error =
        assertThrows(
            ChannelClosedException.class,
            () -> time.world.run(Sample.awaits("sender", channel.send("x"))));
    List<String> frames = Stream.of(error.getStackTrace()).map(Sample::place).toList();
    int own = frames.indexOf("Sample.sender(Sample.java:1)");
    assertTrue(own > 0, frames::toString);
    assertTrue(
        frames.subList(0, own).stream().allMatch(frame -> frame.contains("dev.weft.sync.Channel")),
        frames::toString);
  }
}
