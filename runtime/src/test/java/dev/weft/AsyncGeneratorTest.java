// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generators that await, without the compiler: by hand, and in tasks of a loop. */
@SuppressWarnings("NullAway") // what is null here fails the test
class AsyncGeneratorTest {
  private record Ask(String what) implements Event<String> {}

  private final List<String> log = new ArrayList<>();

  /**
   * Asks for a name and hands it out, for ever, in a try whose finally asks for leave:
   *
   * <pre>{@code
   * try { for (;;) { emit(await(wish)); } } finally { await(leave); }
   * }</pre>
   */
  private class Names extends AsyncGeneratorMachine<String> {
    private final Event<?> wish;
    private final Event<?> leave;
    private @Nullable Throwable pending;

    Names(Event<?> wish, Event<?> leave) {
      this.wish = wish;
      this.leave = leave;
    }

    @Override
    protected @Nullable Object resume(@Nullable Object given) throws Throwable {
      Object reply = given;
      for (; ; ) {
        try {
          switch (state) {
            case 0 -> {
              reply = await(1, wish);
              return reply;
            }
            case 1 -> {
              return emit(2, String.valueOf(this.<@Nullable Object>value(reply)));
            }
            case 2 -> {
              emitted();
              state = 0;
            }
            case 3 -> {
              log.add("finally");
              return await(4, leave);
            }
            default -> {
              value(reply);
              log.add("left");
              throw pending;
            }
          }
        } catch (Throwable thrown) {
          if (state >= 3) {
            throw thrown;
          }
          pending = thrown;
          state = 3;
        }
      }
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Names", "all", "Names.java", 10 + state);
    }
  }

  private final Names names = new Names(new Ask("name"), new Ask("leave"));

  private @Nullable String next(String reply) {
    Coroutine<Boolean> more = names.hasNext();
    assertEquals(new Ask("name"), more.send(null));
    assertNull(more.send(reply));
    assertTrue(more.isDone());
    return more.result() ? names.next() : null;
  }

  @Test
  void isAskedByHand() {
    assertEquals("Ann", next("Ann"));
    assertEquals("Ben", next("Ben"));
    assertThrows(NoSuchElementException.class, names::next);
  }

  @Test
  void anElementCostsNoObject() {
    Coroutine<Boolean> first = names.hasNext();
    next("Ann");
    assertSame(first, names.hasNext());
  }

  @Test
  void anElementWaitsToBeTaken() {
    names.hasNext().send(null);
    ((Coroutine<?>) names).send("Ann");
    Coroutine<Boolean> again = names.hasNext();
    assertNull(again.send(null));
    assertTrue(again.result());
    assertEquals("Ann", names.next());
  }

  @Test
  void cannotBeAskedWhileItRuns() {
    names.hasNext().send(null);
    String message = assertThrows(IllegalStateException.class, names::hasNext).getMessage();
    assertTrue(message.startsWith("Names.all(Names.java:11) is running"), message);
    assertThrows(IllegalStateException.class, () -> names.closeAsync().send(null));
  }

  @Test
  void isForOneIteration() {
    assertSame(names, names.asyncIterator());
    assertThrows(IllegalStateException.class, names::asyncIterator);
  }

  @Test
  void closingAwaitsTheFinally() {
    next("Ann");
    Coroutine<Void> close = names.closeAsync();
    assertEquals(List.of(), log);
    assertEquals(new Ask("leave"), close.send(null));
    assertEquals(List.of("finally"), log);
    assertNull(close.send(null));
    assertTrue(close.isDone());
    assertNull(close.result());
    assertEquals(List.of("finally", "left"), log);
    assertFalse(ended(names.hasNext()));
    assertNull(ended(names.closeAsync()));
  }

  @Test
  void whatHasNotBegunNeverBegins() {
    assertNull(ended(names.closeAsync()));
    assertFalse(ended(names.hasNext()));
    assertEquals(List.of(), log);
  }

  private static <T> T ended(Coroutine<T> coroutine) {
    assertNull(coroutine.send(null));
    return coroutine.result();
  }

  @Test
  void aFailureWhileClosingComesOut() {
    next("Ann");
    Coroutine<Void> close = names.closeAsync();
    close.send(null);
    IOException failure = new IOException("closing");
    assertSame(failure, assertThrows(IOException.class, () -> close.raise(failure)));
    assertFalse(ended(names.hasNext()));
  }

