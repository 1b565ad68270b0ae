// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.dump.LoopDump;
import dev.weft.dump.TaskDump;
import dev.weft.sync.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a dump says, in virtual time. */
@SuppressWarnings("NullAway")
class DumpTest {
  private record Ask(String question) implements Event<String> {}

  private final Watched world = new Watched();
  private final Channel<String> lines = new Channel<>(1);

  /** What {@link #look} has seen. */
  private @Nullable LoopDump seen;

  @AfterEach
  void close() {
    world.close();
  }

  /** Sleeps three and a half seconds and takes a dump. */
  private Sample<Void> look() {
    return new Sample<>(
        "look",
        (state, reply) -> {
          if (state == 0) {
            return await(1, Weft.sleep(Duration.ofMillis(3500)));
          }
          seen = world.loop.dump();
          return end();
        });
  }

  /** Spawns the others, each under its frame's name, and then looks. */
  private LoopDump dumpOf(Sample<?>... others) {
    world.run(
        new Sample<>(
            "main",
            (state, reply) -> {
              reply.get();
              return state < others.length
                  ? await(
                      state + 1, Weft.spawn(others[state].frame().getMethodName(), others[state]))
                  : state == others.length ? await(state + 1, look()) : end();
            }));
    return seen;
  }

  private static Sample<Object> through(String name, Coroutine<?> inner) {
    return awaits(name, inner);
  }

  @Test
  void showsTheTreeOfTasksAndWhereEachStands() {
    List<Task<?>> sleeper = new ArrayList<>();
    Sample<Object> parent =
        new Sample<>(
            "parent",
            (state, reply) ->
                switch (state) {
                  case 0 ->
                      await(
                          1, Weft.spawn("child", awaits("child", Weft.sleep(Duration.ofHours(1)))));
                  case 1 -> {
                    sleeper.add(reply.get());
                    yield await(2, Weft.sleep(Duration.ofSeconds(1)));
                  }
                  case 2 -> await(3, sleeper.get(0));
                  default -> end(reply.get());
                });
    LoopDump dump =
        dumpOf(
            parent,
            through("reader", through("line", awaits("receive", lines.receive()))),
            awaits("asker", Weft.suspend(resumption -> {})));
    assertEquals(
        """
        loop on thread main, 5 tasks
        └── main, running
            │   at dev.weft.DumpTest.lambda
            │   at Sample.look(Sample.java)
            │   at Sample.main(Sample.java:4)
            ├── parent, waiting for the end of child, for 2.500 s
            │   │   at Sample.parent(Sample.java:3)
            │   └── child, sleeping, for 3.500 s, 3596.500 s to go
            │           at Sample.child(Sample.java:1)
            ├── reader, waiting for an element of Channel[0 of 1], for 3.500 s
            │       at Sample.receive(Sample.java:1)
            │       at Sample.line(Sample.java:1)
            │       at Sample.reader(Sample.java:1)
            └── asker, waiting for Suspend, for 3.500 s
                    at Sample.asker(Sample.java:1)\
        """,
        readable(dump));
  }

  /** Without what a compiler or a JVM chose. */
  private static String readable(LoopDump dump) {
    return dump.toString()
        .replaceAll("Suspend\\[start=[^]]*]", "Suspend")
        .replaceAll("lambda\\$[^\n]*", "lambda")
        .replaceAll("Sample.java:\\d{2,}", "Sample.java");
  }

  @Test
  void theSameInJson() {
    LoopDump dump = dumpOf(awaits("writer", lines.send("a")), awaits("late", lines.send("b")));
    assertEquals(
        """
        {"id":3,"name":"late","parent":1,"status":"waiting",\
        "waitsFor":"room in Channel[1 of 1]","waitedMillis":3500,\
        "frames":[{"class":"Sample","method":"late","file":"Sample.java","line":1}],"hidden":0}\
        """,
        task(dump, "late").toJson());
    assertTrue(
        dump.toJson().startsWith("{\"thread\":\"main\",\"heldUp\":false,\"tasks\":[{\"id\":1"));
    assertFalse(dump.toString().contains("writer"), "it has ended");
  }

