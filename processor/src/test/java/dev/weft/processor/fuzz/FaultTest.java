// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who proves the fuzzer? Programs that are compiled wrongly on purpose are found, and reduced. */
class FaultTest {
  /** As many nodes as a class has that does one thing. */
  private static final int SMALL = 30;

  @ParameterizedTest
  @EnumSource
  void isFoundAndReduced(Fault fault) {
    Fuzzer fuzzer = new Fuzzer(Trial.ofChange(fault.everywhere()), Program::small);
    for (long seed = 0;
        fuzzer.findings().isEmpty() && seed < 5L * Fuzzer.BATCH;
        seed += Fuzzer.BATCH) {
      fuzzer.batch(seed);
    }
    assertFalse(fuzzer.findings().isEmpty(), "not found");
    for (Fuzzer.Finding finding : fuzzer.reduced(1)) {
      assertTrue(finding.program().size() < SMALL, finding::toString);
    }
  }

  @Test
  void aSoundCompilerIsFoundSound() {
    Fuzzer fuzzer = new Fuzzer(Trial.ofChange(program -> program), Program::small);
    fuzzer.batch(0);
    assertEquals(java.util.List.of(), fuzzer.findings());
  }

  @Test
  void aSeedTellsTheProgram() {
    assertEquals(Program.of(42).print(), Program.of(42).print());
  }
}
