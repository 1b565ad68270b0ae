// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What has no eager meaning to be compared with: depth, laziness, what is kept alive. The title of
 * a case says what it gives.
 */
class MachineTest {
  private static final String GIVES = ", gives ";

  @TestFactory
  Stream<DynamicTest> cases() {
    List<Case> cases = Case.family("Machines");
    Workshop.Result woven = Workshop.woven(cases);
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> {
                      assertEquals(List.of(), woven.refused().getOrDefault(c.id(), List.of()));
                      for (Proof.Mode mode : Proof.Mode.values()) {
                        check(c, woven.realm().run(c, mode.script()), mode);
                      }
                    }));
  }

  private static void check(Case c, Outcome outcome, Proof.Mode mode) {
    String end = outcome.end().replaceFirst("^returns java\\.lang\\.\\w+ ", "");
    assertEquals(
        c.title().substring(c.title().indexOf(GIVES) + GIVES.length()), end, () -> "" + mode);
  }
}
