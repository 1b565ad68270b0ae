// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negations read as a person would write them, and never change their meaning. */
class ConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "done | !done",
        "a.b(c, d[0]).e | !a.b(c, d[0]).e",
        "s.equals(\")\") | !s.equals(\")\")",
        "s.equals('\"') | !s.equals('\"')",
        "(a && b) | !(a && b)",
        "!done | done",
        "!a.b() | a.b()",
        "!(a && b) | a && b",
        "!a && b | !(!a && b)",
        "!(a) && (b) | !(!(a) && (b))",
        "a == b | !(a == b)",
        "x instanceof String s | !(x instanceof String s)",
        "a(/* ) */) | !(a(/* ) */))",
      })
  void negates(String condition, String negation) {
    assertEquals(negation, text(Condition.negate(Code.text(condition))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.b(c = d) | a.b(c = d)",
        "a <= b && c[i = 1] != d | a <= b && c[i = 1] != d",
        "a.equals(\"?\") | a.equals(\"?\")",
        "a = b | (a = b)",
        "a &= b == c | (a &= b == c)",
        "a ? b : c | (a ? b : c)",
        "switch (a) { default -> b; } | (switch (a) { default -> b; })",
        "a /* = */ | (a /* = */)",
      })
  void bracketsWhatBindsLoosely(String condition, String operand) {
    assertEquals(operand, text(Condition.operand(Code.text(condition))));
  }

  private static String text(Code code) {
    StringBuilder text = new StringBuilder();
    code.pieces().forEach(piece -> text.append(((Code.Text) piece).text()));
    return text.toString();
  }
}
