// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text as it has to stand in HTML, between tags as well as in a quoted attribute. */
final class Html {
  private static final char REPLACEMENT = '\uFFFD';

  private Html() {}

  static String text(String plain) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\t' && c != '\n' ? REPLACEMENT : c);
      }
    }
    return out.toString();
  }

  /** The attributes by which style sheet and script know what belongs to states. */
  static String states(Collection<Integer> states) {
    if (states.isEmpty()) {
      return "";
    }
    String list = states.stream().map(String::valueOf).collect(Collectors.joining(" "));
    int hue = Hue.of(states.iterator().next());
    return " data-s=\"" + list + "\" style=\"--hue:" + hue + "\"";
  }
}
