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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling a task in each of its states. */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch"})
class CancelTest {
  private final Watched world = new Watched();
  private final List<Resumption<String>> resumptions = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
    assertEquals(List.of(), world.failures);
  }

  /** Spawns {@code victim}, waits a little, does {@code then}, and joins it. */
  private Sample<Object> main(Coroutine<?> victim, long after, Action then) {
    List<Task<?>> task = new ArrayList<>();
    return new Sample<>(
        "main",
        (state, reply) -> {
          switch (state) {
            case 0:
              return await(1, Weft.spawn("victim", victim));
            case 1:
              task.add(reply.get());
              return after < 0
                  ? await(2, Coroutine.of(0))
                  : await(2, Weft.sleep(Duration.ofNanos(after)));
            case 2:
              then.on(task.get(0));
              return await(3, task.get(0));
            default:
              return end(reply.get());
          }
        });
  }

  private interface Action {
    void on(Task<?> task);
  }

  private Event<String> question() {
    return Weft.suspend(resumptions::add);
  }

  private void expectCancelled(Coroutine<?> main) {
    CancellationException error = assertThrows(CancellationException.class, () -> world.run(main));
    assertEquals("task victim was cancelled", error.getMessage());
  }

  @Test
  void beforeItBegins() {
    Sample<Object> victim = world.reporting("victim", Weft.yieldNow());
    expectCancelled(main(victim, -1, Task::cancel));
    assertEquals(List.of(), world.log);
    assertTrue(victim.isDone());
  }

  @Test
  void whileItSleeps() {
    expectCancelled(
        main(world.reporting("victim", Weft.sleep(Duration.ofHours(1))), 5, Task::cancel));
    assertEquals(List.of("0 victim begins", "5 victim threw Cancelled"), world.log);
    assertTrue(world.loop.scheduler.idle(), "the timer is freed");
  }

  @Test
  void twice() {
    Action twice =
        task -> {
          task.cancel();
          task.cancel();
        };
    expectCancelled(main(world.reporting("victim", Weft.sleep(Duration.ofHours(1))), 5, twice));
    assertEquals(List.of("0 victim begins", "5 victim threw Cancelled"), world.log);
  }

  @Test
  void aSecondTimeWhileItCleansUpLeavesTheCleaningAlone() {
    Sample<String> victim =
        new Sample<>(
            "victim",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.sleep(Duration.ofHours(1)));
                case 1:
                  assertTrue(reply.failure() instanceof Cancelled);
                  world.loop.currentTask().cancel();
                  return await(2, Weft.sleep(Duration.ofNanos(10)));
                default:
                  reply.get();
                  world.log("cleaned up");
                  throw new Cancelled();
              }
            });
    expectCancelled(main(victim, 5, Task::cancel));
    assertEquals(List.of("15 cleaned up"), world.log);
  }

  @Test
  void afterItsEnd() {
    assertEquals("x", world.run(main(Coroutine.of("x"), 5, Task::cancel)));
  }

  @Test
  void whoCatchesItGoesOnAndIsNotCancelled() {
    Sample<String> victim =
        new Sample<>(
            "victim",
            (state, reply) ->
                state == 0
                    ? await(1, Weft.sleep(Duration.ofHours(1)))
                    : end("caught " + reply.failure().getMessage()));
    assertEquals("caught task victim was cancelled", world.run(main(victim, 5, Task::cancel)));
  }

  @Test
  void whileReadyByAYieldRaisesAtTheYield() {
    Sample<Object> victim = world.reporting("victim", Weft.yieldNow());
    List<Task<?>> task = new ArrayList<>();
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn("victim", victim));
                case 1:
                  task.add(reply.get());
                  return await(2, Weft.yieldNow());
                case 2: // the victim has begun, yielded, and is ready
                  task.get(0).cancel();
                  return await(3, task.get(0));
                default:
                  return end(reply.get());
              }
            });
    expectCancelled(main);
    assertEquals(List.of("0 victim begins", "0 victim threw Cancelled"), world.log);
  }

  @Test
  void whenAlreadyScheduledWithAReplyTheReplyIsDeliveredFirst() {
    Sample<Object> victim =
        new Sample<>(
            "victim",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, question());
                case 1:
                  world.log("reply " + reply.get());
                  return await(2, Weft.yieldNow());
                default:
                  world.log("then " + reply.failure().getClass().getSimpleName());
                  return end(reply.get());
              }
            });
    Action answerAndCancel =
        task -> {
          assertTrue(resumptions.get(0).resume("precious"));
          task.cancel();
          assertFalse(resumptions.get(0).resume("again"));
        };
    expectCancelled(main(victim, 5, answerAndCancel));
    assertEquals(List.of("5 reply precious", "5 then Cancelled"), world.log);
  }

  @Test
  void whenAlreadyScheduledWithAReplyAndNoFurtherAwaitItEndsAsIfNothingHadHappened() {
    Action answerAndCancel =
        task -> {
          resumptions.get(0).resume("precious");
          task.cancel();
        };
    assertEquals("precious", world.run(main(awaits("victim", question()), 5, answerAndCancel)));
  }

  @Test
  void whileSuspendedSettlesTheResumption() {
    expectCancelled(main(world.reporting("victim", question()), 5, Task::cancel));
    assertTrue(resumptions.get(0).isSettled());
    assertFalse(resumptions.get(0).resume("late"));
    assertFalse(resumptions.get(0).fail(new Exception("late")));
  }

  @Test
  void whileItJoinsLeavesTheOtherAlone() {
    Sample<Object> outer = world.spawning(world.sleeper("inner", 20));
    List<Task<?>> task = new ArrayList<>();
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn("victim", outer));
                case 1:
                  task.add(reply.get());
                  return await(2, Weft.sleep(Duration.ofNanos(5)));
                case 2:
                  return await(3, Weft.cancel(task.get(0)));
                case 3:
                  return await(4, Weft.join(task.get(0)));
                case 4:
                  assertTrue(reply.failure() instanceof CancellationException);
                  return await(5, Weft.sleep(Duration.ofNanos(100)));
                default:
                  return end();
              }
            });
    world.run(main);
    assertEquals(List.of("20 inner"), world.log);
  }

  @Test
  void oneOfThreeWhoJoin() {
    Task<?>[] tasks = new Task<?>[4];
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              if (state >= 1 && state <= 4) {
                tasks[state - 1] = reply.get();
              }
              return switch (state) {
                case 0 -> await(1, Weft.spawn(world.sleeper("target", 9)));
                case 1, 2, 3 ->
                    await(state + 1, Weft.spawn(world.reporting("j" + state, tasks[0])));
                case 4 -> await(5, Weft.sleep(Duration.ofNanos(1)));
                case 5 -> await(6, Weft.cancel(tasks[2]));
                case 6 -> await(7, tasks[3]);
                default -> end();
              };
            });
    world.run(main);
    assertEquals(
        List.of("1 j2 threw Cancelled", "9 target", "9 j1 got null", "9 j3 got null"),
        world.log.subList(3, 7));
  }

  @Test
  void whileItAwaitsAStageLeavesTheStageAlone() {
    CompletableFuture<String> future = new CompletableFuture<>();
    expectCancelled(main(world.reporting("victim", future), 5, Task::cancel));
    assertFalse(future.isDone());
    assertTrue(future.complete("late"));
  }

  @Test
  void itself() {
    Sample<Object> victim =
        new Sample<>(
            "victim",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.cancel(world.loop.currentTask()));
                  case 1 -> {
                    world.log("goes on to its next event");
                    yield await(2, Weft.sleep(Duration.ofHours(1)));
                  }
                  default -> end(reply.get());
                });
    expectCancelled(main(victim, 5, task -> assertTrue(task.isCancelled())));
    assertEquals(List.of("0 goes on to its next event"), world.log);
  }

  @Test
  void ofTheMainCoroutineIsAnExceptionToTheCaller() {
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              world.loop.currentTask().cancel();
              return state == 0 ? await(1, Weft.yieldNow()) : end(reply.get());
            });
    assertThrows(CancellationException.class, () -> world.run(main));
  }
}
