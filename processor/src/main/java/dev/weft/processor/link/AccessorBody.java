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
   * @param type the descriptor of the field or method that is reached; for a constructor the one of
   *     {@code create}
   */
  static String descriptor(Hidden member, int opcode, String type) {
    String receiver = member.isStatic() ? "" : "L" + member.host() + ";";
    return switch (opcode) {
      case Opcodes.GETFIELD, Opcodes.GETSTATIC -> "(" + receiver + ")" + type;
      case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> "(" + receiver + type + ")V";
      default -> "(" + receiver + type.substring(1);
    };
  }

  static void write(MethodVisitor code, Hidden member, int opcode, String type) {
    String descriptor = descriptor(member, opcode, type);
    boolean isNew = member.access() == Access.CONSTRUCTOR;
    code.visitCode();
    if (isNew) {
      code.visitTypeInsn(Opcodes.NEW, member.declaring());
      code.visitInsn(Opcodes.DUP);
    }
    int locals = loadParameters(code, descriptor);
    if (isNew) {
      Type[] parameters = Type.getArgumentTypes(type);
      String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, parameters);
      code.visitMethodInsn(opcode, member.declaring(), "<init>", constructor, false);
    } else if (member.isField()) {
      code.visitFieldInsn(opcode, member.declaring(), member.name(), type);
    } else {
      code.visitMethodInsn(opcode, member.declaring(), member.name(), type, member.isInterface());
    }
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    // A long or double result takes two slots where there may have been no parameter.
    code.visitMaxs(Math.max(locals, 2) + (isNew ? 2 : 0), locals);
    code.visitEnd();
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
