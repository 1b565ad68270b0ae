// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final List<String> LINES =
      List.of(
          "suite,scenario,peer,metric,unit,run,value",
          "loop,spawn-100000,weft,each,ns,1,61.25",
          "loop,spawn-100000,kotlin,each,ns,1,333",
          "loop,spawn-100000,weft,each,ns,2,62.5",
          "step,send-resume,weft,allocated,B,1,0");

  @Test
  void whatIsReadIsWritten() {
    assertEquals(LINES, Results.parse(LINES).lines());
  }

  @Test
  void runsAreCountedForEachThing() {
    Results results = Results.parse(LINES);
    results.add(new Figure("loop", "spawn-100000", "weft", "each", "ns", 60));
    assertEquals("loop,spawn-100000,weft,each,ns,3,60", results.lines().get(5));
  }

  @Test
  void oneSuiteIsReplacedAndTheOthersStay() {
    Results results = Results.parse(LINES);
    results.drop(figure -> figure.suite().equals("loop") && figure.peer().equals("weft"));
    assertEquals(List.of(LINES.get(0), LINES.get(2), LINES.get(4)), results.lines());
  }

  @Test
  void aBrokenRowIsNamed() {
    List<String> lines = List.of(LINES.get(0), "loop,spawn");
    assertThrows(IllegalArgumentException.class, () -> Results.parse(lines));
  }
}
