// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static dev.weft.Sample.tailAwait;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Long chains: no Java stack is used up, and no time per resume. */
@SuppressWarnings("NullAway") // what is null here fails the test
class DepthTest {
  private static final int DEEP = 100_000;
  private static final int LONG = 1_000_000;

  /** {@code return done(n == 0 ? await(leaf) : await(descend(n - 1)) + 1);}. */
  private static Sample<Integer> descend(int n, Object leaf) {
    return new Sample<>(
        "descend",
        (state, reply) ->
            switch (state) {
              case 0 -> n == 0 ? await(2, leaf) : await(1, descend(n - 1, leaf));
              case 1 -> end(reply.<Integer>get() + 1);
              default -> end(reply.get());
            });
  }

  private static Sample<Integer> tails(int n, Object leaf) {
    return new Sample<>(
        "tails",
        (state, reply) -> {
          if (state == 1) {
            return end(reply.get());
          }
          return n == 0 ? await(1, leaf) : tailAwait(tails(n - 1, leaf));
        });
  }

  @Test
  void deepWithoutSuspending() {
    Sample<Integer> root = descend(DEEP, Coroutine.of(0));
    assertNull(root.send(null));
    assertEquals(DEEP, root.result());
  }

  @Test
  void deepAndSuspended() {
    Sample<Integer> root = descend(DEEP, Weft.yieldNow());
    assertEquals(Weft.yieldNow(), root.send(null));
    assertNull(root.send(0));
    assertEquals(DEEP, root.result());
  }

  @Test
  void deepAndFailingInTheEnd() {
    IOException error = new IOException("leaf");
    Sample<Integer> root = descend(DEEP, Weft.yieldNow());
    root.send(null);
    assertSame(error, assertThrows(IOException.class, () -> root.raise(error)));
    assertEquals(1024, error.getStackTrace().length);
  }

  @Test
  void deepAndFailingAtOnce() {
    Sample<Integer> leaf =
        new Sample<>(
            "leaf",
            (state, reply) -> {
              throw new IOException("leaf");
            });
    Sample<Integer> root = descend(DEEP, leaf);
    IOException error = assertThrows(IOException.class, () -> root.send(null));
    assertEquals(1024, error.getStackTrace().length);
  }

  @Test
  void resumesTheInnermostDirectly() {
    int rounds = 1_000_000;
    int[] round = {0};
    Sample<Integer> leaf =
        new Sample<>(
            "leaf", (state, reply) -> round[0]++ < rounds ? await(1, Weft.yieldNow()) : end(0));
    Sample<Integer> root = descend(10_000, leaf);
    // Through all 10,000 machines each time, this would take minutes.
    for (Event<?> event = root.send(null); event != null; ) {
      event = root.send(null);
    }
    assertEquals(10_000, root.result());
  }

  @Test
  void aLongTailChainWithoutSuspending() {
    Sample<Integer> root = tails(LONG, Coroutine.of(7));
    assertNull(root.send(null));
    assertEquals(7, root.result());
  }

  @Test
  void aLongTailChainSuspendedWhereverItIs() {
    Sample<Integer> outer = Sample.awaits("outer", tails(LONG, Weft.yieldNow()));
    assertEquals(Weft.yieldNow(), outer.send(null));
    assertNull(outer.send(7));
    assertEquals(7, outer.result());
  }

  /** Each machine suspends before it goes on to the next. */
  private static Sample<Integer> stepping(int n) {
    return new Sample<>(
        "stepping",
        (state, reply) ->
            switch (state) {
              case 0 -> await(1, Weft.yieldNow());
              default -> n == 0 ? end(n) : tailAwait(stepping(n - 1));
            });
  }

  @Test
  void aTailChainKeepsNothingOfWhatIsBehindIt() {
    Sample<Integer> root = stepping(LONG);
    Event<?> event = root.send(null);
    Driver driver = root.driver;
    assertTrue(driver != null);
    while (event != null) {
      event = root.send(null);
      // The root's own link is the chain's one Tail; nothing links back to what has moved on.
      assertTrue(root.link instanceof Tail tail && tail.awaiter == null);
    }
    assertEquals(0, root.result());
  }

  @Test
  void aFailureAtTheEndOfATailChainIsTheRoots() {
    @Nullable Object leaf = Sample.awaits("leaf", Weft.yieldNow());
    Sample<Integer> root = tails(10, leaf);
    root.send(null);
    IOException error = new IOException("x");
    assertThrows(IOException.class, () -> root.raise(error));
    assertSame(error, assertThrows(IOException.class, root::result));
  }
}
