// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Running and closing a loop. */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch"})
class LoopTest {
  private final Watched world = new Watched();

  @Test
  void runReturnsTheResult() {
    assertEquals("x", Weft.run(Coroutine.of("x")));
    assertNull(Weft.run(Sample.does("nothing", () -> {})));
  }

  @Test
  void runThrowsTheOriginal() {
    IOException error = new IOException("x");
    Sample<Void> failing =
        new Sample<>(
            "failing",
            (state, reply) -> {
              throw error;
            });
    assertSame(error, assertThrows(IOException.class, () -> Weft.run(failing)));
  }

  @Test
  void runCancelsAndAwaitsWhatIsLeft() {
    List<String> log = new ArrayList<>();
    Sample<Object> endless =
        new Sample<>(
            "endless",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.sleep(Duration.ofDays(1)));
                case 1:
                  assertTrue(reply.failure() instanceof Cancelled);
                  log.add("cancelled");
                  return await(2, Weft.yieldNow());
                default:
                  log.add("cleaned up");
                  throw new Cancelled();
              }
            });
    Weft.run(
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.spawn(endless));
                  case 1 -> await(2, Weft.yieldNow());
                  default -> end();
                }));
    assertEquals(List.of("cancelled", "cleaned up"), log);
  }

  @Test
  void whatIsSpawnedWhileClosingIsCancelled() {
    Sample<Void> late = Sample.does("late", () -> world.log("must not run"));
    Sample<Object> stubborn =
        new Sample<>(
            "stubborn",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.sleep(Duration.ofDays(1)));
                  case 1 -> await(2, Weft.spawn(late));
                  case 2 -> await(3, reply.<Task<?>>get());
                  default -> {
                    world.log(reply.failure().getClass().getSimpleName());
                    yield end();
                  }
                });
    world.run(
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.spawn(stubborn));
                  case 1 -> await(2, Weft.yieldNow());
                  default -> end();
                }));
    world.close();
    assertEquals(List.of("0 CancellationException"), world.log);
  }

  @Test
  void runsAgainAndGoesOnWithWhatStoodStill() {
    world.run(
        new Sample<>(
            "first",
            (state, reply) ->
                state == 0 ? await(1, Weft.spawn(world.sleeper("left", 10))) : end()));
    assertEquals(List.of(), world.log);
    world.run(world.sleeper("second", 20));
    assertEquals(List.of("10 left", "20 second"), world.log);
    world.close();
  }

  @Test
  void oneLoopDoesNotRunWithinAnother() {
    Sample<Void> nested = Sample.does("nested", () -> Weft.run(Coroutine.of(1)));
    String message = assertThrows(IllegalStateException.class, () -> Weft.run(nested)).getMessage();
    assertTrue(message.contains("a loop is running on this thread"), message);
    assertEquals(1, (int) Weft.run(Coroutine.of(1)), "and the thread is free again");
  }

  @Test
  void aLoopDoesNotCloseFromWithin() {
    Sample<Void> closing = Sample.does("closing", world::close);
    assertThrows(IllegalStateException.class, () -> world.run(closing));
    world.close();
  }

  @Test
  void aClosedLoopRunsNothing() {
    world.close();
    world.close();
    assertThrows(IllegalStateException.class, () -> world.run(Coroutine.of(1)));
    assertThrows(RejectedExecutionException.class, () -> world.loop.submit(Coroutine.of(1)));
  }

  @Test
  void theCurrentLoopIsThatOfTheThread() {
    assertThrows(IllegalStateException.class, Loop::current);
    world.run(Sample.does("looking", () -> assertSame(world.loop, Loop.current())));
    assertThrows(IllegalStateException.class, Loop::current);
    assertNull(world.loop.currentTask());
  }

  @Test
  void theTimeIsTheShells() {
    world.run(world.sleeper("s", 1234));
    assertEquals(1234, world.loop.nanoTime());
  }

  @Test
  void tasksThatJoinInACircleAreRefused() {
    List<Task<?>> main = new ArrayList<>();
    Sample<Object> child =
        new Sample<>(
            "child", (state, reply) -> state == 0 ? await(1, main.get(0)) : end(reply.get()));
    Sample<Object> root =
        new Sample<>(
            "root",
            (state, reply) -> {
              main.add(world.loop.currentTask());
              return switch (state) {
                case 0 -> await(1, Weft.spawn("child", child));
                case 1 -> await(2, reply.<Task<?>>get());
                default -> end(reply.get());
              };
            });
    String message = assertThrows(IllegalStateException.class, () -> world.run(root)).getMessage();
    assertEquals(
        """
        deadlock: task child cannot join main, which waits for it
          child would wait for the end of main at Sample.child(Sample.java:1)
          main waits for the end of child at Sample.root(Sample.java:2)\
        """,
        message);
    world.close();
  }

  @Test
  void anInterruptCancelsTheMainCoroutine() {
    Sample<Object> main =
        awaits("main", Weft.suspend(resumption -> Thread.currentThread().interrupt()));
    assertThrows(CancellationException.class, () -> Weft.run(main));
    assertTrue(Thread.interrupted(), "the status is set again");
  }

  @Test
  void sleepsInTheRealWorldToo() {
    long begin = System.nanoTime();
    Weft.run(awaits("sleeping", Weft.sleep(Duration.ofMillis(3))));
    assertTrue(System.nanoTime() - begin >= 3_000_000);
  }
}
