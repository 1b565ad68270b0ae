// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fields are set to null before each suspension: those that may hold a reference - forward,
 * until nothing changes - and that nothing wants any more. A suspended machine so keeps nothing
 * from the collector.
 */
final class Clears {
  private final Liveness liveness;
  private final Map<Variable, Storage> storage;
  private final Map<Block, Set<Variable>> holding = new HashMap<>();

  private Clears(Liveness liveness, Map<Variable, Storage> storage) {
    this.liveness = liveness;
    this.storage = storage;
  }

  static Map<Block, List<Variable>> of(
      List<Variable> parameters,
      List<Block> blocks,
      Liveness liveness,
      Map<Variable, Storage> storage) {
    Clears clears = new Clears(liveness, storage);
    clears.flow(parameters, blocks);
    Map<Block, List<Variable>> result = new LinkedHashMap<>();
    for (Block block : blocks) {
      List<Variable> dead = clears.dead(block, clears.heldAtEnd(block));
      if (!dead.isEmpty()) {
        result.put(block, dead);
      }
    }
    return result;
  }

  private void flow(List<Variable> parameters, List<Block> blocks) {
    blocks.forEach(block -> holding.put(block, new LinkedHashSet<>()));
    parameters.forEach(parameter -> hold(parameter, held(blocks.get(0))));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : blocks) {
        changed |= flow(block);
      }
    }
  }

  private boolean flow(Block block) {
    Set<Variable> held = heldAtEnd(block);
    boolean changed = false;
    for (Handler handler : Flow.handlers(block)) {
      Set<Variable> caught = new LinkedHashSet<>(held);
      hold(handler.caught(), caught);
      changed |= held(Flow.target(handler.target())).addAll(caught);
    }
    for (Statement statement : block.statements()) {
      for (Block exit : Flow.exits(statement)) {
        changed |= held(exit).addAll(held);
      }
    }
    held.removeAll(dead(block, held));
    for (Block next : Flow.successors(block)) {
      changed |= held(next).addAll(held);
    }
    return changed;
  }

  private Set<Variable> held(Block block) {
    return holding.computeIfAbsent(block, b -> new LinkedHashSet<>());
  }

  private Set<Variable> heldAtEnd(Block block) {
    Set<Variable> held = new LinkedHashSet<>(held(block));
    for (Statement statement : block.statements()) {
      Variable assigned = VariableTable.assigned(statement);
      if (assigned != null) {
        hold(assigned, held);
      }
    }
    Stream.concat(block.statements().stream().flatMap(Statement::codes), block.terminator().codes())
        .flatMap(VariableTable::uses)
        .filter(use -> use.access() != Code.Access.READ)
        .forEach(use -> hold(use.variable(), held));
    return held;
  }

  private void hold(Variable variable, Set<Variable> held) {
    if (storage.get(variable) == Storage.FIELD && !variable.type().getKind().isPrimitive()) {
      held.add(variable);
    }
  }

  private List<Variable> dead(Block block, Set<Variable> held) {
    List<Variable> dead = new ArrayList<>();
    if (block.terminator() instanceof Terminator.Await await) {
      dead.addAll(held);
      dead.removeAll(liveness.across(block, await));
    }
    return dead;
  }
}
