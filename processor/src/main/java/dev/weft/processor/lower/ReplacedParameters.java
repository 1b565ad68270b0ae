// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.LocalType;
import dev.weft.processor.graph.Nesting;
import dev.weft.processor.graph.ParameterizedLocals;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The type parameters of the method that its machine does without. A local record, enum or
 * interface is static, and no exception may be generic (JLS 8.1.2), so where one of these mentions
 * a type parameter its stand-in cannot be an inner class of a machine that has the parameter. In
 * such a machine the parameter's bound stands in the place of the parameter: what was right for
 * every {@code T} is right for that.
 */
final class ReplacedParameters {
  private final Graph graph;
  private final Types types;
  private final ParameterizedLocals parameterized;
  private final TypeMirror throwable;

  ReplacedParameters(Graph graph, Types types, Elements elements) {
    this.graph = graph;
    this.types = types;
    this.parameterized = new ParameterizedLocals(graph, types);
    this.throwable = elements.getTypeElement("java.lang.Throwable").asType();
  }

  /** To be called before anything is lowered, with all classes of the body. */
  void choose(Collection<TypeElement> locals) {
    if (locals.stream().noneMatch(type -> isStuck(type) || isMember(type))) {
      return;
    }
    for (TypeParameterElement parameter : graph.method().element().getTypeParameters()) {
      if (isFinite(parameter, new HashSet<>())) {
        graph.replace(parameter);
      }
    }
  }

  /** Whether the type cannot be an inner class of the machine, but would have to be. */
  boolean isStuck(TypeElement type) {
    boolean isStatic = !LocalType.isInner(type);
    return (isStatic || types.isSubtype(type.asType(), throwable)) && parameterized.mentions(type);
  }

  /** One that is made with an enclosing instance; better if its stand-in needs only that one. */
  private boolean isMember(TypeElement type) {
    return Nesting.of(type) == NestingKind.MEMBER && parameterized.mentions(type);
  }

  /** Whether there is one bound, and it does not lead back to the parameter. */
  private static boolean isFinite(TypeParameterElement parameter, Set<TypeParameterElement> open) {
    List<? extends TypeMirror> bounds = parameter.getBounds();
    boolean isFinite = bounds.size() == 1 && open.add(parameter) && isFinite(bounds.get(0), open);
    open.remove(parameter);
    return isFinite;
  }

  private static boolean isFinite(@Nullable TypeMirror type, Set<TypeParameterElement> open) {
    if (type instanceof TypeVariable variable
        && variable.asElement() instanceof TypeParameterElement parameter) {
      return isFinite(parameter, open);
    } else if (type instanceof ArrayType array) {
      return isFinite(array.getComponentType(), open);
    } else if (type instanceof WildcardType wildcard) {
      return isFinite(wildcard.getExtendsBound(), open) && isFinite(wildcard.getSuperBound(), open);
    }
    return !(type instanceof DeclaredType declared)
        || declared.getTypeArguments().stream().allMatch(argument -> isFinite(argument, open));
  }
}
