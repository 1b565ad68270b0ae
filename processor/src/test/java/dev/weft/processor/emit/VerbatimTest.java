// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** User text keeps its meaning wherever it moves. */
class VerbatimTest {
  private static final Graph GRAPH =
      new Sketch("class A {\n  void f() {\n    f(\n    );\n  }\n}\n", "A.f").graph();
  private static final Method METHOD = GRAPH.method();

  private static LineTable print(String text) {
    Code.Text piece = new Code.Text(text, 3);
    return LineTable.of(Verbatim.of(List.of(new Code(List.of(piece))), METHOD).print(piece));
  }

  @Test
  void movesLinesLeftByTheIndentationOfTheStatement() {
    LineTable table = print("f(\n        a,\n\n    b);");
    assertEquals("f(\n    a,\n\nb);", table.text());
    assertEquals(List.of(3, 4, 5, 6), table.lines());
  }

  @Test
  void leavesLinesAloneWhereOneHasLess() {
    String block = "f(\"\"\"\n  a\n      b\n    \"\"\");";
    assertEquals(block, print(block).text());
  }

  @Test
  void takesAnyLineEnd() {
    assertEquals("f(\na,\nb);", print("f(\r\n    a,\r    b);").text());
  }

  @Test
  void keepsWhatIsNoLineEndToJava() {
    assertEquals("f(\"\\u2028\\u0085\");", print("f(\"\u2028\u0085\");").text());
  }
}
