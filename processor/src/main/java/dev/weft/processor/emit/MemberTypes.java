// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** The types with which a mirror declares its members: as the host sees them. */
final class MemberTypes {
  private final Types types;

  MemberTypes(Types types) {
    this.types = types;
  }

  /** Of a method of a mirror. */
  record Signature(
      List<? extends TypeVariable> typeVariables,
      List<? extends TypeMirror> parameters,
      TypeMirror result,
      List<? extends TypeMirror> thrown) {}

  TypeMirror field(Member member, VariableElement field) {
    return asMember(member, field.asType());
  }

  Signature method(Member member) {
    if (member.kind() == Member.Kind.OUTER) {
      return new Signature(List.of(), List.of(), member.element().asType(), List.of());
    }
    ExecutableElement element = (ExecutableElement) member.element();
    ExecutableType type = (ExecutableType) asMember(member, element.asType());
    return member.kind() == Member.Kind.CONSTRUCTOR
        ? constructor(member.host(), type)
        : new Signature(
            type.getTypeVariables(),
            type.getParameterTypes(),
            type.getReturnType(),
            type.getThrownTypes());
  }

  private static Signature constructor(TypeElement host, ExecutableType type) {
    List<TypeMirror> parameters = new ArrayList<>(type.getParameterTypes());
    if (Enclosing.isInner(host)) {
      parameters.add(0, Enclosing.of(host).asType());
    }
    return new Signature(type.getTypeVariables(), parameters, host.asType(), type.getThrownTypes());
  }

  /** The host may have given the type parameters of the class that declares the member. */
  private TypeMirror asMember(Member member, TypeMirror declared) {
    boolean isInherited = !Enclosing.of(member.element()).equals(member.host());
    return isInherited
        ? types.asMemberOf((DeclaredType) member.host().asType(), member.element())
        : declared;
  }
}
