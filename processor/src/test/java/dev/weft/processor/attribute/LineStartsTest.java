// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineStartsTest {
  @Test
  void linesEndInEachOfTheThreeWays() {
    LineStarts lines = new LineStarts("a\nb\r\n\rc");

    assertEquals(1, lines.line(0));
    assertEquals(1, lines.line(1));
    assertEquals(2, lines.line(2));
    assertEquals(2, lines.line(4));
    assertEquals(3, lines.line(5));
    assertEquals(4, lines.line(6));
  }

  @Test
  void anEmptyTextHasALine() {
    assertEquals(1, new LineStarts("").line(0));
  }
}
