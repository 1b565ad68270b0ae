// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import dev.weft.processor.proof.Compiled;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a program failed.
 *
 * @param kind what must stay the same while it is reduced
 * @param detail for the reader
 */
record Failure(String kind, String detail) {
  private static final Pattern CODE = Pattern.compile("WEFT\\d+");
  private static final Pattern SORT = Pattern.compile("^[A-Z]+[^:]*: (\\w+ ?\\w*)");

  static Failure ofErrors(List<Compiled.Message> errors) {
    Compiled.Message first = errors.get(0);
    Matcher code = CODE.matcher(first.text());
    return new Failure(
        "error " + (code.find() ? code.group() : first.code()),
        String.join("\n", errors.stream().map(Object::toString).toList()));
  }

  static Failure ofDifferences(List<String> differences) {
    Matcher sort = SORT.matcher(differences.get(0));
    String kind = sort.find() ? sort.group(1) : "other";
    // Where the two part, one may log what the other does not, or end.
    boolean behaviour = kind.startsWith("log") || kind.startsWith("expected");
    return new Failure(behaviour ? "behaviour" : kind, String.join("\n", differences));
  }
}
