// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.processor.proof.Case.Status;
import dev.weft.processor.proof.Compiled.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is not supported yet gives an error of Weft's own, in the user's file, and never wrong code.
 * A case that begins to work fails here, and loses its mark.
 */
class RefusalTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    List<Case> cases =
        Families.written().stream().filter(c -> c.status() == Status.REFUSED).toList();
    Compiled compiled = Workshop.compile(cases);
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> assertRefused(c, compiled)));
  }

  private static void assertRefused(Case c, Compiled compiled) {
    List<Message> errors =
        compiled.errors().stream().filter(error -> error.unit().equals(c.id())).toList();
    assertFalse(errors.isEmpty(), "it compiles: take its mark away");
    for (Message error : errors) {
      assertTrue(
          error.text().contains("WEFT003") && error.text().contains("not supported yet"),
          error::toString);
      assertTrue(c.line((int) error.line()).strip().length() > 0, error::toString);
    }
  }
}
