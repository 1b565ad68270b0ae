// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static dev.weft.Sample.end;
import static dev.weft.Sample.tailAwait;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conversation by hand. */
@SuppressWarnings("NullAway") // what is null here fails the test
class CoroutineTest {
  private record Ask(String what) implements Event<String> {}

  private final List<String> log = new ArrayList<>();

  private Sample<String> asking(String what) {
    return new Sample<>(
        "asking",
        (state, reply) -> {
          log.add("state " + state);
          return state == 0 ? await(1, new Ask(what)) : end(what + " " + reply.get());
        });
  }

  @Test
  void isColdUntilSent() {
    Coroutine<String> coroutine = asking("name");
    assertEquals(List.of(), log);
    assertFalse(coroutine.isDone());
    assertEquals(new Ask("name"), coroutine.send(null));
    assertEquals(List.of("state 0"), log);
    assertFalse(coroutine.isDone());
    assertNull(coroutine.send("Ann"));
    assertTrue(coroutine.isDone());
    assertEquals("name Ann", coroutine.result());
  }

  @Test
  void theFirstValueMustBeNull() {
    Coroutine<String> coroutine = asking("name");
    assertThrows(IllegalArgumentException.class, () -> coroutine.send("early"));
    assertEquals(new Ask("name"), coroutine.send(null));
  }

  @Test
  void hasNoResultBeforeItsEnd() {
    Coroutine<String> coroutine = asking("name");
    String message = assertThrows(IllegalStateException.class, coroutine::result).getMessage();
    assertTrue(message.contains("Sample.asking(Sample.java"), message);
  }

  @Test
  void nothingCanBeSentAfterTheEnd() {
    Coroutine<String> coroutine = Coroutine.of("x");
    assertFalse(coroutine.isDone());
    assertNull(coroutine.send(null));
    assertEquals("x", coroutine.result());
    assertThrows(IllegalStateException.class, () -> coroutine.send(null));
    assertThrows(IllegalStateException.class, () -> coroutine.raise(new IOException()));
  }

  @Test
  void theEventOfTheInnermostComesOut() {
    Sample<String> outer =
        new Sample<>(
            "outer",
            (state, reply) -> state == 0 ? await(1, asking("in")) : end(reply.get() + "!"));
    assertEquals(new Ask("in"), outer.send(null));
    assertNull(outer.send("deep"));
    assertEquals("in deep!", outer.result());
  }

  @Test
  void aChildThatEndsAtOnceNeedsNoTrip() {
    Sample<Integer> outer =
        new Sample<>(
            "outer",
            (state, reply) ->
                state == 0 ? await(1, Coroutine.of(4)) : end(reply.<Integer>get() + 1));
    assertNull(outer.send(null));
    assertEquals(5, outer.result());
  }

  @Test
  void raisesAtTheAwait() {
    IOException error = new IOException("down");
    Sample<String> catching =
        new Sample<>(
            "catching",
            (state, reply) ->
                state == 0 ? await(1, new Ask("x")) : end("caught " + reply.failure()));
    catching.send(null);
    assertNull(catching.raise(error));
    assertEquals("caught java.io.IOException: down", catching.result());
  }

  @Test
  void throwsWhatItDoesNotCatch() {
    IOException error = new IOException("down");
    Coroutine<String> coroutine = asking("x");
    coroutine.send(null);
    assertSame(error, assertThrows(IOException.class, () -> coroutine.raise(error)));
    assertTrue(coroutine.isDone());
    assertSame(error, assertThrows(IOException.class, coroutine::result));
    assertSame(error, assertThrows(IOException.class, coroutine::result));
  }

  @Test
  void raisingBeforeTheBeginRunsNothing() {
    IOException error = new IOException("early");
    Coroutine<String> coroutine = asking("x");
    assertSame(error, assertThrows(IOException.class, () -> coroutine.raise(error)));
    assertTrue(coroutine.isDone());
    assertSame(error, assertThrows(IOException.class, coroutine::result));
    assertEquals(List.of(), log);
  }

