// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Conditions in parentheses where they need them. The negation: {@code a.b(c)} becomes {@code
 * !a.b(c)}, {@code !a} becomes {@code a}, and anything less simple {@code !(...)}.
 */
final class Condition {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern COMPARISON = Pattern.compile("[<>=!]=");

  private Condition() {}

  static Code negate(Code condition) {
    String outline = outline(condition);
    if (isPrimary(outline)) {
      return Code.join(Code.text("!"), condition);
    }
    if (outline.startsWith("!") && isPrimary(outline.substring(1))) {
      Code rest = withoutFirstAndLast(condition, 1, 0);
      boolean inParentheses = matching(outline, 1) == outline.length() - 1;
      return outline.startsWith("!(") && inParentheses ? withoutFirstAndLast(rest, 1, 1) : rest;
    }
    return Code.join(Code.text("!("), condition, Code.text(")"));
  }

  /** The condition as what stands in front of a question mark. */
  static Code operand(Code condition) {
    return bindsTightly(outline(condition))
        ? condition
        : Code.join(Code.text("("), condition, Code.text(")"));
  }

  /** Whether there is no assignment, conditional or lambda in the text that is not in brackets. */
  private static boolean bindsTightly(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(text, i) || c == '?' || c == '{' || text.startsWith("->", i)) {
        return false;
      } else if (c == '(' || c == '[') {
        i = matching(text, i);
      } else if (c == '"' || c == '\'') {
        i = endOfLiteral(text, i);
      } else if (COMPARISON.matcher(text.substring(i)).lookingAt()) {
        i++;
      } else if (c == '=') {
        return false;
      }
      if (i < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text with a plain name in each hole. */
  private static String outline(Code code) {
    StringBuilder outline = new StringBuilder();
    for (Code.Piece piece : code.pieces()) {
      outline.append(piece instanceof Code.Text text ? text.text() : "hole");
    }
    return outline.toString();
  }

  /** Whether {@code !} in front of the text would negate all of it. */
  private static boolean isPrimary(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        i = matching(text, i);
        if (i < 0) {
          return false;
        }
      } else if (!Character.isJavaIdentifierPart(c) && c != '.') {
        return false;
      }
      i++;
    }
    return !text.isEmpty() && !BLANK.matcher(text.substring(0, 1)).matches();
  }

  /** The index of the bracket that closes the one at {@code open}; -1 if that is not plain. */
  private static int matching(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(text, i)) {
        return -1;
      }
      if (c == '"' || c == '\'') {
        i = endOfLiteral(text, i);
        if (i < 0) {
          return -1;
        }
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a comment or a text block starts here, which may contain anything. */
  private static boolean isSpecial(String text, int index) {
    return text.startsWith("//", index)
        || text.startsWith("/*", index)
        || text.startsWith("\"\"\"", index);
  }

  private static int endOfLiteral(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(start)) {
        return i;
      }
    }
    return -1;
  }

  private static Code withoutFirstAndLast(Code code, int first, int last) {
    List<Code.Piece> pieces = new ArrayList<>(code.pieces());
    Code.Text head = (Code.Text) pieces.get(0);
    pieces.set(0, new Code.Text(head.text().substring(first), head.line()));
    int end = pieces.size() - 1;
    if (last > 0) {
      Code.Text tail = (Code.Text) pieces.get(end);
      String text = tail.text();
      pieces.set(end, new Code.Text(text.substring(0, text.length() - last), tail.line()));
    }
    return new Code(pieces);
  }
}
