// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.ArrayList;
import java.util.List;

/** What stands in a diagram's node: where the state begins, and the most of its code that fits. */
final class Label {
  private static final int WIDTH = 38;
  private static final int LINES = 6;

  private Label() {}

  static String title(Picture.State state) {
    return state.number() + "  line " + state.line();
  }

  /** The last line, which says how the state ends, is always among them. */
  static List<String> code(Picture.State state) {
    List<String> code = state.code();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      boolean isShown = code.size() <= LINES || i < LINES - 2 || i + 1 == code.size();
      if (isShown) {
        shown.add(cut(code.get(i)));
      } else if (i == LINES - 2) {
        shown.add("\u2026");
      }
    }
    return shown;
  }

  static String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= WIDTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDTH - 1)) + "\u2026";
  }
}
