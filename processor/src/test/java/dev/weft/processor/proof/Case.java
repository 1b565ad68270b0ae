// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One case: a top-level class of that name in package {@code cases} with a static {@code run()}
 * that returns a coroutine.
 *
 * <p>A family of cases is one Java file: a header with the imports, then the cases, each begun by a
 * comment {@code // E01: title} at the margin. The comment may say {@code // S11 (java 21): title},
 * or {@code // S09 (not supported): title}, or {@code // E20 (differs): title}.
 *
 * @param status what is known to come of it
 * @param source the case as a compilation unit of its own, with the line numbers of the family's
 *     file
 */
public record Case(String family, String id, String title, Status status, int java, String source) {
  /** What is known to come of a case. */
  public enum Status {
    /** The machine does what the source says. */
    SAME,
    /** The compiler refuses it with an error of its own, for now. */
    REFUSED,
    /** The machine does something else; it is documented where. */
    DIFFERS
  }

  private static final Pattern START =
      Pattern.compile("// (\\w+)(?: \\((not supported|differs)\\))?(?: \\(java (\\d+)\\))?: (.*)");

  /** The cases of one family that the running JDK can compile. */
  static List<Case> family(String family) {
    return split(family, resource("cases/" + family + ".java"));
  }

  static List<Case> split(String family, String text) {
    List<Case> cases = new ArrayList<>();
    StringBuilder header = new StringBuilder();
    StringBuilder source = null;
    Matcher start = null;
    int line = 0;
    for (String content : text.lines().toList()) {
      Matcher matcher = START.matcher(content);
      if (matcher.matches()) {
        if (source != null && start != null) {
          cases.add(of(family, start, source.toString()));
        }
        start = matcher;
        source = new StringBuilder(header).append("\n".repeat(line - lines(header)));
      }
      (source == null ? header : source).append(content).append('\n');
      line++;
    }
    if (source != null && start != null) {
      cases.add(of(family, start, source.toString()));
    }
    return cases.stream().filter(c -> c.java <= Runtime.version().feature()).toList();
  }

  private static Case of(String family, Matcher start, String source) {
    int java = start.group(3) == null ? 17 : Integer.parseInt(start.group(3));
    Status status =
        start.group(2) == null
            ? Status.SAME
            : start.group(2).equals("differs") ? Status.DIFFERS : Status.REFUSED;
    return new Case(family, start.group(1), start.group(4), status, java, source);
  }

  private static int lines(CharSequence text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** A text under {@code proof/} of the test resources. */
  static String resource(String name) {
    try (InputStream in = Case.class.getResourceAsStream("/proof/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource /proof/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Case withSource(String changed) {
    return new Case(family, id, title, status, java, changed);
  }

  /** The text of a line, from 1. */
  String line(int number) {
    return source.lines().skip(number - 1L).findFirst().orElse("");
  }

  @Override
  public String toString() {
    return id + ": " + title;
  }
}
