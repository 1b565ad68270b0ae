// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage.Access;
import dev.weft.processor.emit.Linkage.Hidden;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What an accessor takes and does. It has no branch, so it needs no stack map frames. */
final class AccessorBody {
  private AccessorBody() {}

  /**
   * The accessor's descriptor: the receiver, if any, and then what the instruction takes and gives.
   *
   * @param type the descriptor of the field or method of the mirror, without mirrors in it
   */
  static String descriptor(Hidden member, int opcode, String type) {
    String receiver = member.isStatic() ? "" : "L" + member.host() + ";";
    return switch (opcode) {
      case Opcodes.GETFIELD, Opcodes.GETSTATIC -> "(" + receiver + ")" + type;
      case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> "(" + receiver + type + ")V";
      default -> "(" + receiver + type.substring(1);
    };
  }

  static void write(MethodVisitor code, Hidden member, int opcode, String descriptor) {
    boolean isNew = member.access() == Access.CONSTRUCTOR;
    String owner = member.declaring();
    code.visitCode();
    if (isNew) {
      code.visitTypeInsn(Opcodes.NEW, owner);
      code.visitInsn(Opcodes.DUP);
    }
    int locals = loadParameters(code, descriptor);
    if (member.isField()) {
      code.visitFieldInsn(opcode, owner, member.name(), member.descriptor());
    } else {
      code.visitMethodInsn(opcode, owner, member.name(), member.descriptor(), member.isInterface());
    }
    returnAs(code, member, Type.getReturnType(descriptor));
    // A long or double result takes two slots where there may have been no parameter.
    code.visitMaxs(Math.max(locals, 2) + (isNew ? 2 : 0), locals);
    code.visitEnd();
  }

  /** A member of a generic class may be declared with less than the host knows of its type. */
  private static void returnAs(MethodVisitor code, Hidden member, Type result) {
    boolean isReference = result.getSort() == Type.OBJECT || result.getSort() == Type.ARRAY;
    Type declared =
        member.isField()
            ? Type.getType(member.descriptor())
            : Type.getReturnType(member.descriptor());
    if (isReference && member.access() != Access.CONSTRUCTOR && !declared.equals(result)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
    }
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  /** Loads all parameters of a static method and returns how many slots they take. */
  static int loadParameters(MethodVisitor code, String descriptor) {
    int slot = 0;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
      slot += parameter.getSize();
    }
    return slot;
  }
}
