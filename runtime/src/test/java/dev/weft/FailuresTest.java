// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** No failure is lost: it reaches who joins, and if nobody can any more, the loop's handler. */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch"})
class FailuresTest {
  private final Watched world = new Watched();
  private final List<Task<?>> kept = new ArrayList<>();

  private static Sample<Void> crashing(String message) {
    return new Sample<>(
        "crashing",
        (state, reply) -> {
          throw new IllegalArgumentException(message);
        });
  }

  /** Spawns one that crashes, lets it, and goes on with {@code then}. */
  private Sample<Object> main(Sample.Body then) {
    return new Sample<>(
        "main",
        (state, reply) -> {
          switch (state) {
            case 0:
              return await(1, Weft.spawn("crasher", crashing("crash")));
            case 1:
              kept.add(reply.get());
              return await(2, Weft.yieldNow());
            default:
              return then.step(state, reply);
          }
        });
  }

  @Test
  void thatNobodyAskedForIsReportedAtTheClose() {
    world.run(main((state, reply) -> end()));
    assertEquals(List.of(), world.failures);
    world.close();
    assertEquals(List.of("crasher: crash"), world.failures);
  }

  @Test
  void thatIsJoinedLaterIsNotReported() {
    world.run(
        main(
            (state, reply) -> {
              if (state == 2) {
                return await(3, kept.get(0));
              }
              assertEquals("crash", reply.failure().getMessage());
              return end();
            }));
    world.close();
    assertEquals(List.of(), world.failures);
    assertTrue(world.loop.scheduler.idle());
  }

  @Test
  void ofATaskThatHasBecomeUnreachableIsReportedAtOnce() {
    world.run(
        main(
            (state, reply) -> {
              if (state == 2) {
                ((Fiber<?>) kept.get(0)).unasked().unreachable(); // as the collector would
                return await(3, Weft.sleep(Duration.ofNanos(1)));
              }
              assertEquals(List.of("crasher: crash"), world.failures);
              return end();
            }));
    world.close();
    assertEquals(List.of("crasher: crash"), world.failures, "and only once");
  }

  @Test
  void thatAFutureBringsOutIsNotReported() {
    List<CompletableFuture<?>> future = new ArrayList<>();
    world.run(
        main(
            (state, reply) -> {
              future.add(kept.get(0).toCompletableFuture());
              return end();
            }));
    CompletionException error = assertThrows(CompletionException.class, () -> future.get(0).join());
    assertEquals("crash", error.getCause().getMessage());
    world.close();
    assertEquals(List.of(), world.failures);
  }

  @Test
  void whoseOnlyJoinerWasCancelledIsReported() {
    Task<?>[] tasks = new Task<?>[2];
    Sample<Object> late =
        new Sample<>(
            "late",
            (state, reply) -> {
              if (state == 0) {
                return await(1, Weft.sleep(Duration.ofNanos(5)));
              }
              throw new IllegalArgumentException("late");
            });
    world.run(
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn("late", late));
                case 1:
                  tasks[0] = reply.get();
                  return await(2, Weft.spawn(world.reporting("joiner", tasks[0])));
                case 2:
                  tasks[1] = reply.get();
                  return await(3, Weft.yieldNow());
                case 3:
                  return await(4, Weft.cancel(tasks[1]));
                case 4:
                  return await(5, Weft.sleep(Duration.ofNanos(10)));
                default:
                  return end();
              }
            }));
    world.close();
    assertEquals(List.of("late: late"), world.failures);
  }

  @Test
  void aFutureOfAnEndedTaskIsThereThoughTheLoopStandsStill() {
    world.run(main((state, reply) -> end()));
    assertTrue(kept.get(0).toCompletableFuture().isCompletedExceptionally());
    world.close();
    assertEquals(List.of(), world.failures);
  }

  @Test
  void aFutureMayBeAskedForAfterTheClose() {
    world.run(main((state, reply) -> end()));
    world.close();
    assertTrue(kept.get(0).toCompletableFuture().isCompletedExceptionally());
  }

  @Test
  void ofTheHandlerItselfIsLoggedAndHarmless() {
    world.loop.onFailure(
        (task, error) -> {
          throw new IllegalStateException("handler");
        });
    world.run(main((state, reply) -> end()));
    world.close();
    assertTrue(world.shell.closed);
  }

  @Test
  void ofTheMainCoroutineIsTheCallersAlone() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> world.run(crashing("main")));
    world.close();
    assertEquals("main", error.getMessage());
    assertEquals(List.of(), world.failures);
  }

  @Test
  void thatAreErrorsDoNotEndTheLoop() {
    StackOverflowError error = new StackOverflowError();
    Sample<Void> deep =
        new Sample<>(
            "deep",
            (state, reply) -> {
              throw error;
            });
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.spawn(deep));
                  case 1 -> await(2, reply.<Task<?>>get());
                  default -> {
                    assertSame(error, reply.failure());
                    yield end("alive");
                  }
                });
    assertEquals("alive", world.run(main));
  }
}
