// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Divides the blocks into states. Their order stays. */
final class States {
  private final List<Block> blocks;
  private final Set<Block> labelled = new HashSet<>();

  private States(List<Block> blocks) {
    this.blocks = blocks;
  }

  static List<State> of(List<Block> blocks) {
    States states = new States(blocks);
    states.label();
    return states.divide();
  }

  private void label() {
    labelled.add(blocks.get(0));
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      Flow.handlerTargets(block).forEach(labelled::add);
      block.statements().forEach(statement -> labelled.addAll(Flow.exits(statement)));
      labelled.addAll(jumps(block, next));
    }
  }

  /** The blocks that the terminator reaches by their number. */
  private static List<Block> jumps(Block block, @Nullable Block next) {
    if (block.terminator() instanceof Terminator.Await await) {
      return List.of(resume(block, await));
    }
    List<Block> targets = new ArrayList<>();
    block.terminator().successors().forEach(successor -> targets.add(Flow.target(successor)));
    boolean falls =
        next != null
            && (block.terminator() instanceof Terminator.Goto
                || block.terminator() instanceof Terminator.Branch)
            // A handler is found by the state, so another region is another state.
            && Flow.handlers(block).equals(Flow.handlers(next));
    if (falls) {
      targets.remove(next);
    }
    return targets;
  }

  /** What the await fails with is thrown in the state it resumes at: it must be caught there. */
  private static Block resume(Block block, Terminator.Await await) {
    if (!Flow.handlers(block).equals(Flow.handlers(await.resume()))) {
      throw new IllegalArgumentException(
          block + " awaits in another region than " + await.resume() + ", where it resumes");
    }
    return await.resume();
  }

  private List<State> divide() {
    List<State> states = new ArrayList<>();
    List<Block> open = new ArrayList<>();
    for (Block block : blocks) {
      if (labelled.contains(block) && !open.isEmpty()) {
        states.add(state(states.size(), open));
        open.clear();
      }
      open.add(block);
    }
    states.add(state(states.size(), open));
    return states;
  }

  private static State state(int number, List<Block> blocks) {
    List<Handler> handlers = Flow.handlers(blocks.get(0));
    return new State(number, blocks, handlers);
  }
}
