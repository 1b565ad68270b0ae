// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.LocalType;
import dev.weft.processor.graph.ParameterizedLocals;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * How the stand-in for a local class differs from that for a private one: its constructors take
 * what the class captures, and where its members mention the type parameters of the method it is an
 * inner class of the machine, which has the same.
 */
final class LocalTypes {
  private final Graph graph;
  private final ParameterizedLocals parameterized;
  private final Types types;

  LocalTypes(Graph graph, Types types) {
    this.graph = graph;
    this.parameterized = new ParameterizedLocals(graph, types);
    this.types = types;
  }

  boolean has(TypeElement type) {
    return graph.localType(type) != null;
  }

  /** A parameter that the constructors of a stand-in have in front of the user's. */
  record Added(String name, TypeMirror type) {}

  /** Empty for any other class. */
  List<Added> added(TypeElement type) {
    LocalType local = graph.localType(type);
    List<Added> added = new ArrayList<>();
    if (local != null && local.isInner()) {
      if (!graph.method().isStatic()) {
        added.add(new Added("self", types.erasure(graph.method().owner().asType())));
      }
      for (VariableElement captured : local.captured()) {
        added.add(new Added(captured.getSimpleName().toString(), types.erasure(captured.asType())));
      }
    }
    return added;
  }

  List<String> captured(TypeElement type) {
    LocalType local = graph.localType(type);
    return local == null || !local.isInner()
        ? List.of()
        : local.captured().stream().map(v -> v.getSimpleName().toString()).toList();
  }

  /** Whether the stand-in is an inner class of the machine. */
  boolean isInner(TypeElement type) {
    return parameterized.has(type);
  }
}
