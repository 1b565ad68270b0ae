// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which line of the user's file each line of the machine stands for, and which state it belongs to.
 *
 * <p>JavaPoet does not tell on which line it prints a piece of code. So the piece carries an
 * invisible mark, made of Unicode noncharacters, and the marks are taken out of the finished text.
 *
 * @param text the text without marks
 * @param lines entry {@code i} is for line {@code i + 1}; 0 where there was no mark
 * @param callLines the line of what is called first in it, where another mark follows; else 0
 * @param states the same for the states; -1 outside of all of them
 */
record LineTable(String text, List<Integer> lines, List<Integer> callLines, List<Integer> states) {
  private static final int NO_STATE = -1;

  private static final char START = '\uFDD0';
  private static final char ZERO = '\uFDD1';
  private static final char END = '\uFDDB';
  private static final char STATE = '\uFDDC';
  private static final Pattern MARK = Pattern.compile("\uFDD0([\uFDD1-\uFDDA]+)\uFDDB");

  /** With a number where a state begins, without one where it ends. */
  private static final Pattern STATE_MARK = Pattern.compile("\uFDDC([\uFDD1-\uFDDA]*)\uFDDB");

  /**
   * What is to stand somewhere in a line of the machine: the first in it counts, and the next that
   * is another.
   */
  static String mark(int line) {
    if (line <= 0) {
      return "";
    }
    return START + digits(line) + END;
  }

  /** What is to stand in the first line of a state. */
  static String startOf(int state) {
    return STATE + digits(state) + END;
  }

  /** What is to stand in the last line of a state. */
  static String endOfState() {
    return "" + STATE + END;
  }

  private static String digits(int number) {
    StringBuilder digits = new StringBuilder();
    Integer.toString(number).chars().forEach(digit -> digits.append((char) (ZERO + digit - '0')));
    return digits.toString();
  }

  static LineTable of(String marks) {
    StringBuilder text = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    List<Integer> callLines = new ArrayList<>();
    List<Integer> states = new ArrayList<>();
    int state = NO_STATE;
    for (String both : marks.split("\n", -1)) {
      String line = both;
      int next = state;
      if (line.indexOf(STATE) >= 0) {
        Matcher border = STATE_MARK.matcher(line);
        if (border.find()) {
          next = border.group(1).isEmpty() ? NO_STATE : number(border.group(1));
        }
        line = border.replaceAll("");
      }
      states.add(Math.max(state, next));
      state = next;
      List<Integer> marked =
          line.indexOf(START) < 0
              ? List.of()
              : MARK.matcher(line).results().map(m -> number(m.group(1))).distinct().toList();
      lines.add(marked.isEmpty() ? 0 : marked.get(0));
      callLines.add(marked.size() < 2 ? 0 : marked.get(1));
      String bare = marked.isEmpty() ? line : MARK.matcher(line).replaceAll("");
      text.append(bare.isBlank() ? "" : bare).append('\n');
    }
    text.setLength(text.length() - 1);
    return new LineTable(text.toString(), lines, callLines, states);
  }

  static String unmarked(String marked) {
    return MARK.matcher(marked).replaceAll("");
  }

  private static int number(String digits) {
    return digits.chars().reduce(0, (number, digit) -> 10 * number + digit - ZERO);
  }
}
