// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which of the user's types another source file cannot name: private ones and those inside of them;
 * the nested ones that would be nothing without them, since they inherit from one, are sealed
 * around one, or have a method that mentions one and that is overridden with it; and the local
 * types that the machine names.
 *
 * <p>Only types of one file matter, that of the method: no other private type can be mentioned
 * there.
 */
public final class PrivateTypes {
  private final Types types;
  private final Graph graph;
  private final Set<TypeElement> nested = new LinkedHashSet<>();
  private final Set<TypeElement> found = new HashSet<>();

  public PrivateTypes(Types types, Graph graph) {
    this.types = types;
    this.graph = graph;
    addNested(outermost(graph.method().owner()));
    // Each makes others private, those around it and those that it refers to: until none is left.
    while (found.addAll(nested.stream().filter(this::isPrivate).toList())) {
      nested.removeAll(found);
    }
  }

  private void addNested(TypeElement around) {
    for (TypeElement type : ElementFilter.typesIn(around.getEnclosedElements())) {
      nested.add(type);
      addNested(type);
    }
  }

  /** Whether the type is one of them. */
  public boolean has(TypeElement type) {
    TypeElement local = ParameterizedLocals.local(type);
    return local == null ? found.contains(type) : graph.localType(local) != null;
  }

  private boolean isPrivate(TypeElement type) {
    return type.getModifiers().contains(Modifier.PRIVATE)
        || has((TypeElement) requireNonNull(type.getEnclosingElement()))
        // A sealed type permits its own subtypes, and not what stands for them elsewhere.
        || anyIn(type.getPermittedSubclasses())
        || anyIn(types.directSupertypes(type.asType()))
        || isOverriddenWithPrivate(type);
  }

  /** In an heir that mentions what stands for a type, a method would override none of this one. */
  private boolean isOverriddenWithPrivate(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> mentionedIn(method.asType()))
        .anyMatch(method -> method.getModifiers().contains(Modifier.ABSTRACT) || hasHeir(type));
  }

  private boolean hasHeir(TypeElement type) {
    TypeMirror above = types.erasure(type.asType());
    return found.stream().anyMatch(heir -> types.isSubtype(types.erasure(heir.asType()), above));
  }

  /** Whether a type, or the type of a member, mentions one of them. */
  public boolean mentionedIn(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return has((TypeElement) declared.asElement())
          || anyIn(declared.getTypeArguments())
          || mentionedIn(declared.getEnclosingType());
    } else if (type instanceof ArrayType array) {
      return mentionedIn(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return Stream.concat(bound(wildcard.getExtendsBound()), bound(wildcard.getSuperBound()))
          .anyMatch(this::mentionedIn);
    } else if (type instanceof IntersectionType several) {
      return anyIn(several.getBounds());
    } else if (type instanceof ExecutableType method) {
      return mentionedIn(method.getReturnType())
          || anyIn(method.getParameterTypes())
          || anyIn(method.getThrownTypes())
          || method.getTypeVariables().stream()
              .anyMatch(variable -> mentionedIn(variable.getUpperBound()));
    }
    return false;
  }

  private static Stream<TypeMirror> bound(@Nullable TypeMirror bound) {
    return Stream.ofNullable(bound);
  }

  private boolean anyIn(List<? extends TypeMirror> several) {
    return several.stream().anyMatch(this::mentionedIn);
  }

  private static TypeElement outermost(TypeElement type) {
    TypeElement result = type;
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      result = around;
    }
    return result;
  }
}
