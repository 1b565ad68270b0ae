// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;

/**
 * A table in Markdown: the first column to the left, the others, which hold figures, to the right.
 */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown(List<String> headings) {
    row(headings);
    text.append("|---|").append("--:|".repeat(headings.size() - 1)).append('\n');
  }

  void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
