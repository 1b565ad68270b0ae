// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Variable;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Graphs and layouts as text, for people and for golden files. */
public final class Dump {
  private Dump() {}

  /**
   * The blocks of a graph, one statement a line.
   *
   * <pre>
   * parameters peer
   * b1 line 17 region r0
   *   await read({peer}, {buffer}) -> b2
   * </pre>
   */
  public static String of(Graph graph) {
    return new GraphDump(graph).dump();
  }

  /**
   * What analysis found.
   *
   * <pre>
   * state 1: b1 line 17
   *   live in: peer, buffer
   *   clears: name
   * peer: field
   * </pre>
   */
  public static String of(Layout layout) {
    VariableLabels labels = new VariableLabels(layout.graph());
    StringBuilder out = new StringBuilder();
    for (State state : layout.states()) {
      out.append("state ").append(state.number()).append(": ").append(blocks(state.blocks()));
      out.append(" line ").append(state.head().line()).append('\n');
      list(out, "live in", layout.liveIn(state.head()), labels);
      for (Block block : state.blocks()) {
        list(out, "clears", layout.clears(block), labels);
      }
    }
    layout
        .storage()
        .forEach(
            (variable, storage) ->
                out.append(labels.of(variable)).append(": ").append(name(storage)).append('\n'));
    return out.toString();
  }

  private static void list(
      StringBuilder out, String title, Collection<Variable> variables, VariableLabels labels) {
    if (!variables.isEmpty()) {
      String list = variables.stream().map(labels::of).collect(Collectors.joining(", "));
      out.append("  ").append(title).append(": ").append(list).append('\n');
    }
  }

  private static String blocks(Collection<Block> blocks) {
    return blocks.stream().map(Block::toString).collect(Collectors.joining(" "));
  }

  private static String name(Storage storage) {
    return storage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
