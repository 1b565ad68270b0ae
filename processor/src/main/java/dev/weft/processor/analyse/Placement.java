// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the {@link Storage} of each variable. */
final class Placement {
  private final VariableTable table;
  private final Liveness liveness;
  private final boolean divided;
  private final Map<Variable, Set<State>> mentions = new LinkedHashMap<>();
  private final Map<Variable, State> declarations = new LinkedHashMap<>();
  private final Set<Variable> outliving = new LinkedHashSet<>();
  private final Set<Variable> captured = new HashSet<>();

  /** Those that something outside of their state needs: a handler's assignment, a loop. */
  private final Set<Variable> outside = new HashSet<>();

  private Placement(VariableTable table, Liveness liveness, boolean divided) {
    this.table = table;
    this.liveness = liveness;
    this.divided = divided;
  }

  /**
   * @param divided whether states are in methods of their own, which have no local in common
   */
  static Map<Variable, Storage> of(
      List<Variable> parameters,
      List<State> states,
      VariableTable table,
      Liveness liveness,
      boolean divided) {
    Placement placement = new Placement(table, liveness, divided);
    parameters.forEach(placement.outliving::add);
    parameters.forEach(parameter -> placement.mentions.put(parameter, new HashSet<>()));
    states.forEach(placement::visit);
    Map<Variable, Storage> storage = new LinkedHashMap<>();
    placement.mentions.keySet().forEach(v -> storage.put(v, placement.storage(v)));
    return storage;
  }

  private void visit(State state) {
    outside.addAll(liveness.at(state.head()));
    for (Handler handler : state.handlers()) {
      if (liveness.isLive(handler.caught(), Flow.target(handler.target()))) {
        outside.add(handler.caught());
      }
    }
    for (Block block : state.blocks()) {
      block.statements().forEach(statement -> visit(statement, state));
      block.terminator().codes().forEach(code -> visit(code, state));
      if (block.terminator() instanceof Terminator.Await await) {
        outliving.addAll(table.set(liveness.across(block, await)));
      }
    }
  }

  private void visit(Statement statement, State state) {
    Variable assigned = VariableTable.assigned(statement);
    if (assigned != null) {
      mention(assigned, state);
    }
    if (statement instanceof Statement.Declare declare) {
      declarations.putIfAbsent(declare.variable(), state);
    }
    statement.codes().forEach(code -> visit(code, state));
  }

  private void visit(Code code, State state) {
    VariableTable.uses(code)
        .forEach(
            use -> {
              mention(use.variable(), state);
              if (use.captured()) {
                captured.add(use.variable());
              }
            });
  }

  private void mention(Variable variable, State state) {
    mentions.computeIfAbsent(variable, v -> new HashSet<>()).add(state);
  }

  private Storage storage(Variable variable) {
    if (variable.kind() == Variable.Kind.CONSTANT) {
      return Storage.CONSTANT;
    }
    if (outliving.contains(variable)) {
      return Storage.FIELD;
    }
    State declared = declarations.get(variable);
    boolean inOneState = declared != null && Set.of(declared).equals(mentions.get(variable));
    if (inOneState && !outside.contains(variable)) {
      return Storage.BLOCK_LOCAL;
    }
    // A lambda sees a copy, and a copy is made of a field. So is the local of a nameless type.
    return divided || captured.contains(variable) || variable.isNameless()
        ? Storage.FIELD
        : Storage.SHARED;
  }
}
