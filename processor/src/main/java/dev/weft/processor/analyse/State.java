// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region.Handler;
import java.util.List;

/**
 * One case of the machine's switch: a block that is jumped to, and the blocks behind it that are
 * only ever fallen into.
 *
 * @param number its label
 * @param handlers what is tried, in order, for an exception in any of the blocks
 */
public record State(int number, List<Block> blocks, List<Handler> handlers) {
  public State {
    blocks = List.copyOf(blocks);
    handlers = List.copyOf(handlers);
  }

  public Block head() {
    return blocks.get(0);
  }
}
