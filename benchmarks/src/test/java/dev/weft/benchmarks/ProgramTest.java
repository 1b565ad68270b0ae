// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.benchmarks.Program.ProgramFailedException;
import dev.weft.benchmarks.Program.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static Program shell(String script) {
    return new Program(List.of("sh", "-c", script), 10);
  }

  @Test
  void aLineIsAFigure() throws Exception {
    assertEquals(
        List.of(new Reading("wall", 0.412, "s"), new Reading("heap", 118.2, "B")),
        shell("echo wall 0.412 s; echo heap 118.2 B").run());
  }

  @Test
  void aCrashIsReportedWithWhatItSaid() {
    ProgramFailedException e =
        assertThrows(ProgramFailedException.class, () -> shell("echo no memory >&2; exit 4").run());
    assertTrue(e.reason().contains("no memory"), e.reason());
  }

  @Test
  void anythingElseThanFiguresIsReported() {
    assertThrows(ProgramFailedException.class, () -> shell("echo hello").run());
    assertThrows(ProgramFailedException.class, () -> shell("echo wall clock s").run());
  }

  @Test
  void oneThatHangsIsEnded() {
    Program program = new Program(List.of("sleep", "60"), 0);
    assertThrows(ProgramFailedException.class, program::run);
  }
}
