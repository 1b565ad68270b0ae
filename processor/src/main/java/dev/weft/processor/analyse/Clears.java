// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which fields are set to null before each suspension: those that may hold a reference - forward,
 * until nothing changes - and that nothing wants any more. A suspended machine so keeps nothing
 * from the collector.
 */
final class Clears {
  private final Liveness liveness;
  private final VariableTable table;
  private final Map<Block, Effects> effects;
  private final Map<Block, BitSet> holding = new HashMap<>();

  /** The fields of reference types. */
  private final BitSet references = new BitSet();

  private Clears(Liveness liveness, VariableTable table, Map<Block, Effects> effects) {
    this.liveness = liveness;
    this.table = table;
    this.effects = effects;
  }

  static Map<Block, List<Variable>> of(
      List<Variable> parameters,
      List<Block> blocks,
      VariableTable table,
      Map<Block, Effects> effects,
      Liveness liveness,
      Map<Variable, Storage> storage) {
    Clears clears = new Clears(liveness, table, effects);
    storage.forEach(
        (variable, where) -> {
          if (where == Storage.FIELD && !variable.type().getKind().isPrimitive()) {
            clears.references.set(table.number(variable));
          }
        });
    clears.flow(parameters, blocks);
    Map<Block, List<Variable>> result = new LinkedHashMap<>();
    for (Block block : blocks) {
      BitSet dead = clears.dead(block, clears.heldAtEnd(block));
      if (!dead.isEmpty()) {
        result.put(block, List.copyOf(table.set(dead)));
      }
    }
    return result;
  }

  private void flow(List<Variable> parameters, List<Block> blocks) {
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
    Effects own = Objects.requireNonNull(effects.get(block));
    BitSet held = heldAtEnd(block);
    boolean changed = false;
    for (Handler handler : own.handlers()) {
      BitSet caught = (BitSet) held.clone();
      hold(handler.caught(), caught);
      changed |= add(caught, Flow.target(handler.target()));
    }
    for (Effects.Step step : own.steps()) {
      for (Block exit : step.exits()) {
        changed |= add(held, exit);
      }
    }
    held.andNot(dead(block, held));
    for (Block next : own.successors()) {
      changed |= add(held, next);
    }
    return changed;
  }

  private boolean add(BitSet held, Block next) {
    BitSet there = held(next);
    int before = there.cardinality();
    there.or(held);
    return there.cardinality() > before;
  }

  private BitSet held(Block block) {
    return holding.computeIfAbsent(block, b -> new BitSet());
  }

  private BitSet heldAtEnd(Block block) {
    BitSet held = (BitSet) Objects.requireNonNull(effects.get(block)).written().clone();
    held.and(references);
    held.or(held(block));
    return held;
  }

  private void hold(Variable variable, BitSet held) {
    int number = table.number(variable);
    if (references.get(number)) {
      held.set(number);
    }
  }

  private BitSet dead(Block block, BitSet held) {
    if (!(block.terminator() instanceof Terminator.Await await)) {
      return new BitSet();
    }
    BitSet dead = (BitSet) held.clone();
    dead.andNot(liveness.across(block, await));
    return dead;
  }
}
