// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage.Access;
import dev.weft.processor.emit.Linkage.Hidden;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces what names a member of a mirror by what reaches the member itself. Each replacement
 * takes from the stack and puts there what the instruction did, so the rest of a method, its frames
 * included, stays as it is.
 */
final class MirrorUses {
  private final Mirrors mirrors;
  private final Accessors accessors;
  private final NestClasses owners;

  MirrorUses(Mirrors mirrors, Accessors accessors, NestClasses owners) {
    this.mirrors = mirrors;
    this.accessors = accessors;
    this.owners = owners;
  }

  void replaceIn(ClassNode node) {
    if (mirrors.names().isEmpty()) {
      return;
    }
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof FieldInsnNode field) {
          replace(method, field);
        } else if (instruction instanceof MethodInsnNode call) {
          replace(method, call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
          replaceConstants(dynamic.bsmArgs);
        }
      }
    }
  }

  private void replace(MethodNode method, FieldInsnNode field) {
    Hidden member = mirrors.member(field.owner, field.name, field.desc);
    if (member != null) {
      method.instructions.set(field, replacement(member, field));
    }
  }

  private AbstractInsnNode replacement(Hidden member, FieldInsnNode field) {
    int opcode = field.getOpcode();
    return member.access() == Access.NESTMATE
        ? new FieldInsnNode(opcode, member.declaring(), member.name(), member.descriptor())
        : call(accessors.forField(member, opcode, mirrors.descriptor(field.desc)));
  }

  private void replace(MethodNode method, MethodInsnNode call) {
    Hidden member = mirrors.member(call.owner, call.name, call.desc);
    if (member != null) {
      method.instructions.set(call, replacement(member, call));
    }
  }

  private AbstractInsnNode replacement(Hidden member, MethodInsnNode call) {
    return switch (member.access()) {
      case NESTMATE -> nestmateCall(member);
      case OUTER -> EnclosingInstance.read(owners.look(member.host()), member.descriptor());
      default -> call(accessors.forMethod(member, mirrors.descriptor(call.desc)));
    };
  }

  private static MethodInsnNode nestmateCall(Hidden member) {
    int opcode =
        member.isStatic()
            ? Opcodes.INVOKESTATIC
            : member.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    return new MethodInsnNode(
        opcode, member.declaring(), member.name(), member.descriptor(), member.isInterface());
  }

  private static MethodInsnNode call(Handle accessor) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        accessor.getOwner(),
        accessor.getName(),
        accessor.getDesc(),
        accessor.isInterface());
  }

  private void replaceConstants(Object[] constants) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i] instanceof Handle handle) {
        constants[i] = replaced(handle);
      } else if (constants[i] instanceof ConstantDynamic dynamic) {
        Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
        for (int j = 0; j < arguments.length; j++) {
          arguments[j] = dynamic.getBootstrapMethodArgument(j);
        }
        replaceConstants(arguments);
        constants[i] =
            new ConstantDynamic(
                dynamic.getName(),
                dynamic.getDescriptor(),
                dynamic.getBootstrapMethod(),
                arguments);
      }
    }
  }

  private Handle replaced(Handle handle) {
    Hidden member = mirrors.member(handle.getOwner(), handle.getName(), handle.getDesc());
    if (member == null) {
      return handle;
    }
    return switch (member.access()) {
      case NESTMATE -> {
        int tag =
            member.isStatic()
                ? Opcodes.H_INVOKESTATIC
                : member.isInterface() ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
        yield new Handle(
            tag, member.declaring(), member.name(), member.descriptor(), member.isInterface());
      }
      case OUTER -> throw new IllegalStateException("method reference to an enclosing instance");
      default -> accessors.forMethod(member, mirrors.descriptor(handle.getDesc()));
    };
  }
}
