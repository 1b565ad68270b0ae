// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.sync.Channel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a {@link Channel} has to do with its loop, with another one, and with none. */
class ChannelHomeTest {
  private final Watched home = new Watched();
  private final Watched abroad = new Watched();
  private final Channel<String> channel = new Channel<>(1);

  @AfterEach
  void close() {
    home.close();
    abroad.close();
  }

  @Test
  void whoWaitsForWhatNobodySendsIsADeadlock() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class, () -> home.run(Sample.awaits("main", channel.receive())));
    assertEquals(
        """
        deadlock: nothing can ever resume any task of the loop on thread main, 1 task
        └── main, waiting for an element of Channel[0 of 1], for 0.000 s
                at Sample.main(Sample.java:1)\
        """,
        error.getMessage());
    assertTrue(channel.trySend("it no longer waits, so this stays"));
    assertEquals(1, channel.size());
  }

  @Test
  void whoWaitsForRoomThatNobodyMakesIsADeadlock() {
    channel.trySend("x");
    assertThrows(
        IllegalStateException.class, () -> home.run(Sample.awaits("main", channel.send("y"))));
    assertEquals("x", channel.tryReceive());
    assertNull(channel.tryReceive());
  }

  @Test
  void anotherLoopMayNotUseIt() {
    home.run(Sample.awaits("main", channel.send("x")));
    refused(Sample.awaits("receive", channel.receive()));
    refused(Sample.awaits("send", channel.send("y")));
    refused(Sample.does("tryReceive", channel::tryReceive));
    refused(Sample.does("trySend", () -> channel.trySend("y")));
    refused(Sample.does("close", channel::close));
    assertEquals("x", channel.tryReceive());
  }

  private void refused(Coroutine<?> coroutine) {
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> abroad.run(coroutine));
    assertTrue(
        error.getMessage().startsWith("the channel belongs to another loop"), error.getMessage());
  }

  @Test
  void tryingIsUsingToo() {
    home.run(Sample.does("main", () -> channel.trySend("x")));
    refused(Sample.awaits("receive", channel.receive()));
  }

  @Test
  void anotherThreadMayNotUseItWhileItsLoopRuns() {
    home.run(
        Sample.does(
            "main",
            () -> {
              channel.trySend("x");
              CompletableFuture<?> elsewhere = CompletableFuture.runAsync(channel::tryReceive);
              Throwable error = assertThrows(CompletionException.class, elsewhere::join).getCause();
              assertTrue(error instanceof IllegalStateException, error::toString);
              assertEquals("x", channel.tryReceive());
            }));
  }

  @Test
  void itIsUsedWithoutALoopBeforeAndAfterItHasOne() {
    channel.trySend("x");
    assertEquals("x", home.run(Sample.awaits("main", channel.receive())));
    channel.trySend("y");
    assertEquals("y", home.run(Sample.awaits("main", channel.receive())));
  }

  @Test
  void whoWaitsIsServedBetweenTwoRuns() {
    Task<String> receiver = home.loop.submit(Sample.awaits("receiver", channel.receive()));
    home.run(Sample.awaits("main", Weft.yieldNow()));
    channel.trySend("x");
    assertEquals("x", home.run(Sample.awaits("main", receiver)));
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void aLoopThatHasBeenTaughtAnotherWayTakesThat() {
    Class<Channel.Receive<String>> type =
        (Class<Channel.Receive<String>>) (Class<?>) Channel.Receive.class;
    home.loop.on(type, (event, resumption) -> resumption.resume("taught"));
    assertEquals("taught", home.run(Sample.awaits("main", channel.receive())));
  }

  @Test
  void aLoopByHandPerformsItsEvents() {
    ArrayDeque<Coroutine<?>> ready = new ArrayDeque<>();
    List<String> log = home.log;
    ready.add(
        new Sample<>(
            "producer",
            (state, reply) -> {
              reply.get();
              return state < 5 ? await(state + 1, channel.send("x" + state)) : end();
            }));
    ready.add(
        new Sample<>(
            "consumer",
            (state, reply) -> {
              if (state > 0) {
                log.add(reply.get());
              }
              return state < 5 ? await(state + 1, channel.receive()) : end();
            }));
    List<Coroutine<?>> coroutines = List.copyOf(ready);
    Event<?>[] wanted = {coroutines.get(0).send(null), coroutines.get(1).send(null)};
    for (int i = 0; wanted[0] != null || wanted[1] != null; i = 1 - i) {
      if (wanted[i] instanceof Channel.Send<?> send && accepts(send)) {
        wanted[i] = coroutines.get(i).send(null);
      } else if (wanted[i] instanceof Channel.Receive<?> receive) {
        Object element = receive.channel().tryReceive();
        if (element != null) {
          wanted[i] = coroutines.get(i).send(element);
        }
      }
    }
    assertEquals(List.of("x0", "x1", "x2", "x3", "x4"), log);
  }

  private static <T> boolean accepts(Channel.Send<T> send) {
    return send.channel().trySend(send.element());
  }
}
