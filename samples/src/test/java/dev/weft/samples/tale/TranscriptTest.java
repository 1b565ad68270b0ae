// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weft.samples.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader sees who runs the chapters. */
class TranscriptTest {
  private static final String[] NONE = {};

  @Test
  void nice() throws Throwable {
    assertEquals(
        List.of(
            "We call greet.",
            "Nothing happened: it was made, not run. We send.",
            "  greet: Hello, world!",
            "It wants Nice[]. That costs us nothing; we send again.",
            "  greet: Still there?",
            "It wants null, for it has ended: true.",
            "Its result is goodbye.",
            "A coroutine that fails does so out of the send that made it walk on.",
            "We caught: no more of this.",
            "And raise answers with an exception, thrown where the coroutine stands.",
            "  insist: caught a surprise",
            "It has ended: true."),
        Output.of(() -> Chapter1Nice.main(NONE)));
  }

  @Test
  void runUntilComplete() throws Throwable {
    assertEquals(
        List.of(
            "  count: 1", "  count: 2", "  count: 1", "  count: 2", "  count: 3", "the sum is 9"),
        Output.of(() -> Chapter2Run.main(NONE)));
  }

  @Test
  void spawn() throws Throwable {
    assertEquals(
        List.of(
            "  one: 1",
            "  one: 2",
            "  one: 3",
            "loop: a task crashed: out of luck",
            "  two: 1",
            "  parent: all are on their way",
            "  two: 2"),
        Output.of(() -> Chapter3Spawn.main(NONE)));
  }

  @Test
  void join() throws Throwable {
    assertEquals(
        List.of(
            "  parent: the square of 3 is 9",
            "  parent: asked again, it is 9",
            "  parent: no square of 10: 10 is too much for me",
            "loop: a task crashed, and nobody asked: 11 is too much for me"),
        Output.of(() -> Chapter4Join.main(NONE)));
  }

  @Test
  void sleep() throws Throwable {
    // Who goes first is a matter of the clock here; SleepTrapsTest has a clock of its own.
    List<String> lines = Output.of(() -> Chapter5Sleep.main(NONE));
    assertEquals("  parent: all asleep", lines.get(0));
    assertEquals(
        List.of("  fast: 1", "  fast: 2", "  fast: 3", "  fast: 4"),
        lines.stream().filter(line -> line.startsWith("  fast")).toList());
    assertEquals(
        List.of("  slow: 1", "  slow: 2"),
        lines.stream().filter(line -> line.startsWith("  slow")).toList());
    assertEquals(7, lines.size());
  }

  @Test
  void streams() throws Throwable {
    assertEquals(
        List.of("  echo: got it, sending it back", "  parent: 1400000 bytes, equal: true"),
        Output.of(() -> Chapter6Streams.main(NONE)));
  }

  @Test
  void cancel() throws Throwable {
    assertEquals(
        List.of(
            "  sleeper: good night",
            "  parent: cancelled it: true",
            "  sleeper: what? I was just going to wake up",
            "  sleeper: off I go",
            "  parent: it was cancelled indeed",
            "  parent: cancelled it again: false",
            "  parent: cancelled one before its start: true"),
        Output.of(() -> Chapter7Cancel.main(NONE)));
  }

  @Test
  void everything() throws Throwable {
    assertEquals(
        List.of(
            "  parent: the echo says Hello, world!",
            "  parent: the echo has nothing more to say",
            "  echo: that is all"),
        Output.of(() -> Chapter8Everything.main(NONE)));
  }

  @Test
  void allOfIt() throws Throwable {
    List<String> lines = Output.of(() -> Tale.main(NONE));
    assertEquals(8, lines.stream().filter(line -> line.startsWith("Chapter")).count());
    assertFalse(lines.isEmpty());
  }
}
