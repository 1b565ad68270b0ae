// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
  private final Map<Block, BitSet> liveIn = new HashMap<>();

  Liveness(VariableTable table, List<Block> blocks) {
    this.table = table;
    blocks.forEach(block -> liveIn.put(block, new BitSet()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = blocks.size() - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        BitSet live = through(block);
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

  /** What outlives the suspension that {@code block} ends with. */
  Set<Variable> across(Block block, Terminator.Await await) {
    BitSet live = wantedByHandlers(block);
    live.or(bitsAt(await.resume()));
    return table.set(live);
  }

  private BitSet bitsAt(Block block) {
    return liveIn.getOrDefault(block, new BitSet());
  }

  private BitSet through(Block block) {
    BitSet wanted = wantedByHandlers(block);
    BitSet live = (BitSet) wanted.clone();
    Flow.successors(block).forEach(next -> live.or(bitsAt(next)));
    use(live, block.terminator().codes());
    for (int i = block.statements().size() - 1; i >= 0; i--) {
      Statement statement = block.statements().get(i);
      Variable assigned = VariableTable.assigned(statement);
      if (assigned != null) {
        live.clear(table.number(assigned));
      }
      live.or(wanted);
      Flow.exits(statement).forEach(exit -> live.or(bitsAt(exit)));
      use(live, statement.codes());
    }
    return live;
  }

  private BitSet wantedByHandlers(Block block) {
    BitSet wanted = new BitSet();
    for (Handler handler : Flow.handlers(block)) {
      BitSet live = (BitSet) bitsAt(Flow.target(handler.target())).clone();
      live.clear(table.number(handler.caught()));
      wanted.or(live);
    }
    return wanted;
  }

  private void use(BitSet live, Stream<Code> codes) {
    codes
        .flatMap(VariableTable::uses)
        .filter(use -> use.access() != Code.Access.WRITE)
        .forEach(use -> live.set(table.number(use.variable())));
  }
}
