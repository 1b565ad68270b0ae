// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stack traces read as if every await had been a blocking call. */
@SuppressWarnings("NullAway") // what is null here fails the test
class TracesTest {
  /** As generated: its {@code resume} is on the Java stack itself. */
  private static final class Leaf extends Machine<Void> {
    private final boolean suspends;

    Leaf(boolean suspends) {
      this.suspends = suspends;
    }

    @Override
    protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
      if (state == 0 && suspends) {
        return await(1, Weft.yieldNow());
      }
      value(reply);
      throw parse();
    }

    private static IOException parse() {
      return new IOException("parse");
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Echo", "leaf", "Echo.java", 100 + state);
    }
  }

  private static List<String> trace(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .map(frame -> frame.getClassName().replaceFirst(".*[.]", "") + "." + frame.getMethodName())
        .toList();
  }

  private static List<String> top(Throwable error, int count) {
    return trace(error).subList(0, count);
  }

  @Test
  void ofAFailureOnOneStack() {
    IOException error = thrownBy(awaits("outer", awaits("middle", new Leaf(false))));
    assertEquals(
        List.of(
            "TracesTest$Leaf.parse",
            "Echo.leaf",
            "Sample.middle",
            "Sample.outer",
            "TracesTest.thrownBy"),
        trace(error).stream().filter(frame -> !frame.contains("lambda")).limit(5).toList());
    assertEquals(1, error.getStackTrace()[3].getLineNumber(), "the line of the await");
  }

  private static IOException thrownBy(Coroutine<?> coroutine) {
    try {
      Weft.run(coroutine);
    } catch (Throwable error) {
      return (IOException) error;
    }
    throw new AssertionError("nothing was thrown");
  }

  @Test
  void ofAFailureAfterASuspension() {
    IOException error = thrownBy(awaits("outer", awaits("middle", new Leaf(true))));
    assertEquals(
        List.of("TracesTest$Leaf.parse", "Echo.leaf", "Sample.middle", "Sample.outer"),
        top(error, 4));
    assertEquals("TracesTest.thrownBy", trace(error).get(4));
  }

  @Test
  void keepsTheRealFileAndLineOfTheThrowingMachine() {
    IOException error = thrownBy(new Leaf(false));
    assertEquals(
        "TracesTest.java", error.getStackTrace()[1].getFileName(), "the linker has mapped it");
    assertTrue(error.getStackTrace()[1].getLineNumber() > 0);
  }

  @Test
  void namesNothingOfTheRuntime() {
    for (boolean suspends : new boolean[] {false, true}) {
      IOException error = thrownBy(awaits("outer", new Leaf(suspends)));
      for (Class<?> hidden :
          List.of(Machine.class, Driver.class, Fiber.class, Loop.class, Weft.class, Traces.class)) {
        assertTrue(
            trace(error).stream().noneMatch(f -> f.startsWith(hidden.getSimpleName() + ".")));
      }
    }
  }

  @Test
  void ofAFailureGivenByAnEventHasTheAwaitingFrames() {
    IOException error = new IOException("reply");
    error.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("Net", "read", "Net.java", 1)});
    Sample<Object> asking = awaits("asking", Weft.suspend(resumption -> resumption.fail(error)));
    assertSame(error, thrownBy(awaits("outer", asking)));
    assertEquals(List.of("Net.read", "Sample.asking", "Sample.outer"), top(error, 3));
  }

  @Test
  void ofAFailureInAHandlerEndsWhereTheHandlerWasCalled() {
    record Ask() implements Event<String> {}
    IOException error =
        assertThrows(
            IOException.class,
            () -> {
              try (Loop loop = new Loop()) {
                loop.on(
                    Ask.class,
                    (ask, resumption) -> {
                      throw new IOException("in the handler");
                    });
                loop.run(awaits("asking", new Ask()));
              }
            });
    assertTrue(trace(error).get(0).startsWith("TracesTest.lambda"), () -> "" + trace(error));
    assertEquals("Sample.asking", trace(error).get(1));
  }

  @Test
  void aFailureThatIsThrownAgainDoesNotGrow() {
    IOException error = new IOException("shared");
    CompletableFuture<String> failed = CompletableFuture.failedFuture(error);
    List<Integer> lengths = new ArrayList<>();
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              if (state > 0) {
                assertSame(error, reply.failure());
                lengths.add(error.getStackTrace().length);
              }
              return state < 5 ? await(1 + state, awaits("inner", failed)) : end();
            });
    Weft.run(main);
    assertEquals(
        List.of(0, 0, 0, 0), lengths.stream().skip(1).map(n -> n - lengths.get(0)).toList());
    assertEquals(1, trace(error).stream().filter("Sample.inner"::equals).count());
  }

  @Test
  void aFailureThatWasMadeElsewhereIsLeftAlone() {
    IOException error = new IOException("static");
    List<String> before = trace(error);
    int[] rounds = {0};
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              if (state > 0) {
                assertSame(error, reply.failure());
              }
              return rounds[0]++ < 10 ? await(1, awaits("between", thrower(error))) : end();
            });
    Weft.run(main);
    assertEquals(before, trace(error));
    assertSame(error, thrownBy(awaits("between", thrower(error))));
    assertEquals(before, trace(error));
  }

  private static Sample<Void> thrower(IOException error) {
    return new Sample<>(
        "thrower",
        (state, reply) -> {
          throw error;
        });
  }

  @Test
  void whatCannotBeWrittenIsLeftAlone() {
    final class Bare extends RuntimeException {
      private static final long serialVersionUID = 1;

      Bare() {
        super("bare", null, false, false);
      }
    }

    Sample<Void> leaf =
        new Sample<>(
            "leaf",
            (state, reply) -> {
              throw new Bare();
            });
    Bare error = assertThrows(Bare.class, () -> Weft.run(awaits("outer", leaf)));
    assertEquals(0, error.getStackTrace().length);
  }

  @Test
  void ofAFailureThatPassesATaskHasBothSides() {
    IOException error = thrownBy(new Watched().spawning(awaits("child", new Leaf(true))));
    assertEquals(
        List.of("TracesTest$Leaf.parse", "Echo.leaf", "Sample.child", "Sample.spawning"),
        top(error, 4));
  }

  @Test
  void ofCancelledTellsWhereTheTaskStood() {
    Coroutine<Object> coroutine = awaits("outer", awaits("inner", Weft.yieldNow()));
    coroutine.send(null);
    Cancelled error = assertThrows(Cancelled.class, () -> coroutine.raise(new Cancelled()));
    assertEquals(List.of("Sample.inner", "Sample.outer"), top(error, 2));
  }

  @Test
  void whoCatchesItOnTheWaySeesTheWhole() {
    List<String> seen = new ArrayList<>();
    Sample<Object> catching =
        new Sample<>(
            "catching",
            (state, reply) -> {
              if (state == 0) {
                return await(1, new Leaf(true));
              }
              seen.addAll(trace(reply.failure()));
              return end();
            });
    Weft.run(awaits("outer", catching));
    assertEquals(
        List.of("TracesTest$Leaf.parse", "Echo.leaf", "Sample.catching", "Sample.outer"), seen);
  }

  @Test
  void ofWhatCausedItAndWhatItSuppressesHasTheAwaitersToo() {
    Sample<Void> wrapping =
        new Sample<>(
            "wrapping",
            (state, reply) -> {
              IOException error = new IOException("outer", new IOException("cause"));
              error.addSuppressed(new IOException("suppressed"));
              throw error;
            });
    IOException error = thrownBy(awaits("outer", wrapping));
    for (Throwable part : List.of(error, error.getCause(), error.getSuppressed()[0])) {
      List<String> frames =
          trace(part).stream().filter(frame -> frame.startsWith("Sample.")).toList();
      assertEquals(List.of("Sample.wrapping", "Sample.outer"), frames, part::toString);
      assertTrue(trace(part).stream().noneMatch(frame -> frame.startsWith("Driver.")));
    }
  }

  @Test
  void eachOfThoseWhoJoinATaskSeesItsOwnChain() {
    List<List<String>> seen = new ArrayList<>();
    Sample<Void> main =
        new Sample<>(
            "main",
            new Sample.Body() {
              private Task<?> task;

              @Override
              public Sample.Next step(int state, Sample.Answer reply) throws Throwable {
                switch (state) {
                  case 0:
                    return await(1, Weft.spawn("child", awaits("child", new Leaf(true))));
                  case 1:
                    task = reply.get();
                    return await(2, awaits("first", task));
                  case 2:
                    seen.add(trace(reply.failure()));
                    return await(3, awaits("second", task));
                  default:
                    seen.add(trace(reply.failure()));
                    return end();
                }
              }
            });
    Weft.run(main);
    List<String> task = List.of("TracesTest$Leaf.parse", "Echo.leaf", "Sample.child");
    for (int i = 0; i < 2; i++) {
      List<String> expected = new ArrayList<>(task);
      expected.add(i == 0 ? "Sample.first" : "Sample.second");
      expected.add("Sample.main");
      assertEquals(expected, seen.get(i));
    }
  }

  @Test
  void ofAStageThatATaskGaveKeepsTheTask() {
    CompletableFuture<?>[] future = new CompletableFuture<?>[1];
    CompletableFuture<String> failing = new CompletableFuture<>();
    IOException error = new IOException("given");
    error.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("Other", "thread", "Other.java", 1)});
    try (Loop loop = new Loop()) {
      future[0] = loop.submit(awaits("task", failing)).toCompletableFuture();
      failing.completeExceptionally(error);
      for (int i = 0; i < 2; i++) {
        assertThrows(IOException.class, () -> loop.run(awaits("outer", future[0])));
        assertEquals(List.of("Other.thread", "Sample.task", "Sample.outer"), top(error, 3));
        assertEquals(1, trace(error).stream().filter("Sample.outer"::equals).count());
      }
      assertThrows(IOException.class, () -> loop.run(awaits("later", failing)));
      assertEquals(List.of("Other.thread", "Sample.later"), top(error, 2));
    }
  }

  @Test
  void ofACancelledTaskThatIsJoinedNamesWhoJoins() {
    Sample<Void> main =
        new Sample<>(
            "main",
            new Sample.Body() {
              private Task<?> task;

              @Override
              public Sample.Next step(int state, Sample.Answer reply) throws Throwable {
                switch (state) {
                  case 0:
                    return await(
                        1, Weft.spawn("child", awaits("child", Weft.sleep(Duration.ofDays(1)))));
                  case 1:
                    task = reply.get();
                    return await(2, Weft.cancel(task));
                  case 2:
                    return await(3, task);
                  default:
                    return end(reply.get());
                }
              }
            });
    CancellationException error = assertThrows(CancellationException.class, () -> Weft.run(main));
    assertEquals("Sample.main", trace(error).get(0));
  }

  @Test
  void whatTheUserHasSetStays() {
    StackTraceElement[] own = {new StackTraceElement("Own", "own", "Own.java", 1)};
    Sample<Void> setting =
        new Sample<>(
            "setting",
            (state, reply) -> {
              IOException error = new IOException("set");
              error.setStackTrace(own);
              throw error;
            });
    assertEquals(List.of("Own.own"), trace(thrownBy(awaits("outer", setting))));
  }

  @Test
  void isBounded() {
    Coroutine<?> chain = new Leaf(true);
    for (int i = 0; i < 5000; i++) {
      chain = awaits("link", chain);
    }
    assertEquals(Traces.MAX_FRAMES, thrownBy(chain).getStackTrace().length);
  }
}
