// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of one owner that have machines: the body of each becomes {@code return new
 * Machine(this, a, b)}. It has no lines, so a breakpoint in the user's body is hit when the body
 * runs, and not when the coroutine is made.
 */
final class EntryMethods {
  private final ClassNode owner;
  private final OrphanedLambdas orphans;

  EntryMethods(ClassNode owner) {
    this.owner = owner;
    this.orphans = new OrphanedLambdas(owner);
  }

  void replace(Linkage linkage, ClassNode machine) {
    MethodNode method = find(owner, linkage.method(), linkage.descriptor());
    String receiver = linkage.isStatic() ? "" : "L" + owner.name + ";";
    String parameters = "(" + receiver + linkage.descriptor().substring(1);
    Type[] types = Type.getArgumentTypes(parameters);
    String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, types);
    find(machine, "<init>", constructor);

    orphans.bodyGoes(method);
    int slots = (Type.getArgumentsAndReturnSizes(parameters) >> 2) - 1;
    List<LocalVariableNode> variables = parametersOf(method, slots);
    clear(method);

    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    method.instructions.add(start);
    method.visitTypeInsn(Opcodes.NEW, machine.name);
    method.visitInsn(Opcodes.DUP);
    AccessorBody.loadParameters(method, parameters);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, machine.name, "<init>", constructor, false);
    method.visitInsn(Opcodes.ARETURN);
    method.instructions.add(end);
    for (LocalVariableNode variable : variables) {
      variable.start = start;
      variable.end = end;
    }
    method.localVariables = variables;
    method.maxStack = slots + 2;
    method.maxLocals = slots;
  }

  void dropOrphans() {
    orphans.drop();
  }

  private static MethodNode find(ClassNode type, String name, String descriptor) {
    for (MethodNode method : type.methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return method;
      }
    }
    throw new IllegalStateException(type.name + " has no method " + name + descriptor);
  }

  /**
   * Parameters keep their slots to the end of a method, so what lies in these slots is a parameter.
   */
  private static List<LocalVariableNode> parametersOf(MethodNode method, int slots) {
    List<LocalVariableNode> parameters = new ArrayList<>();
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        if (variable.index < slots) {
          parameters.add(variable);
        }
      }
    }
    return parameters;
  }

  private static void clear(MethodNode method) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
  }
}
