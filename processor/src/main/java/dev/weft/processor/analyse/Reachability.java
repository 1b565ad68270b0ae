// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Graph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which blocks control can come to. */
final class Reachability {
  private Reachability() {}

  /** The reachable blocks in the order of the graph's. Empty blocks that are passed are not. */
  static List<Block> of(Graph graph) {
    Block entry = entry(graph);
    Set<Block> reached = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>();
    reached.add(entry);
    open.add(entry);
    while (!open.isEmpty()) {
      for (Block next : Flow.next(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return graph.blocks().stream().filter(reached::contains).toList();
  }

  /** State 0 is the first block, even if it is empty: control must come in somewhere. */
  private static Block entry(Graph graph) {
    return graph.blocks().get(0);
  }
}
