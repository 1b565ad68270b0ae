// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares the user's text for a place in the machine: the lines of a statement move left by the
 * indentation that it had, all by the same, so that text blocks keep their contents; and each line
 * is marked with its number.
 */
final class Verbatim {
  /** JavaPoet breaks lines here too, but inside of a literal these are no line ends. */
  private static final Pattern SOFT_BREAK =
      Pattern.compile("[\\u000B\\u000C\\u0085\\u2028\\u2029]");

  private final String indentation;

  private Verbatim(String indentation) {
    this.indentation = indentation;
  }

  /** For all texts of one statement or terminator. */
  static Verbatim of(List<Code> codes, Method method) {
    List<Code.Text> texts =
        codes.stream()
            .flatMap(Code::stream)
            .filter(Code.Text.class::isInstance)
            .map(Code.Text.class::cast)
            .filter(text -> text.line() > 0)
            .toList();
    if (texts.isEmpty()) {
      return new Verbatim("");
    }
    String line = method.sourceLine(texts.get(0).line());
    String indentation = line.substring(0, line.length() - line.stripLeading().length());
    boolean movable = texts.stream().allMatch(text -> startsAllLines(text.text(), indentation));
    return new Verbatim(movable ? indentation : "");
  }

  private static boolean startsAllLines(String text, String indentation) {
    String[] lines = lines(text);
    for (int i = 1; i < lines.length; i++) {
      boolean isRest = i == lines.length - 1;
      if (!lines[i].startsWith(indentation) && (isRest || !lines[i].isBlank())) {
        return false;
      }
    }
    return true;
  }

  String print(Code.Text text) {
    String[] lines = lines(text.text());
    StringBuilder printed = new StringBuilder(LineTable.mark(text.line())).append(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      printed
          .append('\n')
          .append(text.line() > 0 ? LineTable.mark(text.line() + i) : "")
          .append(line.startsWith(indentation) ? line.substring(indentation.length()) : "");
    }
    return escapeSoftBreaks(printed.toString());
  }

  private static String[] lines(String text) {
    return text.split("\r\n|\r|\n", -1);
  }

  private static String escapeSoftBreaks(String text) {
    Matcher matcher = SOFT_BREAK.matcher(text);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(String.format("\\u%04X", (int) match.group().charAt(0))));
  }
}
