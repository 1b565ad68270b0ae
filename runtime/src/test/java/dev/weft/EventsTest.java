// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of the user's own, resumptions, and stages. */
@SuppressWarnings("NullAway") // what is null here fails the test
class EventsTest {
  private record Ask(String what) implements Event<String> {}

  private final Watched world = new Watched();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anEventIsTaught() {
    world.loop.on(Ask.class, (ask, resumption) -> resumption.resume(ask.what() + "!"));
    assertEquals("hey!", world.run(awaits("asking", new Ask("hey"))));
  }

  @Test
  void anEventIsAnsweredLater() {
    List<Resumption<String>> asked = new ArrayList<>();
    world.loop.on(Ask.class, (ask, resumption) -> asked.add(resumption));
    Sample<Void> answering =
        Sample.does("answering", () -> assertTrue(asked.get(0).resume("late")));
    assertEquals(
        "late",
        world.run(
            new Sample<>(
                "main",
                (state, reply) ->
                    switch (state) {
                      case 0 -> await(1, Weft.spawn(answering));
                      case 1 -> await(2, new Ask("x"));
                      default -> end(reply.get());
                    })));
  }

  @Test
  void anEventThatNobodyTaughtNamesItselfAndTheCure() {
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> world.run(awaits("asking", new Ask("x"))));
    assertTrue(error.getMessage().contains("dev.weft.EventsTest$Ask"), error.getMessage());
    assertTrue(error.getMessage().contains("loop.on(Ask.class, "), error.getMessage());
  }

  @Test
  void aHandlerThatThrowsFailsTheAwait() {
    IOException error = new IOException("x");
    List<Resumption<String>> asked = new ArrayList<>();
    world.loop.on(
        Ask.class,
        (ask, resumption) -> {
          asked.add(resumption);
          throw error;
        });
    assertSame(
        error, assertThrows(IOException.class, () -> world.run(awaits("asking", new Ask("x")))));
    assertFalse(asked.get(0).resume("late"));
  }

  @Test
  void aHandlerThatAnswersAndThenThrowsHasAnswered() {
    world.loop.on(
        Ask.class,
        (ask, resumption) -> {
          resumption.resume("answer");
          throw new IOException("afterwards");
        });
    assertEquals("answer", world.run(awaits("asking", new Ask("x"))));
    assertEquals(List.of("main: afterwards"), world.failures);
  }

  @Test
  void aBuiltInEventCanBeTaughtAnew() {
    world.loop.on(Events.Sleep.class, (sleep, resumption) -> resumption.resume(null));
    world.run(world.sleeper("s", 1_000));
    assertEquals(List.of("0 s"), world.log);
  }

  @Test
  void aResumptionCountsOnce() {
    AtomicInteger counted = new AtomicInteger();
    Event<Integer> event =
        Weft.suspend(
            resumption -> {
              for (int i = 1; i <= 3; i++) {
                counted.addAndGet(resumption.resume(i) ? 1 : 0);
              }
              counted.addAndGet(resumption.fail(new IOException()) ? 1 : 0);
              assertTrue(resumption.isSettled());
            });
    assertEquals(1, (int) world.run(awaits("asking", event)));
    assertEquals(1, counted.get());
  }

  @Test
  void ofManyThreadsOneResumes() {
    AtomicInteger counted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    Event<Integer> event =
        Weft.suspend(
            resumption -> {
              for (int i = 0; i < 8; i++) {
                int value = i;
                Thread thread =
                    new Thread(() -> counted.addAndGet(resumption.resume(value) ? 1 : 0));
                threads.add(thread);
                thread.start();
              }
            });
    int value = Weft.run(awaits("asking", event));
    assertTrue(value >= 0 && value < 8);
    threads.forEach(EventsTest::join);
    assertEquals(1, counted.get());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCompleteFutureGivesItsValueWithoutATrip() {
    Sample<Object> sample = awaits("awaiting", CompletableFuture.completedFuture("x"));
    assertNull(sample.send(null));
    assertEquals("x", sample.result());
  }

  @Test
  void aFailedFutureThrowsTheOriginalWithoutATrip() {
    IOException error = new IOException("x");
    Sample<Object> sample = awaits("awaiting", CompletableFuture.failedFuture(error));
    assertSame(error, assertThrows(IOException.class, () -> sample.send(null)));
  }

  @Test
  void aStageResumesOnTheLoopsThread() {
    Thread here = Thread.currentThread();
    CompletableFuture<String> future = new CompletableFuture<>();
    Sample<Object> sample =
        new Sample<>(
            "awaiting",
            (state, reply) -> {
              if (state == 0) {
                new Thread(() -> future.complete("from elsewhere")).start();
                return await(1, future.thenApply(value -> value + "!"));
              }
              assertSame(here, Thread.currentThread());
              return end(reply.get());
            });
    assertEquals("from elsewhere!", Weft.run(sample));
  }

  @Test
  void aStageThrowsTheOriginal() {
    IOException error = new IOException("x");
    CompletableFuture<String> future = new CompletableFuture<>();
    Sample<Object> sample =
        new Sample<>(
            "awaiting",
            (state, reply) -> {
              if (state == 0) {
                new Thread(() -> future.completeExceptionally(new CompletionException(error)))
                    .start();
                return await(1, future.thenApply(value -> value).minimalCompletionStage());
              }
              return end(reply.get());
            });
    assertSame(error, assertThrows(IOException.class, () -> Weft.run(sample)));
  }
}
