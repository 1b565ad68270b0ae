// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generators that do not await, without the compiler. */
@SuppressWarnings("NullAway") // what is null here fails the test
class GeneratorTest {
  private final List<String> log = new ArrayList<>();

  /** Hands out 0, 1, ... {@code to - 1}, with a try around it all. */
  private class Count extends GeneratorMachine<Integer> {
    private final int to;
    private int at;

    Count(int to) {
      this.to = to;
    }

    void cleanUp() throws Throwable {
      log.add("finally");
    }

    @Override
    protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
      try {
        if (state == 0) {
          log.add("begins");
        } else {
          emitted();
          at++;
        }
        if (at < to) {
          return emit(1, at);
        }
      } catch (Throwable error) {
        cleanUp();
        throw error;
      }
      cleanUp();
      return false;
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Numbers", "count", "Numbers.java", 10 + state);
    }
  }

  @Test
  void nothingRunsBeforeItIsAskedFor() {
    Generator<Integer> numbers = new Count(2);
    assertEquals(List.of(), log);
    assertTrue(numbers.hasNext());
    assertTrue(numbers.hasNext());
    assertEquals(0, numbers.next());
    assertEquals(1, numbers.next());
    assertEquals(List.of("begins"), log);
    assertFalse(numbers.hasNext());
    assertFalse(numbers.hasNext());
    assertEquals(List.of("begins", "finally"), log);
    assertThrows(NoSuchElementException.class, numbers::next);
  }

  @Test
  void isForOneIteration() {
    Generator<Integer> numbers = new Count(3);
    assertEquals(0, numbers.next());
    List<Integer> rest = new ArrayList<>();
    for (int n : numbers) {
      rest.add(n);
    }
    assertEquals(List.of(1, 2), rest);
    String message = assertThrows(IllegalStateException.class, numbers::iterator).getMessage();
    assertTrue(message.startsWith("Numbers.count(Numbers.java:10) was iterated"), message);
    assertThrows(IllegalStateException.class, numbers::stream);
  }

  @Test
  void isAStream() {
    try (Stream<Integer> stream = new Count(1_000_000).stream()) {
      assertEquals(List.of(2, 4), stream.filter(n -> n > 0 && n % 2 == 0).limit(2).toList());
      assertEquals(List.of("begins"), log);
    }
    assertEquals(List.of("begins", "finally"), log);
  }

  @Test
  void closingRunsWhatIsLeftToCleanUp() {
    Generator<Integer> numbers = new Count(3);
    assertEquals(0, numbers.next());
    assertTrue(numbers.hasNext());
    numbers.close();
    numbers.close();
    assertEquals(List.of("begins", "finally"), log);
    assertFalse(numbers.hasNext());
  }

  @Test
  void whatHasNotBegunNeverBegins() {
    Generator<Integer> numbers = new Count(3);
    numbers.close();
    assertFalse(numbers.hasNext());
    assertEquals(List.of(), log);
  }

  @Test
  void whatCleaningUpThrowsComesOutOfClose() {
    IOException failure = new IOException("cleaning");
    Generator<Integer> numbers =
        new Count(3) {
          @Override
          void cleanUp() throws Throwable {
            throw failure;
          }
        };
    numbers.next();
    assertSame(failure, assertThrows(IOException.class, numbers::close));
    numbers.close();
  }

  /** As try-with-resources does with the resources around the emit. */
  @Test
  void whatWasSuppressedForClosingIsThrownInItsPlace() {
    IOException first = new IOException("first");
    IOException second = new IOException("second");
    Generator<Integer> numbers =
        new GeneratorMachine<>() {
          @Override
          protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
            if (state == 0) {
              return emit(1, 7);
            }
            try {
              emitted();
            } catch (Closed closed) {
              closed.addSuppressed(first);
              closed.addSuppressed(second);
              throw closed;
            }
            return false;
          }

          @Override
          protected StackTraceElement frame() {
            return frame("Numbers", "suppressed", "Numbers.java", 1);
          }
        };
    numbers.next();
    assertSame(first, assertThrows(IOException.class, numbers::close));
    assertEquals(List.of(second), Arrays.asList(first.getSuppressed()));
  }

  @Test
  void toEmitWhileBeingClosedIsAnError() {
    Generator<Integer> numbers =
        new Count(3) {
          @Override
          void cleanUp() {
            emit(2, 99);
          }
        };
    numbers.next();
    String message = assertThrows(IllegalStateException.class, numbers::close).getMessage();
    assertTrue(message.contains("emits an element while it is being closed"), message);
    assertFalse(numbers.hasNext());
  }

  @Test
  void aFailureEndsItAndKeepsItsIdentity() {
    IOException failure = new IOException("thrown");
    Count numbers =
        new Count(0) {
          @Override
          void cleanUp() throws Throwable {
            throw failure;
          }
        };
    assertSame(failure, assertThrows(IOException.class, numbers::hasNext));
    assertFalse(numbers.hasNext());
  }

  @Test
  void itsFramesAreTheUsers() {
    Count numbers =
        new Count(0) {
          @Override
          protected @Nullable Object resume(@Nullable Object reply) {
            throw new IllegalStateException("here");
          }
        };
    StackTraceElement[] trace =
        assertThrows(IllegalStateException.class, () -> ask(numbers)).getStackTrace();
    assertEquals("Numbers.count", trace[0].getClassName() + "." + trace[0].getMethodName());
    assertEquals("ask", trace[1].getMethodName());
  }

  private static int ask(Generator<Integer> numbers) {
    return numbers.next();
  }

  @Test
  void cannotAskOrCloseItself() {
    List<Generator<?>> self = new ArrayList<>();
    List<Runnable> tries =
        List.of(
            () -> log.add("" + self.get(0).hasNext()),
            () -> log.add("" + self.get(0).next()),
            () -> self.get(0).close());
    for (Runnable attempt : tries) {
      Count numbers =
          new Count(0) {
            @Override
            void cleanUp() {
              attempt.run();
            }
          };
      self.clear();
      self.add(numbers);
      String message = assertThrows(IllegalStateException.class, numbers::hasNext).getMessage();
      assertTrue(message.contains("is running: a generator cannot"), message);
    }
  }

  @Test
  void nullIsAnElement() {
    Iterator<String> elements =
        new GeneratorMachine<@Nullable String>() {
          @Override
          protected @Nullable Object resume(@Nullable Object reply) {
            return state < 2 ? emit(state + 1, null) : false;
          }

          @Override
          protected StackTraceElement frame() {
            return frame("Nulls", "two", "Nulls.java", 1);
          }
        }.iterator();
    List<String> seen = new ArrayList<>();
    elements.forEachRemaining(seen::add);
    assertEquals(Arrays.asList(null, null), seen);
  }
}
