// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown, in which a block stands between the lines {@code <!-- measured: name -->} and
 * {@code <!-- /measured -->}. All else is prose and stays as it is.
 */
public final class Page {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- measured: (\\S+) -->\n)(.*?)(<!-- /measured -->)", Pattern.DOTALL);

  private Page() {}

  /** The page with each block rendered anew, a blank line before and after it. */
  public static String render(String page, Samples samples, Map<String, String> facts) {
    Function<MatchResult, String> rendered =
        match ->
            match.group(1) + "\n" + block(match.group(2), samples, facts) + "\n" + match.group(4);
    return BLOCK.matcher(page).replaceAll(match -> Matcher.quoteReplacement(rendered.apply(match)));
  }

  private static String block(String name, Samples samples, Map<String, String> facts) {
    if (name.equals("machine")) {
      return machine(facts);
    }
    return Blocks.ALL.stream()
        .filter(block -> block.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no block is named " + name))
        .render(samples);
  }

  private static String machine(Map<String, String> facts) {
    if (facts.isEmpty()) {
      return "Not measured yet.\n";
    }
    StringBuilder text = new StringBuilder("| | |\n|---|---|\n");
    facts.forEach((fact, value) -> text.append("| " + fact + " | " + value + " |\n"));
    return text.toString();
  }
}
