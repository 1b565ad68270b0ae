// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute.headers;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Descriptors and generic signatures of the class file format (JVMS 4.3 and 4.7.9.1), and a list of
 * every class that was mentioned in one.
 */
final class Signatures {
  private static final String OBJECT = "java/lang/Object";

  private final Elements elements;
  private final Types types;
  private final Set<TypeElement> mentioned = new LinkedHashSet<>();

  Signatures(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The class that a member, or a member class, is declared in. */
  static TypeElement owner(Element member) {
    return (TypeElement) requireNonNull(member.getEnclosingElement());
  }

  Set<TypeElement> mentioned() {
    return mentioned;
  }

  String internalName(TypeElement type) {
    mentioned.add(type);
    return elements.getBinaryName(type).toString().replace('.', '/');
  }

  /** The name of a class type; that of Object for the type of a name the compiler did not find. */
  String internalName(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? internalName((TypeElement) ((DeclaredType) type).asElement())
        : OBJECT;
  }

  /** The name of a thrown class; for a type variable, that of its bound. */
  String thrownName(TypeMirror thrown) {
    return internalName(types.erasure(thrown));
  }

  String descriptor(TypeMirror type) {
    StringBuilder out = new StringBuilder();
    append(out, types.erasure(type));
    return out.toString();
  }

  /**
   * The constructor of an inner class takes the outer instance first, but only in its descriptor.
   */
  String descriptor(ExecutableElement method) {
    StringBuilder out = new StringBuilder("(");
    TypeElement owner = owner(method);
    if (takesOuter(method)) {
      out.append(descriptor(owner(owner).asType()));
    }
    method.getParameters().forEach(parameter -> out.append(descriptor(parameter.asType())));
    out.append(')').append(descriptor(method.getReturnType()));
    return out.toString();
  }

  static boolean takesOuter(ExecutableElement method) {
    TypeElement owner = owner(method);
    return method.getKind() == ElementKind.CONSTRUCTOR
        && owner.getNestingKind() == NestingKind.MEMBER
        && !owner.getModifiers().contains(Modifier.STATIC);
  }

  /**
   * The generic signature of a field or a record component, or null if its descriptor says it all.
   */
  @Nullable String signature(TypeMirror type) {
    StringBuilder out = new StringBuilder();
    append(out, type);
    return out.toString().equals(descriptor(type)) ? null : out.toString();
  }

  @Nullable String signature(ExecutableElement method) {
    StringBuilder plain = new StringBuilder("(");
    StringBuilder generic = new StringBuilder();
    appendParameters(generic, method.getTypeParameters());
    generic.append('(');
    for (var parameter : method.getParameters()) {
      plain.append(descriptor(parameter.asType()));
      append(generic, parameter.asType());
    }
    plain.append(')').append(descriptor(method.getReturnType()));
    append(generic.append(')'), method.getReturnType());
    if (method.getThrownTypes().stream().anyMatch(t -> t.getKind() == TypeKind.TYPEVAR)) {
      method.getThrownTypes().forEach(thrown -> append(generic.append('^'), thrown));
    }
    return generic.toString().contentEquals(plain) ? null : generic.toString();
  }

  String signature(TypeElement type) {
    StringBuilder out = new StringBuilder();
    appendParameters(out, type.getTypeParameters());
    if (type.getSuperclass().getKind() == TypeKind.DECLARED) {
      append(out, type.getSuperclass());
    } else {
      out.append('L').append(OBJECT).append(';');
    }
    type.getInterfaces().forEach(i -> append(out, i));
    return out.toString();
  }

  private void appendParameters(
      StringBuilder out, List<? extends TypeParameterElement> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append('<');
    for (TypeParameterElement parameter : parameters) {
      out.append(parameter.getSimpleName()).append(':');
      boolean first = true;
      for (TypeMirror bound : parameter.getBounds()) {
        // An interface stands in the second place even if there is no class in the first.
        if (!first || isInterface(bound)) {
          out.append(':');
        }
        append(out, bound);
        first = false;
      }
    }
    out.append('>');
  }

  private static boolean isInterface(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement().getKind().isInterface();
  }

  private void append(StringBuilder out, TypeMirror type) {
    switch (type.getKind()) {
      case BOOLEAN -> out.append('Z');
      case BYTE -> out.append('B');
      case SHORT -> out.append('S');
      case CHAR -> out.append('C');
      case INT -> out.append('I');
      case LONG -> out.append('J');
      case FLOAT -> out.append('F');
      case DOUBLE -> out.append('D');
      case VOID -> out.append('V');
      case ARRAY -> append(out.append('['), ((ArrayType) type).getComponentType());
      case TYPEVAR ->
          out.append('T').append(((TypeVariable) type).asElement().getSimpleName()).append(';');
      case DECLARED -> {
        appendClass(out, (DeclaredType) type);
        out.append(';');
      }
      default -> out.append('L').append(OBJECT).append(';');
    }
  }

  private void appendClass(StringBuilder out, DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer)) {
      mentioned.add(element);
      appendClass(out, outer);
      out.append('.').append(element.getSimpleName());
    } else {
      out.append('L').append(internalName(element));
    }
    if (type.getTypeArguments().isEmpty()) {
      return;
    }
    out.append('<');
    type.getTypeArguments().forEach(argument -> appendArgument(out, argument));
    out.append('>');
  }

  private void appendArgument(StringBuilder out, TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      append(out, argument);
      return;
    }
    TypeMirror upper = wildcard.getExtendsBound();
    TypeMirror lower = wildcard.getSuperBound();
    if (upper != null) {
      append(out.append('+'), upper);
    } else if (lower != null) {
      append(out.append('-'), lower);
    } else {
      out.append('*');
    }
  }

  private static boolean isParameterized(DeclaredType type) {
    return !type.getTypeArguments().isEmpty()
        || (type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer));
  }
}
