// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The names that classes and members have in class files (JVMS 4.2, 4.3). */
class Descriptors {
  private final Types types;
  private final Elements elements;

  Descriptors(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** {@code a/b/Outer$Inner}. */
  String internalName(TypeElement type) {
    return elements.getBinaryName(type).toString().replace('.', '/');
  }

  /** {@code a.b.Outer$Inner}. */
  String binaryName(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  String ofMethod(List<? extends TypeMirror> parameters, TypeMirror result) {
    StringBuilder descriptor = new StringBuilder("(");
    parameters.forEach(parameter -> descriptor.append(of(parameter)));
    return descriptor.append(')').append(of(result)).toString();
  }

  String of(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case CHAR -> "C";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + of(((ArrayType) type).getComponentType());
      default -> "L" + mentioned(erased(type)) + ";";
    };
  }

  /** The name of a type in a descriptor. */
  String mentioned(TypeElement type) {
    return internalName(type);
  }

  /** As they are in the machine's class file before it is linked. */
  Descriptors with(StandIns standIns) {
    return new Descriptors(types, elements) {
      @Override
      String mentioned(TypeElement type) {
        return standIns.isNeeded(type)
            ? standIns.name(type).reflectionName().replace('.', '/')
            : super.mentioned(type);
      }
    };
  }

  private TypeElement erased(TypeMirror type) {
    return (TypeElement) ((DeclaredType) types.erasure(type)).asElement();
  }
}
