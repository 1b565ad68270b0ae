// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The real watchdog and real loops. Nothing waits for a time: a step blocks until a step has been
 * reported, and is taken again if that was another or the report came before it blocked.
 */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch"})
@Timeout(60)
class SlowStepTest {
  record Ask() implements Event<String> {}

  private final Loop loop = new Loop();
  private final BlockingQueue<SlowStep> told = new LinkedBlockingQueue<>();

  /** What is reported and not over. Guarded by this. */
  private @Nullable SlowStep open;

  SlowStepTest() {
    loop.slowStepThreshold(Duration.ofMillis(1));
    loop.onSlowStep(this::slow);
  }

  private synchronized void slow(SlowStep step) {
    told.add(step);
    open = step.over() ? null : step;
    notifyAll();
  }

  private synchronized void block() {
    try {
      while (open == null) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    loop.close();
  }

  /** Does {@code action}, which blocks, until it was seen blocking. */
  private SlowStep reported(Runnable action) throws InterruptedException {
    for (; ; ) {
      action.run();
      do {
        SlowStep step = told.take();
        SlowStep end = told.take();
        check(step, end);
        if (step.trace().stream().anyMatch(frame -> frame.getMethodName().equals("block"))) {
          return step;
        }
      } while (!told.isEmpty());
    }
  }

  private static void check(SlowStep step, SlowStep end) {
    assertFalse(step.over());
    assertEquals(Thread.currentThread().getName(), step.thread());
    assertTrue(step.held().toMillis() >= 1, step::toString);
    for (StackTraceElement frame : step.trace()) {
      assertFalse(frame.getMethodName().startsWith("resume"), step::toString);
      assertFalse(Trace.hidden(frame), step::toString);
    }
    assertTrue(end.over());
    assertEquals(step.task(), end.task());
    assertTrue(end.held().compareTo(step.held()) >= 0);
  }

  private Sample<Void> blocking(String name) {
    return new Sample<>(
        name,
        (state, reply) -> {
          if (state == 0) {
            return await(1, Weft.yieldNow());
          }
          block();
          return end();
        });
  }

  /** The methods of the coroutines. */
  private static List<String> coroutines(SlowStep step) {
    return step.trace().stream()
        .filter(frame -> frame.getClassName().equals("Sample"))
        .map(StackTraceElement::getMethodName)
        .toList();
  }

  @Test
  void isReportedWithTheCoroutineAndThoseWhoAwaitIt() throws Exception {
    SlowStep step =
        reported(
            () -> loop.run(Sample.awaits("outer", Sample.awaits("middle", blocking("inner")))));
    assertEquals("main", step.task());
    assertEquals(Thread.State.WAITING, step.state(), step::toString);
    assertNotNull(step.coroutine());
    assertEquals("inner", step.coroutine().getMethodName());
    assertEquals(List.of("inner", "middle", "outer"), coroutines(step));
    assertEquals(
        "Sample.outer(Sample.java:1)", step.trace().get(step.trace().size() - 1).toString());
    assertTrue(
        step.trace().stream().anyMatch(frame -> frame.toString().contains("Object.wait")),
        "what it called stays");
  }

  /** The inner one ends, and the middle one goes on in the same step. */
  @Test
  void isReportedWithTheCoroutineThatGoesOnAfterAnother() throws Exception {
    SlowStep step = reported(() -> loop.run(Sample.awaits("outer", blockingAfter("inner"))));
    assertEquals(List.of("middle", "outer"), coroutines(step));
  }

  private Sample<Void> blockingAfter(String inner) {
    return new Sample<>(
        "middle",
        (state, reply) -> {
          if (state == 0) {
            return await(1, Sample.awaits(inner, Weft.yieldNow()));
          }
          block();
          return end();
        });
  }

  @Test
  void isReportedWithTheCoroutineForWhichAHandlerBlocks() throws Exception {
    loop.on(
        Ask.class,
        (Ask ask, Resumption<String> resumption) -> {
          block();
          resumption.resume("at last");
        });
    SlowStep step =
        reported(() -> loop.run(Sample.awaits("outer", Sample.awaits("asking", new Ask()))));
    assertEquals("main", step.task());
    assertEquals("Sample.asking(Sample.java:1)", String.valueOf(step.coroutine()));
    assertEquals(List.of("asking", "outer"), coroutines(step));
  }

  @Test
  void isReportedOfTheTaskThatCompletesAFuture() throws Exception {
    SlowStep step =
        reported(
            () -> {
              Task<Object> task = loop.submit(Sample.awaits("short", Weft.yieldNow()));
              CompletableFuture<Void> after = task.toCompletableFuture().thenRun(this::block);
              loop.run(Sample.awaits("main", after));
            });
    assertTrue(String.valueOf(step.task()).startsWith("task-"), step::toString);
    assertTrue(
        step.trace().stream()
            .anyMatch(frame -> frame.getClassName().equals(CompletableFuture.class.getName())),
        step::toString);
  }

  @Test
  void isReportedOfWhatNoTaskDoes() throws Exception {
    loop.onFailure((task, error) -> block());
    SlowStep step = reported(() -> loop.run(losing(Sample.does("crash", SlowStepTest::crash))));
    assertNull(step.task());
    assertNull(step.coroutine());
    assertTrue(step.toString().startsWith("A callback has held the loop of"), step::toString);
  }

  private static void crash() {
    throw new IllegalStateException("crash");
  }

  /** Spawns one that fails, and loses it. */
  private static Sample<Void> losing(Coroutine<Void> crash) {
    List<Task<?>> kept = new ArrayList<>();
    return new Sample<>(
        "losing",
        (state, reply) -> {
          switch (state) {
            case 0:
              return await(1, Weft.spawn(crash));
            case 1:
              kept.add(reply.get());
              return await(2, Weft.yieldNow());
            case 2:
              ((Fiber<?>) kept.get(0)).unasked().unreachable(); // as the collector would
              return await(3, Weft.sleep(Duration.ofNanos(1)));
            default:
              return end();
          }
        });
  }
}
