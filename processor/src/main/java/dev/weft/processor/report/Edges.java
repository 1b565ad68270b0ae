// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.State;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the edges between states. What lies within one is none. */
final class Edges {
  private final Layout layout;
  private final CodeText codes;
  private final Set<Block> heads = new HashSet<>();
  private final Set<Picture.Edge> edges = new LinkedHashSet<>();

  private Edges(Layout layout, CodeText codes) {
    this.layout = layout;
    this.codes = codes;
    layout.states().forEach(state -> heads.add(state.head()));
  }

  static List<Picture.Edge> of(Layout layout, CodeText codes) {
    Edges found = new Edges(layout, codes);
    layout.states().forEach(found::visit);
    return List.copyOf(found.edges);
  }

  private void visit(State state) {
    for (Block block : state.blocks()) {
      for (Statement statement : block.statements()) {
        for (Block exit : statement.exits()) {
          add(state, layout.exitNumber(exit), Picture.Kind.NEXT, "");
        }
      }
      visit(state, block.terminator());
    }
    Map<Integer, Set<String>> caught = new LinkedHashMap<>();
    for (Handler handler : state.handlers()) {
      Set<String> types =
          caught.computeIfAbsent(
              layout.targetNumber(handler.target()), target -> new LinkedHashSet<>());
      handler.types().forEach(type -> types.add(CodeText.simple(type.toString())));
    }
    caught.forEach(
        (target, types) ->
            add(
                state,
                target,
                Picture.Kind.EXCEPTION,
                types.stream().collect(Collectors.joining(" | "))));
  }

  private void visit(State state, Terminator end) {
    if (end instanceof Terminator.Await await) {
      Picture.Kind kind = await.emits() ? Picture.Kind.EMIT : Picture.Kind.AWAIT;
      add(state, layout.number(await.resume()), kind, await.emits() ? "emit" : "await");
    } else if (end instanceof Terminator.Branch branch) {
      next(state, branch.then(), "true");
      next(state, branch.otherwise(), "false");
    } else if (end instanceof Terminator.Select select) {
      select
          .choices()
          .forEach(choice -> next(state, choice.target(), codes.expression(choice.label())));
    } else if (end instanceof Terminator.Goto go) {
      next(state, go.target(), "");
    } else if (end instanceof Terminator.Return || end instanceof Terminator.Tail) {
      add(state, Picture.END, Picture.Kind.NEXT, "");
    }
  }

  private void next(State state, Block named, String label) {
    Block target = layout.target(named);
    if (heads.contains(target)) {
      add(state, layout.number(target), Picture.Kind.NEXT, label);
    }
  }

  private void add(State from, int to, Picture.Kind kind, String label) {
    edges.add(new Picture.Edge(from.number(), to, kind, label));
  }
}
