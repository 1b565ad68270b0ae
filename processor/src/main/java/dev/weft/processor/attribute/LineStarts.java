// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.util.Arrays;

/**
 * The lines of a text as javac counts them: a carriage return, a line feed or both end one. javac's
 * own map is not there for us under {@code -g:none}.
 */
final class LineStarts {
  private final int[] starts;

  LineStarts(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int i = 1; i <= text.length(); i++) {
      if (begins(text, i)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found < 0 ? -found - 1 : found + 1;
  }

  private static boolean begins(String text, int at) {
    char before = text.charAt(at - 1);
    boolean inside = before == '\r' && at < text.length() && text.charAt(at) == '\n';
    return before == '\n' || before == '\r' && !inside;
  }
}
