// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which variables still hold a value that is wanted, at the start of each block: backward, until
 * nothing changes.
 *
 * <p>Reads and updates are uses. Only {@link Statement.Declare} and {@link Statement.Assign} end
 * the life of the value before; a write in the middle of verbatim text may not happen. Whatever a
 * handler wants is live all through its region, since anything may throw.
 */
final class Liveness {
  private final VariableTable table;
  private final Map<Block, Effects> effects;
  private final Map<Block, BitSet> liveIn = new HashMap<>();

  Liveness(VariableTable table, List<Block> blocks, Map<Block, Effects> effects) {
    this.table = table;
    this.effects = effects;
    blocks.forEach(block -> liveIn.put(block, new BitSet()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = blocks.size() - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        BitSet live = through(of(block));
        changed |= !live.equals(liveIn.put(block, live));
      }
    }
  }

  /** What is live at the start of {@code block}. */
  Set<Variable> at(Block block) {
    return table.set(bitsAt(block));
  }

  boolean isLive(Variable variable, Block block) {
    return bitsAt(block).get(table.number(variable));
  }

  /** What outlives the suspension that {@code block} ends with, by number. */
  BitSet across(Block block, Terminator.Await await) {
    BitSet live = wantedByHandlers(of(block));
    live.or(bitsAt(await.resume()));
    return live;
  }

  private Effects of(Block block) {
    return Objects.requireNonNull(effects.get(block));
  }

  private BitSet bitsAt(Block block) {
    return liveIn.getOrDefault(block, new BitSet());
  }

  private BitSet through(Effects block) {
    BitSet wanted = wantedByHandlers(block);
    BitSet live = (BitSet) wanted.clone();
    block.successors().forEach(next -> live.or(bitsAt(next)));
    live.or(block.ending());
    for (int i = block.steps().size() - 1; i >= 0; i--) {
      Effects.Step step = block.steps().get(i);
      if (step.assigned() >= 0) {
        live.clear(step.assigned());
      }
      live.or(wanted);
      step.exits().forEach(exit -> live.or(bitsAt(exit)));
      live.or(step.read());
    }
    return live;
  }

  private BitSet wantedByHandlers(Effects block) {
    BitSet wanted = new BitSet();
    for (Handler handler : block.handlers()) {
      BitSet live = (BitSet) bitsAt(Flow.target(handler.target())).clone();
      live.clear(table.number(handler.caught()));
      wanted.or(live);
    }
    return wanted;
  }
}
