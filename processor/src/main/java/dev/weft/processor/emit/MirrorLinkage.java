// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.weft.processor.graph.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Tells the linker what each member of a mirror stands for. */
final class MirrorLinkage {
  private final String machine;
  private final Descriptors descriptors;
  private final Descriptors inMachine;
  private final MemberTypes memberTypes;
  private final Types types;

  /**
   * @param machine the machine's internal name
   * @param inMachine the descriptors of members of mirrors
   */
  MirrorLinkage(
      String machine,
      Descriptors descriptors,
      Descriptors inMachine,
      MemberTypes memberTypes,
      Types types) {
    this.inMachine = inMachine;
    this.machine = machine;
    this.descriptors = descriptors;
    this.memberTypes = memberTypes;
    this.types = types;
  }

  Linkage.Mirror of(Mirror mirror) {
    return new Linkage.Mirror(
        machine + "$" + mirror.name(),
        descriptors.internalName(mirror.host()),
        mirror.members().stream().map(this::hidden).toList());
  }

  /** A stand-in, whose members have the same names and types as the user's. */
  Linkage.Mirror of(TypeElement type, ClassName standIn, LocalTypes localTypes) {
    return new Linkage.Mirror(
        standIn.reflectionName().replace('.', '/'),
        descriptors.internalName(type),
        List.of(),
        !localTypes.has(type) || (localTypes.added(type).isEmpty() && !localTypes.isInner(type))
            ? List.of()
            : ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .map(constructor -> constructor(constructor, type, localTypes))
                .toList());
  }

  private Linkage.LocalConstructor constructor(
      ExecutableElement constructor, TypeElement type, LocalTypes localTypes) {
    List<TypeMirror> parameters = new ArrayList<>();
    localTypes.added(type).forEach(added -> parameters.add(added.type()));
    constructor.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
    String descriptor = inMachine.ofMethod(parameters, types.getNoType(TypeKind.VOID));
    boolean isInner = localTypes.isInner(type);
    return new Linkage.LocalConstructor(
        isInner ? "(L" + machine + ";" + descriptor.substring(1) : descriptor,
        isInner,
        localTypes.captured(type));
  }

  private Linkage.Hidden hidden(Member member) {
    TypeElement declaring = member.kind() == Member.Kind.SUPER ? superType(member) : member.host();
    return new Linkage.Hidden(
        member.name(),
        descriptor(member),
        member.element() instanceof VariableElement,
        Mirror.isStatic(member),
        access(member),
        descriptors.internalName(member.host()),
        descriptors.internalName(declaring),
        declaring.getKind().isInterface(),
        name(member),
        ownDescriptor(member));
  }

  private String descriptor(Member member) {
    if (member.element() instanceof VariableElement field) {
      return inMachine.of(memberTypes.field(member, field));
    }
    MemberTypes.Signature signature = memberTypes.method(member);
    return inMachine.ofMethod(signature.parameters(), signature.result());
  }

  /** As the class file of the class that declares the member has it. */
  private String ownDescriptor(Member member) {
    TypeMirror type = member.element().asType();
    if (member.kind() == Member.Kind.CONSTRUCTOR) {
      List<? extends TypeMirror> parameters = memberTypes.method(member).parameters();
      return descriptors.ofMethod(parameters, types.getNoType(TypeKind.VOID));
    }
    return type instanceof ExecutableType method
        ? descriptors.ofMethod(method.getParameterTypes(), method.getReturnType())
        : descriptors.of(type);
  }

  private static Linkage.Access access(Member member) {
    return switch (member.kind()) {
      case PRIVATE -> Linkage.Access.NESTMATE;
      case CONSTRUCTOR -> Linkage.Access.CONSTRUCTOR;
      case PROTECTED -> Linkage.Access.PROTECTED;
      case SUPER -> Linkage.Access.SUPER;
      case OUTER -> Linkage.Access.OUTER;
    };
  }

  private static String name(Member member) {
    return switch (member.kind()) {
      case CONSTRUCTOR -> "<init>";
      case OUTER -> "this$0";
      default -> member.element().getSimpleName().toString();
    };
  }

  /** The direct superinterface that a default method comes from, else the superclass. */
  private TypeElement superType(Member member) {
    TypeElement host = member.host();
    TypeElement declaring = Enclosing.typeOf(member.element());
    TypeMirror superType = host.getSuperclass();
    if (declaring.getKind().isInterface()) {
      superType =
          host.getInterfaces().stream()
              .filter(type -> inherits(type, declaring))
              .map(TypeMirror.class::cast)
              .findFirst()
              .orElse(superType);
    }
    return (TypeElement) ((DeclaredType) superType).asElement();
  }

  private boolean inherits(TypeMirror type, TypeElement declaring) {
    return types.isSubtype(types.erasure(type), types.erasure(declaring.asType()));
  }
}
