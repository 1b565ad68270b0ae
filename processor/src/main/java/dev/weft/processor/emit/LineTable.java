// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which line of the user's file each line of the machine stands for.
 *
 * <p>JavaPoet does not tell on which line it prints a piece of code. So the piece carries an
 * invisible mark, made of Unicode noncharacters, and the marks are taken out of the finished text.
 *
 * @param text the text without marks
 * @param lines entry {@code i} is for line {@code i + 1}; 0 where there was no mark
 */
record LineTable(String text, List<Integer> lines) {
  private static final char START = '\uFDD0';
  private static final char ZERO = '\uFDD1';
  private static final char END = '\uFDDB';
  private static final Pattern MARK = Pattern.compile("\uFDD0([\uFDD1-\uFDDA]+)\uFDDB");

  /** What is to stand somewhere in a line of the machine, the first in it counts. */
  static String mark(int line) {
    if (line <= 0) {
      return "";
    }
    StringBuilder mark = new StringBuilder().append(START);
    Integer.toString(line).chars().forEach(digit -> mark.append((char) (ZERO + digit - '0')));
    return mark.append(END).toString();
  }

  static LineTable of(String marked) {
    StringBuilder text = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    for (String line : marked.split("\n", -1)) {
      if (line.indexOf(START) < 0) {
        lines.add(0);
        text.append(line.isBlank() ? "" : line).append('\n');
        continue;
      }
      Matcher mark = MARK.matcher(line);
      lines.add(mark.find() ? number(mark.group(1)) : 0);
      String bare = mark.replaceAll("");
      text.append(bare.isBlank() ? "" : bare).append('\n');
    }
    text.setLength(text.length() - 1);
    return new LineTable(text.toString(), lines);
  }

  static String unmarked(String marked) {
    return MARK.matcher(marked).replaceAll("");
  }

  private static int number(String digits) {
    return digits.chars().reduce(0, (number, digit) -> 10 * number + digit - ZERO);
  }
}
