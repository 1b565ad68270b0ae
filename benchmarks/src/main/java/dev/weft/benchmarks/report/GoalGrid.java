// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The same few goals under one load after another.
 *
 * @param name what its markers call it
 * @param headings the goals
 * @param rows the loads
 */
record GoalGrid(String name, List<String> headings, List<Row> rows) implements Block {
  /** What was reached under one load, in the order of the headings. */
  record Row(String load, List<Goal> goals) {}

  @Override
  public String render(Samples samples) {
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(headings);
    Markdown table = new Markdown(all);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.load()));
      row.goals().forEach(goal -> cells.add(cell(goal, samples)));
      table.row(cells);
    }
    return table.toString();
  }

  private static String cell(Goal goal, Samples samples) {
    return goal.measured()
        .apply(samples)
        .map(value -> goal.show(value) + (goal.met(value) ? " met" : " **not met**"))
        .orElse("not measured");
  }
}
