// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers the variables in the order of their first mention, for sets of them as bits. */
final class VariableTable {
  private final List<Variable> variables = new ArrayList<>();
  private final Map<Variable, Integer> numbers = new HashMap<>();

  VariableTable(Graph graph, List<Block> blocks) {
    graph.parameters().forEach(this::add);
    for (Block block : blocks) {
      for (Statement statement : block.statements()) {
        Variable assigned = assigned(statement);
        if (assigned != null) {
          add(assigned);
        }
        statement.codes().flatMap(VariableTable::uses).forEach(use -> add(use.variable()));
      }
      block.terminator().codes().flatMap(VariableTable::uses).forEach(use -> add(use.variable()));
      Flow.handlers(block).stream().map(Handler::caught).forEach(this::add);
    }
  }

  private void add(Variable variable) {
    if (numbers.putIfAbsent(variable, variables.size()) == null) {
      variables.add(variable);
    }
  }

  int number(Variable variable) {
    return Objects.requireNonNull(numbers.get(variable), variable::name);
  }

  Set<Variable> set(BitSet bits) {
    Set<Variable> set = new LinkedHashSet<>();
    bits.stream().mapToObj(variables::get).forEach(set::add);
    return set;
  }

  /** The variable that the statement as a whole gives a new value or a new life. */
  static @Nullable Variable assigned(Statement statement) {
    if (statement instanceof Statement.Declare declare) {
      return declare.variable();
    }
    return statement instanceof Statement.Assign assign ? assign.variable() : null;
  }

  static Stream<Code.Use> uses(Code code) {
    return code.stream().filter(Code.Use.class::isInstance).map(Code.Use.class::cast);
  }
}
