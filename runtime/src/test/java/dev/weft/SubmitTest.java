// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What other threads may do: a wake-up that was lost would let these tests hang. */
@SuppressWarnings({"NullAway", "FutureReturnValueIgnored"}) // what is null here fails the test
@Timeout(120)
class SubmitTest {
  private static Thread start(Runnable action) {
    Thread thread = new Thread(action);
    thread.start();
    return thread;
  }

  @Test
  void submittedBeforeTheRunBeginsWithIt() {
    try (Loop loop = new Loop()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int number = i;
        loop.submit(Sample.does("s" + i, () -> order.add(number)));
      }
      Task<String> last = loop.submit(Coroutine.of("x"));
      assertEquals("task-4", last.name());
      assertEquals("x", loop.run(awaits("main", last)));
      assertEquals(List.of(0, 1, 2), order);
    }
  }

  @Test
  void pingPongBetweenThreadsLosesNoWakeUp() throws Exception {
    int rounds = 5_000;
    try (Loop loop = new Loop()) {
      CompletableFuture<Void> stop = new CompletableFuture<>();
      Thread other =
          start(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  // The loop sleeps as a rule when this comes, and is about to at times.
                  assertEquals(i, loop.submit(Coroutine.of(i)).toCompletableFuture().join());
                }
                stop.complete(null);
              });
      loop.run(awaits("main", stop));
      other.join();
    }
  }

  @Test
  void manyThreadsAndALoopThatFallsAsleepInBetween() throws Exception {
    int threads = 4;
    int each = 2_500;
    AtomicInteger ran = new AtomicInteger();
    try (Loop loop = new Loop()) {
      CompletableFuture<Void> stop = new CompletableFuture<>();
      CountDownLatch left = new CountDownLatch(threads);
      for (int i = 0; i < threads; i++) {
        start(
            () -> {
              CompletableFuture<?> last = CompletableFuture.completedFuture(null);
              for (int j = 0; j < each; j++) {
                Task<?> task = loop.submit(Sample.does("counting", ran::incrementAndGet));
                if (j % 100 == 99) {
                  task.toCompletableFuture().join(); // lets the loop run dry
                }
                last = task.toCompletableFuture();
              }
              last.join();
              left.countDown();
              if (left.getCount() == 0) {
                stop.complete(null);
              }
            });
      }
      loop.run(awaits("main", stop));
    }
    assertEquals(threads * each, ran.get());
  }

  @Test
  void resumptionsFromManyThreads() {
    int rounds = 5_000;
    int[] sum = {0};
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              sum[0] += state == 0 ? 0 : reply.<Integer>get();
              return sum[0] < rounds
                  ? await(
                      1,
                      Weft.<Integer>suspend(
                          resumption -> CompletableFuture.runAsync(() -> resumption.resume(1))))
                  : end(sum[0]);
            });
    assertEquals(rounds, Weft.run(main));
  }

  @Test
  void cancelFromAnotherThread() throws Exception {
    try (Loop loop = new Loop()) {
      CountDownLatch sleeping = new CountDownLatch(1);
      Task<Object> task =
          loop.submit(
              new Sample<>(
                  "sleeping",
                  (state, reply) -> {
                    sleeping.countDown();
                    return state == 0 ? await(1, Weft.sleep(Duration.ofDays(1))) : end(reply.get());
                  }));
      Thread other =
          start(
              () -> {
                try {
                  sleeping.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                task.cancel();
              });
      assertThrows(CancellationException.class, () -> loop.run(awaits("main", task)));
      assertTrue(task.isCancelled());
      assertThrows(CancellationException.class, () -> task.toCompletableFuture().join());
      other.join();
    }
  }

  @Test
  void aSubmissionIsRunOrRefusedAlsoWhileTheLoopCloses() throws Exception {
    for (int round = 0; round < 100; round++) {
      Loop loop = new Loop();
      AtomicInteger accepted = new AtomicInteger();
      AtomicInteger ended = new AtomicInteger();
      Thread other =
          start(
              () -> {
                try {
                  for (int i = 0; i < 1_000; i++) {
                    Task<Integer> task = loop.submit(Coroutine.of(1));
                    accepted.incrementAndGet();
                    task.toCompletableFuture().whenComplete((v, e) -> ended.incrementAndGet());
                  }
                } catch (RejectedExecutionException closed) {
                  // as it should be
                }
              });
      loop.run(Coroutine.of(1));
      loop.close();
      other.join();
      assertEquals(accepted.get(), ended.get());
    }
  }

  @Test
  void wakingCostsNothingWhileTheLoopIsAwake() {
    VirtualShell shell = new VirtualShell();
    Loop loop = new Loop(shell);
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              if (state < 100) {
                Thread other = start(() -> loop.submit(Coroutine.of(1)));
                other.join();
                return await(state + 1, Weft.yieldNow());
              }
              return end("awake");
            });
    assertEquals("awake", loop.run(main));
    loop.close();
    assertEquals(0, shell.wakeups);
    assertFalse(loop.scheduler.post(loop.job(() -> {})));
  }
}
