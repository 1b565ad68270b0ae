// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.proof.Case.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes, in whatever order and company files are compiled. */
class OrderTest {
  private static final List<Case> CASES =
      Families.written().stream()
          .filter(c -> c.status() != Status.REFUSED)
          .filter(c -> List.of("Access", "Generics", "Lambdas").contains(c.family()))
          .toList();

  @Test
  void theOrderOfFilesMakesNoDifference() {
    List<Case> reversed = new ArrayList<>(CASES);
    Collections.reverse(reversed);
    assertSame(Workshop.compile(CASES), Workshop.compile(reversed));
  }

  @Test
  void otherFilesMakeNoDifference() {
    Compiled all = Workshop.compile(CASES);
    Compiled few = Workshop.compile(CASES.subList(10, 15));
    few.sources().forEach((name, text) -> assertEquals(text, all.sources().get(name), name));
    few.classes().forEach((name, bytes) -> assertArrayEquals(bytes, all.classes().get(name), name));
  }

  private static void assertSame(Compiled a, Compiled b) {
    assertEquals(a.sources(), b.sources());
    assertEquals(a.classes().keySet(), b.classes().keySet());
    a.classes().forEach((name, bytes) -> assertArrayEquals(bytes, b.classes().get(name), name));
  }
}
