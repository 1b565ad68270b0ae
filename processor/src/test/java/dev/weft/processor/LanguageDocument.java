// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/language.md}, read as a list of excerpts from golden cases and one of refusals. */
final class LanguageDocument {
  static final Path FILE = Path.of("../docs/language.md");

  private static final Pattern EXCERPT =
      Pattern.compile(
          "(?ms)^<!-- golden (\\w+)/(\\w+): (.*?) -->\n\n```java\n(.*?)^```\n\n```java\n(.*?)^```$");

  /** Between the two is what the catalogue of diagnostics says. */
  private static final Pattern TABLE =
      Pattern.compile("(?ms)^<!-- refused -->\n(.*?)^<!-- /refused -->$");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?ms)^<!-- unsupported ?(\\w*): (.*?) -->\n(.*?)(?=^<!-- (unsupported|end))");

  private LanguageDocument() {}

  /**
   * A part of a golden case.
   *
   * @param folder the golden case
   * @param machine the simple name of the machine's class
   * @param parts which parts of the machine are shown, such as {@code states 1-3}
   * @param source the part of the user's class that is shown
   * @param shown the part of the machine that is shown
   */
  record Excerpt(String folder, String machine, String parts, String source, String shown) {}

  /**
   * Something that Weft refuses though it is right Java.
   *
   * @param reason the constant of it, if emission refuses it
   * @param what a part of the message
   * @param text all that is said of it
   */
  record Refusal(String reason, String what, String text) {}

  static String text() throws IOException {
    return Files.readString(FILE).replace("\r\n", "\n");
  }

  static List<Excerpt> excerpts() throws IOException {
    return EXCERPT.matcher(text()).results().map(LanguageDocument::excerpt).toList();
  }

  private static Excerpt excerpt(MatchResult found) {
    return new Excerpt(
        found.group(1), found.group(2), found.group(3), found.group(4), found.group(5));
  }

  /** The table of what is refused by rule. */
  static String table() throws IOException {
    Matcher found = TABLE.matcher(text());
    if (!found.find()) {
      throw new IllegalStateException("no table of refusals in " + FILE);
    }
    return found.group(1);
  }

  /** Writes another machine into each excerpt, and another table. */
  static void rewrite(Function<Excerpt, String> machine, String table) throws IOException {
    StringBuilder text = new StringBuilder(text());
    List<MatchResult> excerpts = EXCERPT.matcher(text).results().toList();
    for (int i = excerpts.size() - 1; i >= 0; i--) { // from the end, as lengths change
      MatchResult found = excerpts.get(i);
      text.replace(found.start(5), found.end(5), machine.apply(excerpt(found)));
    }
    MatchResult found = TABLE.matcher(text).results().findFirst().orElseThrow();
    text.replace(found.start(1), found.end(1), table);
    Files.writeString(FILE, text);
  }

  static List<Refusal> refusals() throws IOException {
    return REFUSAL
        .matcher(text())
        .results()
        .map(found -> new Refusal(found.group(1), found.group(2), found.group(3)))
        .toList();
  }
}
