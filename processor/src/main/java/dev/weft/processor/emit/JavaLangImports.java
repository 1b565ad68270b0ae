// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.List;
import java.util.regex.Pattern;

/** The imports from {@code java.lang} in a file as JavaPoet prints it, which Java does not need. */
final class JavaLangImports {
  private static final Pattern IMPORT =
      Pattern.compile("^import java\\.lang\\.(\\w+);\n", Pattern.MULTILINE);

  private JavaLangImports() {}

  /** Their simple names. */
  static List<String> in(String text) {
    return IMPORT.matcher(head(text)).results().map(found -> found.group(1)).toList();
  }

  /** The text without them, and without the empty line behind imports of which none is left. */
  static String without(String text) {
    String head = head(text);
    String left = IMPORT.matcher(head).replaceAll("");
    boolean endsInEmptyLine = !left.equals(head) && !left.contains("import ");
    return (endsInEmptyLine ? left.substring(0, left.length() - 1) : left)
        + text.substring(head.length());
  }

  /** What stands before the class, which begins with its comment. */
  private static String head(String text) {
    return text.substring(0, text.indexOf("/**"));
  }
}
