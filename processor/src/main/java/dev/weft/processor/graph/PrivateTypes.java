// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which of the user's types another source file cannot name: private ones, those inside of them,
 * nested ones that inherit from them, which would be nothing without them, and nested ones that are
 * sealed around them; and the local types that the machine names.
 *
 * <p>Only types of one file matter, that of the method: no other private type can be mentioned
 * there.
 */
public final class PrivateTypes {
  private final Types types;
  private final Graph graph;
  private final TypeElement outermost;
  private final Map<TypeElement, Boolean> known = new HashMap<>();

  public PrivateTypes(Types types, Graph graph) {
    this.types = types;
    this.graph = graph;
    this.outermost = outermost(graph.method().owner());
  }

  /** Whether the type is one of them. */
  public boolean has(TypeElement type) {
    TypeElement local = ParameterizedLocals.local(type);
    if (local != null) {
      return graph.localType(local) != null;
    }
    Boolean answer = known.get(type);
    if (answer == null) {
      known.put(type, false); // for the types that it refers to and that refer to it
      answer = type.getNestingKind() == NestingKind.MEMBER && isPrivate(type);
      known.put(type, answer);
    }
    return answer;
  }

  private boolean isPrivate(TypeElement type) {
    if (!outermost(type).equals(outermost)) {
      return false;
    }
    return type.getModifiers().contains(Modifier.PRIVATE)
        || permitsPrivate(type)
        || (type.getEnclosingElement() instanceof TypeElement around && has(around))
        || types.directSupertypes(type.asType()).stream().anyMatch(this::mentionedIn);
  }

  /** A sealed type permits its own subtypes, and not what stands for them elsewhere. */
  private boolean permitsPrivate(TypeElement type) {
    return type.getPermittedSubclasses().stream()
        .map(permitted -> (TypeElement) types.asElement(permitted))
        .anyMatch(permitted -> isHidden(permitted) || permitsPrivate(permitted));
  }

  private static boolean isHidden(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type, or the type of a member, mentions one of them. */
  public boolean mentionedIn(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return has((TypeElement) declared.asElement()) || anyIn(declared.getTypeArguments());
    } else if (type instanceof ArrayType array) {
      return mentionedIn(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return Stream.concat(bound(wildcard.getExtendsBound()), bound(wildcard.getSuperBound()))
          .anyMatch(this::mentionedIn);
    } else if (type instanceof ExecutableType method) {
      return mentionedIn(method.getReturnType())
          || anyIn(method.getParameterTypes())
          || anyIn(method.getThrownTypes());
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
