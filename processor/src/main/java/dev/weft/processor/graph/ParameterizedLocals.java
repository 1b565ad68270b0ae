// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
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
 * Which local types mention the type parameters of the method or of a class around it. The stand-in
 * of such a type is an inner class of the machine, which has the same parameters, so its type is
 * {@code Echo_go<T>.Node}: other than the user's {@code Node}, it is not known at run time (JLS
 * 4.7).
 */
public final class ParameterizedLocals {
  private final Graph graph;
  private final Types types;

  public ParameterizedLocals(Graph graph, Types types) {
    this.graph = graph;
    this.types = types;
  }

  /** Whether the stand-in of the type is an inner class of the machine. */
  public boolean has(TypeElement type) {
    TypeElement local = local(type);
    return local != null
        && graph.localType(local) != null
        && LocalType.isInner(type)
        && mentions(type);
  }

  /** Whether a type of the body, with a stand-in or without, mentions such a type parameter. */
  public boolean mentions(TypeElement type) {
    return mentions(type, new HashSet<>());
  }

  /** The local or anonymous class that the type is, or is a member of. */
  static @Nullable TypeElement local(TypeElement type) {
    return switch (Nesting.of(type)) {
      case LOCAL, ANONYMOUS -> type;
      case MEMBER ->
          type.getEnclosingElement() instanceof TypeElement around ? local(around) : null;
      case TOP_LEVEL -> null;
    };
  }

  /** Whether it is one of them, or an array of these. */
  public boolean has(TypeMirror type) {
    return type instanceof ArrayType array
        ? has(array.getComponentType())
        : type instanceof DeclaredType declared && has((TypeElement) declared.asElement());
  }

  private boolean mentions(TypeElement type, Set<TypeElement> passed) {
    return local(type) != null
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
      return variable.asElement() instanceof TypeParameterElement parameter
          && !graph.isReplaced(parameter)
          && isAround(parameter.getGenericElement());
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
        && (mentions((TypeElement) declared.asElement(), passed)
            || anyIsOuter(declared.getTypeArguments(), passed));
  }

  private boolean anyIsOuter(List<? extends TypeMirror> several, Set<TypeElement> passed) {
    return several.stream().anyMatch(type -> isOuter(type, passed));
  }

  /** Whether the method of the machine is the element, or lies in it. */
  private boolean isAround(@Nullable Element generic) {
    for (Element e = graph.method().element(); e != null; e = e.getEnclosingElement()) {
      if (e.equals(generic)) {
        return true;
      }
    }
    return false;
  }
}
