// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The entry: from a method's tree to its graph. */
public final class Lowering {
  private Lowering() {}

  /**
   * Lowers one body.
   *
   * @param outliving the local and anonymous classes of verbatim text whose types are wanted
   *     outside of it
   * @throws OutlivingTypeException where there is one more of these
   * @throws UnsupportedException where the body uses what cannot be taken apart yet
   */
  public static Graph lower(
      AttributedUnit unit, MethodTree tree, Method method, Set<TypeElement> outliving) {
    List<Variable> parameters =
        method.element().getParameters().stream()
            .map(
                parameter ->
                    Variable.of(
                        parameter.getSimpleName().toString(),
                        parameter.asType(),
                        Variable.Kind.PARAMETER))
            .toList();
    BlockTree body = Objects.requireNonNull(tree.getBody(), "an @Async method has a body");
    Graph graph = new Graph(method, parameters);
    Context cx = new Context(unit, graph, body, outliving);
    cx.statements.lowerAll(body.getStatements());
    cx.cursor.end(new Terminator.Unreachable());
    cx.jumps.placeStops();
    return graph;
  }
}
