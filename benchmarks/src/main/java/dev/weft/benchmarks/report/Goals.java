// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;
import java.util.Optional;

/** A table of goals, what was reached of them, and whether that is enough. */
record Goals(String name, List<Goal> goals) implements Block {
  @Override
  public String render(Samples samples) {
    Markdown table = new Markdown(List.of("goal", "at most", "measured", "met"));
    for (Goal goal : goals) {
      Optional<Double> measured = goal.measured().apply(samples);
      table.row(
          List.of(
              goal.text(),
              goal.show(goal.bar()),
              measured.map(goal::show).orElse("–"),
              measured.map(value -> goal.met(value) ? "yes" : "**no**").orElse("not measured")));
    }
    return table.toString();
  }
}
