// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/diagnostics.md}, read as a list of entries. */
final class DiagnosticsDocument {
  private static final Path FILE = Path.of("../docs/diagnostics.md");
  private static final Pattern ENTRY =
      Pattern.compile("^### (WEFT\\d{3}): .*?(?=^##|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  private DiagnosticsDocument() {}

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of each entry, by its code. */
  static Map<String, String> entries() throws IOException {
    Map<String, String> entries = new TreeMap<>();
    ENTRY.matcher(text()).results().forEach(entry -> entries.put(entry.group(1), entry.group()));
    return entries;
  }

  /**
   * The code block after {@code Bad:} or {@code Good:}, or an empty text if there is none in Java.
   */
  static String example(String entry, String heading) {
    Matcher block =
        Pattern.compile(
                "^" + heading + ":\n\n```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(entry);
    return block.results().map((MatchResult found) -> found.group(1)).findFirst().orElse("");
  }
}