  @Test
  void anErrorCanBeRaisedAtTheEmit() {
    next("Ann");
    IOException failure = new IOException("raised");
    Coroutine<Boolean> more = names.hasNext();
    assertEquals(new Ask("leave"), more.raise(failure));
    assertSame(failure, assertThrows(IOException.class, () -> more.send(null)));
    assertEquals(List.of("finally", "left"), log);
  }

  @Test
  void aTaskThatIsCancelledBeforeItAsksCleansUp() {
    Names ticks = new Names(Weft.yieldNow(), Weft.yieldNow());
    Sample<String> main =
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, ticks.hasNext());
                  case 1 -> {
                    reply.get();
                    ticks.next();
                    yield await(2, Weft.spawn(ticks.hasNext()));
                  }
                  case 2 -> {
                    Task<Boolean> task = reply.get();
                    task.cancel();
                    yield await(3, task);
                  }
                  default -> end(reply.failure().getClass().getSimpleName());
                });
    assertEquals(CancellationException.class.getSimpleName(), Weft.run(main));
    assertEquals(List.of("finally", "left"), log);
  }

  @Test
  void aTaskThatIsCancelledAsItWaitsCleansUp() {
    Names slow = new Names(Weft.sleep(Duration.ofDays(1)), Weft.yieldNow());
    List<Task<Boolean>> waiting = new ArrayList<>();
    Sample<String> main =
        new Sample<>(
            "main",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, Weft.spawn(slow.hasNext()));
                  case 1 -> {
                    waiting.add(reply.get());
                    yield await(2, Weft.yieldNow());
                  }
                  case 2 -> {
                    waiting.get(0).cancel();
                    yield await(3, Weft.yieldNow());
                  }
                  default -> end();
                });
    try (Loop loop = new Loop()) {
      loop.run(main);
    }
    assertEquals("finally", log.get(0));
  }

  @Test
  void closingIsSuppressedAfterAFailure() {
    IOException secondary = new IOException("closing");
    AsyncCloseable<IOException> resource = () -> Sample.awaits("close", new Ask("leave"));
    Exception primary = new Exception("primary");
    Coroutine<Void> closing = Machine.closing(resource, primary);
    assertEquals(new Ask("leave"), closing.send(null));
    assertNull(closing.raise(secondary));
    assertNull(closing.result());
    assertSame(secondary, primary.getSuppressed()[0]);
    assertNull(ended(Machine.closing(null, primary)));
  }

  @Test
  void aCancelWhileClosingIsNotSuppressed() {
    AsyncCloseable<IOException> resource = () -> Sample.awaits("close", new Ask("leave"));
    Exception primary = new Exception("primary");
    Coroutine<Void> closing = Machine.closing(resource, primary);
    closing.send(null);
    Cancelled cancelled = new Cancelled();
    assertSame(cancelled, assertThrows(Cancelled.class, () -> closing.raise(cancelled)));
    assertSame(primary, cancelled.getSuppressed()[0]);
  }

  @Test
  void aFailureOfClosingAtOnceIsSuppressedToo() {
    IOException secondary = new IOException("closing");
    AsyncCloseable<IOException> resource =
        () -> {
          throw secondary;
        };
    Exception primary = new Exception("primary");
    assertNull(ended(Machine.closing(resource, primary)));
    assertSame(secondary, primary.getSuppressed()[0]);
  }

  @Test
  void withoutTheCompilerALoopSaysWhatIsMissing() {
    AsyncIterable<String> iterable = () -> names;
    for (Runnable use :
        List.<Runnable>of(
            () -> {
              for (String name : iterable) {
                log.add(name);
              }
            },
            () -> iterable.forEach(log::add),
            () -> log.add("" + iterable.spliterator()))) {
      assertTells(assertThrows(IllegalStateException.class, use::run), "AsyncIterable");
    }
    Iterator<Runnable> closes =
        List.<Runnable>of(
                () -> {
                  try (AsyncIterator<String> i = names) {
                    log.add("" + i);
                  }
                },
                names::close)
            .iterator();
    closes.forEachRemaining(
        use -> assertTells(assertThrows(IllegalStateException.class, use::run), "AsyncCloseable"));
    assertTells(assertThrows(IllegalStateException.class, () -> Weft.emit(1)), "emit");
  }

  private static void assertTells(IllegalStateException error, String what) {
    String message = error.getMessage();
    assertTrue(message.contains(what) && message.contains("-processorpath"), message);
  }
}