  private static TaskDump task(LoopDump dump, String name) {
    return dump.tasks().stream().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void anEventIsShownInItsOwnWords() {
    world.loop.on(Ask.class, (ask, resumption) -> {});
    TaskDump asker = task(dumpOf(awaits("asker", new Ask("why?"))), "asker");
    assertEquals("Ask[question=why?]", asker.waitsFor());
    assertEquals("asker, waiting for Ask[question=why?], for 3.500 s", asker.summary());
  }

  @Test
  void wordsThatFailOrAreLongDoNoHarm() {
    Event<Void> failing =
        new Event<>() {
          @Override
          public String toString() {
            throw new UnsupportedOperationException("no words");
          }
        };
    world.loop.on(Ask.class, (ask, resumption) -> {});
    teach(failing);
    LoopDump dump = dumpOf(awaits("failing", failing), awaits("long", new Ask("x\n".repeat(1000))));
    assertEquals(
        failing.getClass().getTypeName()
            + ", whose toString fails with java.lang.UnsupportedOperationException: no words",
        task(dump, "failing").waitsFor());
    TaskDump talker = task(dump, "long");
    assertEquals(503, talker.waitsFor().length());
    assertEquals(1, talker.summary().lines().count());
  }

  @SuppressWarnings("unchecked")
  private void teach(Event<Void> event) {
    world.loop.on((Class<Event<Void>>) event.getClass(), (asked, resumption) -> {});
  }

  @Test
  void aStageIsAnEventToo() {
    TaskDump task = task(dumpOf(awaits("stage", new CompletableFuture<String>())), "stage");
    assertTrue(task.waitsFor().matches("Completion\\[stage=.*Not completed.*]"), task.waitsFor());
  }

  @Test
  void whoIsReadyOrNotBegunIsShownSo() {
    List<LoopDump> dumps = new ArrayList<>();
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn("idler", awaits("idler", Weft.yieldNow())));
                case 1:
                  dumps.add(world.loop.dump());
                  return await(2, Weft.yieldNow());
                default:
                  dumps.add(world.loop.dump());
                  return end();
              }
            });
    world.run(main);
    assertEquals("idler, new", task(dumps.get(0), "idler").summary());
    assertEquals(
        "Sample.idler(Sample.java:0)", task(dumps.get(0), "idler").frames().get(0).toString());
    assertEquals("idler, ready", task(dumps.get(1), "idler").summary());
    assertEquals("main, running", task(dumps.get(1), "main").summary());
  }

  @Test
  void whoseParentHasEndedIsARoot() {
    Sample<Object> parent =
        new Sample<>(
            "parent",
            (state, reply) ->
                state == 0
                    ? await(
                        1, Weft.spawn("orphan", awaits("orphan", Weft.sleep(Duration.ofHours(1)))))
                    : end());
    String dump = dumpOf(parent).toString();
    assertTrue(
        dump.contains(
            "\n└── orphan, sleeping, for 3.500 s, 3596.500 s to go (spawned by task number 2,"),
        dump);
  }

  @Test
  void aLoopThatDoesNotRunCanBeLookedAt() {
    LoopDump empty = world.loop.dump();
    assertEquals("loop that does not run, 0 tasks", empty.toString());
    assertEquals("{\"thread\":null,\"heldUp\":false,\"tasks\":[]}", empty.toJson());
    Task<Object> task = world.loop.submit(awaits("later", Weft.yieldNow()));
    assertFalse(task.isDone());
    world.run(awaits("turn", Weft.sleep(Duration.ofSeconds(1))));
    world.close();
    assertEquals(List.of(), world.loop.dump().tasks());
  }

  @Test
  void tailAwaitsAndClosingLeaveNoGap() {
    Sample<Object> tail =
        new Sample<>("tail", (state, reply) -> Sample.tailAwait(awaits("moved", lines.receive())));
    AsyncCloseable<RuntimeException> resource =
        () -> Sample.<Void>awaits("closeAsync", lines.receive());
    Coroutine<Void> closing = new Closing.AfterFailure(resource, new RuntimeException());
    LoopDump dump = dumpOf(through("outer", tail), through("user", closing));
    assertEquals(
        List.of("Sample.moved(Sample.java:1)", "Sample.outer(Sample.java:1)"),
        frames(task(dump, "outer")));
    assertEquals(
        List.of("Sample.closeAsync(Sample.java:1)", "Sample.user(Sample.java:1)"),
        frames(task(dump, "user")));
  }

  private static List<String> frames(TaskDump task) {
    return task.frames().stream().map(StackTraceElement::toString).toList();
  }

  @Test
  void manyFramesAreCounted() {
    Coroutine<?> chain = awaits("bottom", lines.receive());
    for (int i = 0; i < 1999; i++) {
      chain = awaits("deep", chain);
    }
    TaskDump task = task(dumpOf((Sample<?>) chain), "deep");
    assertEquals(1024, task.frames().size());
    assertEquals("bottom", task.frames().get(0).getMethodName());
    assertEquals(2000 - 1024, task.hidden());
    assertTrue(task.toString().endsWith("\n    ... 976 more"));
  }

  @Test
  void aMachineThatRunsOnAfterItsChildHasEndedIsKnown() {
    Sample<Object> outer =
        new Sample<>(
            "outer",
            (state, reply) -> {
              if (state == 0) {
                return await(1, awaits("inner", Weft.sleep(Duration.ofSeconds(1))));
              }
              seen = world.loop.dump();
              return end();
            });
    world.run(through("main", outer));
    List<String> frames = new ArrayList<>(frames(task(seen, "main")));
    frames.removeIf(frame -> frame.contains("lambda$"));
    assertTrue(frames.get(0).startsWith("Sample.outer(Sample.java:"), frames.toString());
    assertEquals(List.of("Sample.main(Sample.java:1)"), frames.subList(1, frames.size()));
  }
}
