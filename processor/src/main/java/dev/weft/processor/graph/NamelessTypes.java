// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Types that no declaration can name: intersections, as the one of the elements of {@code
 * List.of(1, "s")}, and what is made of them. Only {@code var} can declare a variable of such a
 * type, and only from an expression that has it.
 */
public final class NamelessTypes {
  private NamelessTypes() {}

  /** Whether the type is nameless, or made of one that is. */
  public static boolean has(TypeMirror type) {
    return has(type, new HashSet<>());
  }

  private static boolean has(@Nullable TypeMirror type, Set<TypeMirror> passed) {
    if (type instanceof IntersectionType) {
      return true;
    } else if (type instanceof ArrayType array) {
      return has(array.getComponentType(), passed);
    } else if (type instanceof WildcardType wildcard) {
      return has(wildcard.getExtendsBound(), passed) || has(wildcard.getSuperBound(), passed);
    } else if (type instanceof TypeVariable variable) {
      return isCaptured(variable) && passed.add(type) && has(variable.getUpperBound(), passed);
    }
    return type instanceof DeclaredType declared && any(declared.getTypeArguments(), passed);
  }

  /** Whether the type can be written as it is. */
  public static boolean isNamed(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isNamed(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || isNamed(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || isNamed(wildcard.getSuperBound()));
    } else if (type instanceof TypeVariable variable) {
      return !isCaptured(variable);
    }
    return !(type instanceof IntersectionType)
        && (!(type instanceof DeclaredType declared)
            || declared.getTypeArguments().stream().allMatch(NamelessTypes::isNamed));
  }

  /** A captured wildcard; a variable that the user declared has a name. */
  private static boolean isCaptured(TypeVariable variable) {
    return variable.asElement().getSimpleName().toString().startsWith("<");
  }

  private static boolean any(List<? extends TypeMirror> several, Set<TypeMirror> passed) {
    return several.stream().anyMatch(type -> has(type, passed));
  }
}
