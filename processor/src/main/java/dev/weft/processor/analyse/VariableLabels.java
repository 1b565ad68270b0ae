// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.HashMap;
import java.util.Map;

/** Tells variables of one name apart in a dump: {@code i}, {@code i#2}, in the order of mention. */
final class VariableLabels {
  private final Map<Variable, String> labels = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  VariableLabels(Graph graph) {
    graph.parameters().forEach(this::of);
    for (Block block : graph.blocks()) {
      for (Region region = block.region(); region != null; region = region.parent()) {
        region.handlers().forEach(handler -> of(handler.caught()));
      }
      block.statements().forEach(this::visit);
      block.terminator().codes().forEach(this::visit);
    }
  }

  String of(Variable variable) {
    return labels.computeIfAbsent(variable, v -> label(v.name()));
  }

  private String label(String name) {
    int count = counts.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "#" + count;
  }

  private void visit(Statement statement) {
    Variable assigned = VariableTable.assigned(statement);
    if (assigned != null) {
      of(assigned);
    }
    statement.codes().forEach(this::visit);
  }

  private void visit(Code code) {
    VariableTable.uses(code).forEach(use -> of(use.variable()));
  }
}
