// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute.headers;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.objectweb.asm.Opcodes;

/** Access flags of the class file format. */
final class Access {
  private Access() {}

  static int of(Set<Modifier> modifiers) {
    int flags = 0;
    for (Modifier modifier : modifiers) {
      flags |=
          switch (modifier) {
            case PUBLIC -> Opcodes.ACC_PUBLIC;
            case PROTECTED -> Opcodes.ACC_PROTECTED;
            case PRIVATE -> Opcodes.ACC_PRIVATE;
            case ABSTRACT -> Opcodes.ACC_ABSTRACT;
            case STATIC -> Opcodes.ACC_STATIC;
            case FINAL -> Opcodes.ACC_FINAL;
            case TRANSIENT -> Opcodes.ACC_TRANSIENT;
            case VOLATILE -> Opcodes.ACC_VOLATILE;
            default -> 0;
          };
    }
    return flags;
  }

  static int ofMethod(ExecutableElement method) {
    return of(method.getModifiers()) | (method.isVarArgs() ? Opcodes.ACC_VARARGS : 0);
  }

  static int ofField(Element field) {
    return of(field.getModifiers())
        | (field.getKind() == ElementKind.ENUM_CONSTANT ? Opcodes.ACC_ENUM : 0);
  }

  /** As the class's entry in an InnerClasses attribute has them. */
  static int ofNested(TypeElement type) {
    return of(type.getModifiers())
        | switch (type.getKind()) {
          case INTERFACE -> Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
          case ANNOTATION_TYPE ->
              Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ANNOTATION;
          case ENUM -> Opcodes.ACC_ENUM;
          default -> 0;
        };
  }

  /** As the class file itself has them: it knows public and not public, and nothing of static. */
  static int ofClassFile(TypeElement type) {
    int flags = ofNested(type);
    boolean isPublic = (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    flags &=
        ~(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC);
    return flags
        | (isPublic ? Opcodes.ACC_PUBLIC : 0)
        | (type.getKind().isInterface() ? 0 : Opcodes.ACC_SUPER)
        | (type.getKind() == ElementKind.RECORD ? Opcodes.ACC_RECORD : 0);
  }
}