  @Test
  void isForSingleUse() {
    Coroutine<String> inner = asking("x");
    Sample<String> twice =
        new Sample<>(
            "twice",
            (state, reply) ->
                switch (state) {
                  case 0 -> await(1, inner);
                  case 1 -> await(2, inner);
                  default -> end(reply.get());
                });
    twice.send(null);
    String message =
        assertThrows(IllegalStateException.class, () -> twice.send("reply")).getMessage();
    assertTrue(message.startsWith("Sample.asking(Sample.java:0) was begun before"), message);
  }

  @Test
  void whatAnotherDrivesCannotBeSentTo() {
    Coroutine<String> inner = asking("x");
    Sample<String> outer = awaits("outer", inner);
    outer.send(null);
    assertThrows(IllegalStateException.class, () -> inner.send("x"));
    assertThrows(IllegalStateException.class, () -> inner.raise(new IOException()));
    outer.send("x");
    assertThrows(IllegalStateException.class, () -> inner.send(null));
    assertEquals("x x", inner.result());
  }

  @Test
  void cannotSendToItself() {
    List<Coroutine<?>> self = new ArrayList<>();
    Sample<Void> sample =
        new Sample<>(
            "self",
            (state, reply) -> {
              assertThrows(IllegalStateException.class, () -> self.get(0).send(null));
              return end();
            });
    self.add(sample);
    assertNull(sample.send(null));
    assertTrue(sample.isDone());
  }

  @Test
  void aConversationMayBeHeldInsideAnother() {
    Sample<Object> outer =
        new Sample<>("outer", (state, reply) -> await(1, asking("x").send(null)));
    assertEquals(new Ask("x"), outer.send(null));
  }

  @Test
  void nothingToAwaitIsNamed() {
    Sample<Object> sample =
        new Sample<>("none", (state, reply) -> state == 0 ? await(1, nothing()) : end(reply.get()));
    String message = assertThrows(NullPointerException.class, () -> sample.send(null)).getMessage();
    assertEquals("the awaited coroutine is null", message);
  }

  @SuppressWarnings("NullAway")
  private static Coroutine<?> nothing() {
    return null;
  }

  @Test
  void aTailAwaitGivesItsOutcomeOn() {
    Sample<String> first = new Sample<>("first", (state, reply) -> tailAwait(asking("x")));
    Sample<String> outer = awaits("outer", first);
    assertEquals(new Ask("x"), outer.send(null));
    assertFalse(first.isDone());
    assertNull(outer.send("y"));
    assertEquals("x y", outer.result());
    assertTrue(first.isDone());
    assertEquals("x y", first.result());
  }

  @Test
  void aTailAwaitAtTheRootCanBeSentTo() {
    IOException error = new IOException("late");
    Sample<String> root = new Sample<>("root", (state, reply) -> tailAwait(asking("x")));
    assertEquals(new Ask("x"), root.send(null));
    assertSame(error, assertThrows(IOException.class, () -> root.raise(error)));
    assertTrue(root.isDone());
    assertSame(error, assertThrows(IOException.class, root::result));
  }

  @Test
  void aTailAwaitOfABegunCoroutineFails() {
    Coroutine<String> begun = asking("x");
    begun.send(null);
    Sample<String> root = new Sample<>("root", (state, reply) -> tailAwait(begun));
    assertThrows(IllegalStateException.class, () -> root.send(null));
    assertTrue(root.isDone());
  }

  @Test
  void withoutTheProcessorAwaitSaysHowToAddIt() {
    for (String tool :
        List.of("annotationProcessorPaths", "annotationProcessor(", "-processorpath")) {
      String message =
          assertThrows(IllegalStateException.class, () -> Weft.await(Coroutine.of(1))).getMessage();
      assertTrue(message.contains(tool), message);
    }
    assertThrows(IllegalStateException.class, Weft::done);
  }
}
