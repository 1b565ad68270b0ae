// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.LocalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * How the stand-in for a local class differs from that for a private one: its constructors take
 * what the class captures, and where its members mention the type parameters of the method it is an
 * inner class of the machine, which has the same.
 */
final class LocalTypes {
  private final Graph graph;
  private final List<TypeParameterElement> outer;
  private final Types types;

  /**
   * @param outer the type parameters of the machine
   */
  LocalTypes(Graph graph, List<TypeParameterElement> outer, Types types) {
    this.graph = graph;
    this.outer = outer;
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
    return !outer.isEmpty() && isInner(type, new HashSet<>());
  }

  private boolean isInner(TypeElement type, Set<TypeElement> passed) {
    LocalType local = graph.localType(type);
    return local != null
        && local.isInner()
        && passed.add(type)
        && mentioned(type).anyMatch(mention -> isOuter(mention, passed));
  }

  private Stream<TypeMirror> mentioned(TypeElement type) {
    Stream<TypeMirror> parents =
        types.directSupertypes(type.asType()).stream().map(TypeMirror.class::cast);
    Stream<TypeMirror> members =
        type.getEnclosedElements().stream()
            .filter(member -> !(member instanceof TypeElement))
            .map(Element::asType);
    Stream<TypeMirror> bounds =
        Stream.concat(
                type.getTypeParameters().stream(),
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .map(ExecutableElement::getTypeParameters)
                    .flatMap(List::stream))
            .flatMap(parameter -> parameter.getBounds().stream());
    return Stream.of(parents, members, bounds).flatMap(stream -> stream);
  }

  private boolean isOuter(@Nullable TypeMirror type, Set<TypeElement> passed) {
    if (type instanceof TypeVariable variable) {
      return outer.contains(variable.asElement());
    } else if (type instanceof ArrayType array) {
      return isOuter(array.getComponentType(), passed);
    } else if (type instanceof WildcardType wildcard) {
      return isOuter(wildcard.getExtendsBound(), passed)
          || isOuter(wildcard.getSuperBound(), passed);
    } else if (type instanceof ExecutableType method) {
      return isOuter(method.getReturnType(), passed)
          || anyIsOuter(method.getParameterTypes(), passed)
          || anyIsOuter(method.getThrownTypes(), passed);
    }
    return type instanceof DeclaredType declared
        && (isInner((TypeElement) declared.asElement(), passed)
            || anyIsOuter(declared.getTypeArguments(), passed));
  }

  private boolean anyIsOuter(List<? extends TypeMirror> several, Set<TypeElement> passed) {
    return several.stream().anyMatch(type -> isOuter(type, passed));
  }
}
