// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Loop;
import dev.weft.Weft;
import dev.weft.samples.Output;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloTest {
  private static final String[] NONE = {};

  @Test
  void printsSleepsAndPrints() throws Throwable {
    long start = System.nanoTime();
    assertEquals(List.of("Hello ...", "... world!"), Output.of(() -> Hello.main(NONE)));
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(500).toNanos());
  }

  @Test
  void doesNothingUntilItIsRun() throws Throwable {
    assertEquals(
        List.of(
            "it is made, and it has printed nothing",
            "  multiply begins",
            "  multiply ends",
            "now it has run, and its result is 42",
            "it cannot be run again"),
        Output.of(() -> Cold.main(NONE)));
  }

  @Test
  void anEventOfOnesOwnIsAnsweredByItsHandler() throws Throwable {
    Iterator<Integer> numbers = List.of(2, 5, 6).iterator();
    List<String> lines =
        Output.of(
            () -> {
              try (Loop loop = new Loop()) {
                loop.on(Dice.Throw.class, (wish, resumption) -> resumption.resume(numbers.next()));
                assertEquals(3, loop.run(Dice.throwSix()));
              }
            });
    assertEquals(List.of("a 2", "a 5", "a 6"), lines);
  }

  @Test
  void theDiceAreThrown() throws Throwable {
    List<String> lines = Output.of(() -> Dice.main(NONE));
    assertEquals("a six after " + (lines.size() - 1) + " times", lines.get(lines.size() - 1));
    assertEquals("a 6", lines.get(lines.size() - 2));
  }

  @Test
  void anEventWithoutHandlerFailsAndIsNamed() {
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> Weft.run(Dice.throwSix()));
    assertTrue(failure.getMessage().contains("Dice"), failure.getMessage());
    assertTrue(failure.getMessage().contains("loop.on(Throw.class"), failure.getMessage());
  }

  @Test
  void aRowOfTasksFindsThePrimes() throws Throwable {
    assertEquals(
        List.of(
            "[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79,"
                + " 83, 89, 97]"),
        Output.of(() -> Sieve.main(NONE)));
    assertEquals(1229, Weft.run(Sieve.primes(10_000)).size());
  }

  @Test
  void generatorsHandOutWhatIsAskedFor() throws Throwable {
    assertEquals(
        List.of(
            "[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]",
            "0",
            "1",
            "1",
            "2",
            "3",
            "5",
            "8",
            "no more ticks",
            "sum 20"),
        Output.of(() -> Ticks.main(NONE)));
  }
}
