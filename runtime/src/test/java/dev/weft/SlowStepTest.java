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
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The real watchdog and real loops. Nothing waits for a time: a step blocks until it has been
 * reported, and the test until the end of the step has.
 */
@Timeout(60)
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch"})
class SlowStepTest {
  record Ask() implements Event<String> {}

  private final Loop loop = new Loop();
  private final Semaphore reported = new Semaphore(0);
  private final BlockingQueue<SlowStep> steps = new LinkedBlockingQueue<>();

  SlowStepTest() {
    loop.slowStepThreshold(Duration.ofMillis(1));
    // Others may be slow on a slow machine, such as one that loads classes.
    loop.onSlowStep(
        step -> {
          boolean blocked =
              step.trace().stream().anyMatch(frame -> frame.getMethodName().equals("block"));
          if (blocked) {
            steps.add(step);
            reported.release(); // once more at the end, which is nobody's business
          }
        });
  }

  @AfterEach
  void close() {
    loop.close();
  }

  private void block() {
    reported.acquireUninterruptibly();
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

  private SlowStep next() throws InterruptedException {
    SlowStep step = steps.take();
    assertFalse(step.over());
    assertEquals(Thread.currentThread().getName(), step.thread());
    assertTrue(step.held().toMillis() >= 1, step::toString);
    for (StackTraceElement frame : step.trace()) {
      assertFalse(frame.getMethodName().startsWith("resume"), step::toString);
      assertFalse(Traces.runtime(frame), step::toString);
    }
    SlowStep end = steps.take();
    assertEquals(step.task(), end.task());
    assertTrue(end.over());
    assertTrue(end.held().compareTo(step.held()) >= 0);
    assertNull(steps.poll(), "each is told once");
    return step;
  }

  @Test
  void isReportedWithTheCoroutineAndThoseWhoAwaitIt() throws Exception {
    loop.run(Sample.awaits("outer", Sample.awaits("middle", blocking("inner"))));
    SlowStep step = next();
    assertEquals("main", step.task());
    assertEquals(Thread.State.WAITING, step.state());
    assertNotNull(step.coroutine());
    assertEquals("inner", step.coroutine().getMethodName());
    assertEquals(List.of("inner", "middle", "outer"), coroutines(step));
    assertEquals(
        "Sample.outer(Sample.java:1)", step.trace().get(step.trace().size() - 1).toString());
    assertTrue(
        step.trace().stream().anyMatch(frame -> frame.toString().contains("Semaphore.java")),
        "what it called stays");
  }

  /** The inner one ends, and the middle one goes on in the same step. */
  @Test
  void isReportedWithTheCoroutineThatGoesOnAfterAnother() throws Exception {
    Sample<Void> middle =
        new Sample<>(
            "middle",
            (state, reply) -> {
              if (state == 0) {
                return await(1, Sample.awaits("inner", Weft.yieldNow()));
              }
              block();
              return end();
            });
    loop.run(Sample.awaits("outer", middle));
    assertEquals(List.of("middle", "outer"), coroutines(next()));
  }

  @Test
  void isReportedWithTheCoroutineForWhichAHandlerBlocks() throws Exception {
    loop.on(
        Ask.class,
        (Ask ask, Resumption<String> resumption) -> {
          block();
          resumption.resume("at last");
        });
    assertEquals(
        "at last", loop.<String>run(Sample.awaits("outer", Sample.awaits("asking", new Ask()))));
    SlowStep step = next();
    assertEquals("main", step.task());
    assertEquals("Sample.asking(Sample.java:1)", String.valueOf(step.coroutine()));
    assertEquals(List.of("asking", "outer"), coroutines(step));
  }

  @Test
  void isReportedOfTheTaskThatCompletesAFuture() throws Exception {
    Task<Object> task = loop.submit(Sample.awaits("short", Weft.yieldNow()));
    CompletableFuture<Void> after = task.toCompletableFuture().thenRun(this::block);
    loop.run(Sample.awaits("main", after));
    SlowStep step = next();
    assertEquals("task-1", step.task());
    assertTrue(
        step.trace().stream()
            .anyMatch(frame -> frame.getClassName().equals(CompletableFuture.class.getName())),
        step::toString);
  }

  @Test
  void isReportedOfWhatNoTaskDoes() throws Exception {
    loop.onFailure((task, error) -> block());
    List<Task<?>> kept = new ArrayList<>();
    Sample<Void> crash =
        new Sample<>(
            "crash",
            (state, reply) -> {
              throw new IllegalStateException("crash");
            });
    loop.run(
        new Sample<>(
            "main",
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
            }));
    SlowStep step = next();
    assertNull(step.task());
    assertNull(step.coroutine());
    assertTrue(step.toString().startsWith("A callback has held the loop of"), step::toString);
  }
}
