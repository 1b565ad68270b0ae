// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.sync.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that wait for each other, and for what nobody does. */
@Timeout(60)
@SuppressWarnings("NullAway")
class DeadlockTest {
  private final Watched world = new Watched();
  private final List<Task<?>> tasks = new ArrayList<>();

  /** Where the refusals were thrown. */
  private final List<String> traces = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  /** Joins the task that stands at {@code target} among {@link #tasks}, after so long. */
  private Sample<Object> joining(String name, int target, int millis) {
    return new Sample<>(
        name,
        (state, reply) -> {
          switch (state) {
            case 0:
              return await(1, Weft.sleep(Duration.ofMillis(millis)));
            case 1:
              reply.get();
              return await(2, tasks.get(target));
            default:
              try {
                return end(reply.get());
              } catch (IllegalStateException refused) {
                world.log(name + ": " + refused.getMessage());
                traces.add(Sample.place(refused.getStackTrace()[0]));
                return end("refused");
              }
          }
        });
  }

  /** Spawns them all, and lives for a second. */
  private Sample<Void> main(Sample<?>... children) {
    return new Sample<>(
        "main",
        (state, reply) -> {
          if (state > 0 && state <= children.length) {
            tasks.add(reply.get());
          }
          if (state < children.length) {
            return await(
                state + 1, Weft.spawn(children[state].frame().getMethodName(), children[state]));
          }
          return state == children.length
              ? await(state + 1, Weft.sleep(Duration.ofSeconds(1)))
              : end();
        });
  }

  @Test
  void theJoinThatClosesACircleIsRefusedThoughOthersLive() {
    world.run(main(joining("a", 1, 3), joining("b", 2, 2), joining("c", 0, 4)));
    assertEquals(
        List.of(
            """
            4000000 c: deadlock: task c cannot join a, which waits for it
              c would wait for the end of a at Sample.c(Sample.java:2)
              a waits for the end of b at Sample.a(Sample.java:2)
              b waits for the end of c at Sample.b(Sample.java:2)\
            """),
        world.log);
    assertEquals(List.of("Sample.c(Sample.java:2)"), traces);
    assertEquals(List.of(true, true, true), tasks.stream().map(Task::isDone).toList());
  }

  @Test
  void whoeverClosesItIsRefused() {
    int[][] orders = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
    for (int[] order : orders) {
      world.log.clear();
      tasks.clear();
      world.run(
          main(
              joining("a", 1, order[0]),
              joining("b", 2, order[1]),
              joining("c", 0, order[2]),
              joining("to a", 0, 1),
              joining("to a too", 0, 1)));
      assertEquals(1, world.log.size(), world.log::toString);
      String last = List.of("a", "b", "c").get(indexOf(3, order));
      assertTrue(world.log.get(0).contains(" task " + last + " cannot join "), world.log::toString);
    }
  }

  private static int indexOf(int value, int... values) {
    int i = 0;
    while (values[i] != value) {
      i++;
    }
    return i;
  }

  @Test
  void twoWhoJoinOneAreNoCircle() {
    world.run(
        main(joining("a", 2, 2), joining("b", 0, 1), world.sleeper("end", 5), joining("c", 0, 3)));
    assertEquals(List.of("5 end"), world.log);
  }

  @Test
  void aLongRowIsCheckedFromItsShortSide() {
    // A walk along the row at each join would take five thousand million steps.
    Sample<?>[] askers = new Sample<?>[100_000];
    for (int i = 0; i < askers.length; i++) {
      Sample<Void> link = link(i);
      askers[i] =
          new Sample<>(
              "asker",
              (state, reply) ->
                  switch (state) {
                    case 0 -> await(1, Weft.spawn(link));
                    case 1 -> await(2, reply.<Task<?>>get());
                    default -> end(reply.get());
                  });
    }
    world.run(main(askers));
    assertEquals(askers.length, links.size());
    assertTrue(tasks.stream().allMatch(Task::isDone));
  }

  private final List<Task<?>> links = new ArrayList<>();

  /** Is joined by an asker, and joins the link before it. */
  private Sample<Void> link(int i) {
    return new Sample<>(
        "link",
        (state, reply) -> {
          if (state == 1) {
            reply.get();
            return end();
          }
          links.add(world.loop.currentTask());
          return await(1, i == 0 ? Weft.sleep(Duration.ofMillis(500)) : links.get(i - 1));
        });
  }

  @Test
  void whenNothingCanHappenItSaysWhoWaitsForWhat() {
    Channel<String> lines = new Channel<>(0);
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.spawn("reader", awaits("read", lines.receive())));
                  case 1 -> {
                    tasks.add(reply.get());
                    yield await(2, Weft.sleep(Duration.ofMillis(1500)));
                  }
                  case 2 -> await(3, tasks.get(0));
                  default -> end(reply.get());
                });
    IllegalStateException error = assertThrows(IllegalStateException.class, () -> world.run(main));
    assertEquals("Sample.main(Sample.java:3)", Sample.place(error.getStackTrace()[0]));
    assertEquals(
        """
        deadlock: nothing can ever resume any task of the loop on thread main, 2 tasks
        └── main, waiting for the end of reader, for 0.000 s
            │   at Sample.main(Sample.java:3)
            └── reader, waiting for an element of Channel[0 of 0], for 1.500 s
                    at Sample.read(Sample.java:1)\
        """,
        error.getMessage());
  }

  @Test
  void aLongListIsCut() {
    Channel<String> lines = new Channel<>(0);
    Sample<?>[] readers = new Sample<?>[200];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = awaits("read", lines.receive());
    }
    Sample<Object> stuck =
        new Sample<>(
            "stuck",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, main(readers));
                  case 1 -> await(2, lines.receive());
                  default -> end(reply.get());
                });
    String message = assertThrows(IllegalStateException.class, () -> world.run(stuck)).getMessage();
    assertTrue(message.endsWith("\n... 101 more"), message);
  }
}
