// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spawn, join, sleep and yield. */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch", "TypeParameterUnusedInFormals"})
class TaskTest {
  private final Watched world = new Watched();

  @AfterEach
  void close() {
    world.close();
    assertTrue(world.shell.closed);
  }

  @Test
  void timersWithEqualDeadlinesFireInTheOrderInWhichTheyWereSet() {
    Coroutine<?>[] sleepers =
        IntStream.range(0, 50)
            .mapToObj(i -> world.sleeper("s" + i, 10))
            .toArray(Coroutine<?>[]::new);
    world.run(world.spawning(sleepers));
    assertEquals(IntStream.range(0, 50).mapToObj(i -> "10 s" + i).toList(), world.log);
  }

  @Test
  void timersFireInTheOrderOfTheirDeadlines() {
    world.run(world.spawning(world.sleeper("b", 2), world.sleeper("a", 1), world.sleeper("c", 3)));
    assertEquals(List.of("1 a", "2 b", "3 c"), world.log);
  }

  @Test
  void sleepOfNoTimeIsAYield() {
    world.run(world.spawning(world.sleeper("zero", 0), world.sleeper("less", -5)));
    assertEquals(List.of("0 zero", "0 less"), world.log);
  }

  @Test
  void aSleepTooLongForTheClockIsCutShort() {
    world.run(
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 ->
                      await(1, Weft.spawn(awaits("long", Weft.sleep(Duration.ofDays(1L << 40)))));
                  case 1 -> await(2, Weft.sleep(Duration.ofNanos(1)));
                  default -> end();
                }));
    assertEquals(1, world.shell.now());
  }

  @Test
  void spawnRepliesAtOnceAndTheTaskBeginsLater() {
    world.run(
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 ->
                      await(1, Weft.spawn("child", Sample.does("c", () -> world.log("child"))));
                  case 1 -> {
                    Task<?> task = reply.get();
                    world.log("spawned " + task);
                    yield await(2, task);
                  }
                  default -> end();
                }));
    assertEquals(
        List.of("0 spawned Task[child, new at Sample.c(Sample.java:0)]", "0 child"), world.log);
  }

  @Test
  void yieldsTakeTurns() {
    List<Coroutine<?>> tasks = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      tasks.add(
          new Sample<>(
              name,
              (state, reply) -> {
                world.log(name + state);
                return state < 2 ? await(state + 1, Weft.yieldNow()) : end();
              }));
    }
    world.run(world.spawning(tasks.toArray(new Coroutine<?>[0])));
    assertEquals("0 a0,0 b0,0 c0,0 a1,0 b1,0 c1,0 a2,0 b2,0 c2", String.join(",", world.log));
  }

  @Test
  void joinGivesTheResult() {
    assertEquals("x", world.run(world.spawning(Coroutine.of("x"))));
  }

  @Test
  void joiningATaskThatHasEndedGivesItsResultAtOnce() {
    assertEquals(
        "x",
        world.run(
            new Sample<>(
                "main",
                new Sample.Body() {
                  private Task<String> task;

                  @Override
                  public Sample.Next step(int state, Sample.Answer reply) throws Throwable {
                    switch (state) {
                      case 0:
                        return await(1, Weft.spawn(Coroutine.of("x")));
                      case 1:
                        task = reply.get();
                        return await(2, Weft.sleep(Duration.ofNanos(1)));
                      case 2:
                        assertTrue(task.isDone());
                        return await(3, Weft.join(task));
                      case 3:
                        assertEquals("x", reply.get());
                        return await(4, task);
                      default:
                        return end(reply.get());
                    }
                  }
                })));
  }

  @Test
  void aChildThatCrashesFailsWhoJoinsItWithTheVeryException() {
    IOException error = new IOException("crash");
    Sample<Void> crashing =
        new Sample<>(
            "crashing",
            (state, reply) -> {
              throw error;
            });
    assertSame(error, assertThrows(IOException.class, () -> world.run(world.spawning(crashing))));
    assertEquals(List.of(), world.failures);
  }

  @Test
  void aCrashLeavesTheOthersAlone() {
    Sample<Void> crashing =
        new Sample<>(
            "crashing",
            (state, reply) -> {
              throw new IOException("crash");
            });
    world.run(world.spawning(crashing, world.sleeper("other", 5)));
    assertEquals(List.of("5 other"), world.log);
    world.close();
    assertEquals(List.of("task-2: crash"), world.failures);
  }

  @Test
  void allWhoJoinAreToldInOrder() {
    List<Task<?>> task = new ArrayList<>();
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn(world.sleeper("target", 7)));
                case 1:
                  task.add(reply.get());
                  return await(2, Weft.spawn(world.reporting("first", task.get(0))));
                case 2:
                  return await(3, Weft.spawn(world.reporting("second", task.get(0))));
                case 3:
                  return await(4, Weft.spawn(world.reporting("third", task.get(0))));
                case 4:
                  return await(5, this.<Task<?>>of(reply));
                default:
                  return end();
              }
            });
    world.run(main);
    assertEquals(
        List.of("7 target", "7 first got null", "7 second got null", "7 third got null"),
        world.log.subList(3, 7));
  }

  private <T> T of(Sample.Answer reply) throws Throwable {
    return reply.get();
  }

  @Test
  void cannotJoinItself() {
    Sample<Object> self =
        new Sample<>(
            "self",
            (state, reply) -> state == 0 ? await(1, world.loop.currentTask()) : end(reply.get()));
    assertThrows(IllegalStateException.class, () -> world.run(self));
  }

  @Test
  void spawningABegunCoroutineFailsTheAwait() {
    Coroutine<Integer> begun = Coroutine.of(1);
    begun.send(null);
    assertThrows(IllegalStateException.class, () -> world.run(world.spawning(begun)));
  }

  @Test
  void eventsAnsweredAtOnceDoNotKeepTheOthersWaiting() {
    boolean[] other = {false};
    int[] asked = {0};
    Sample<Object> busy =
        new Sample<>(
            "busy",
            (state, reply) -> {
              if (state == 0) {
                return await(1, Weft.spawn(Sample.does("other", () -> other[0] = true)));
              }
              Task<?> done = asked[0]++ == 0 ? reply.get() : world.loop.currentTask();
              return other[0]
                  ? end(asked[0])
                  : await(1, new Events.Spawn<>(Coroutine.of(1), done.name()));
            });
    assertTrue((int) world.run(busy) < 100);
  }

  @Test
  void namesAndStatesAreShown() {
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              if (state == 0) {
                return await(1, Weft.spawn("worker", Coroutine.of(1)));
              }
              Task<?> task = world.loop.currentTask();
              assertEquals("main", task.name());
              assertEquals("Task[main, running at Sample.main(Sample.java:1)]", task.toString());
              assertFalse(task.isDone());
              Task<?> worker = reply.get();
              return end(worker);
            });
    assertEquals("worker", ((Task<?>) world.run(main)).name());
  }
}
