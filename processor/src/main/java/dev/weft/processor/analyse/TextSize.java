// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

/**
 * About how many bytes verbatim text is compiled to, by its words and signs: names and literals are
 * loaded or called, operators compare and jump; comments and strings are nothing more however long.
 */
final class TextSize {
  /** A load of a local, a call, a constant. */
  private static final int WORD = 3;

  private static final int OPERATOR = 2;

  private final String text;
  private int at;
  private int size;

  private TextSize(String text) {
    this.text = text;
  }

  static int of(String text) {
    TextSize count = new TextSize(text);
    while (count.at < text.length()) {
      count.next();
    }
    return count.size;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isJavaIdentifierPart(c)) {
      size += WORD;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
    } else if (c == '"' || c == '\'') {
      size += WORD;
      skipLiteral(text.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(c));
    } else if (text.startsWith("//", at)) {
      skipTo("\n");
    } else if (text.startsWith("/*", at)) {
      skipTo("*/");
    } else {
      size += isOperator(c) ? OPERATOR : 0;
      at++;
    }
  }

  private static boolean isOperator(char c) {
    return "+-*/%&|^~!=<>?:([".indexOf(c) >= 0;
  }

  private void skipLiteral(String quote) {
    at += quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += quote.length();
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length() : found + end.length();
  }
}
