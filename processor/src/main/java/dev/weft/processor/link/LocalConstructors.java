// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage;
import dev.weft.processor.emit.Linkage.LocalConstructor;
import dev.weft.processor.emit.Linkage.Mirror;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes the calls of a stand-in's constructors those of the local class. What the class captures,
 * javac has added there as parameters behind the user's, in an order of its own and leaving out
 * what it does not need; so what a call has put on the stack is put there again in that order.
 *
 * <pre>{@code
 * new Node(self, prefix, 1)  ->  new Node(self, 1, prefix)
 * }</pre>
 */
final class LocalConstructors {
  private record Key(String owner, String descriptor) {}

  /**
   * A constructor of the local class.
   *
   * @param passed which arguments of the stand-in's it takes, in its order
   */
  private record Target(String descriptor, List<Integer> passed) {}

  private final Map<Key, Target> targets = new LinkedHashMap<>();

  LocalConstructors(Linkage linkage, Mirrors mirrors, NestClasses classes) {
    for (Mirror mirror : linkage.mirrors()) {
      for (LocalConstructor constructor : mirror.constructors()) {
        ClassNode type = classes.look(mirror.target());
        checkIsLocal(type, linkage);
        targets.put(
            new Key(mirror.mirror(), constructor.descriptor()),
            target(
                type,
                constructor,
                mirrors.descriptor(constructor.descriptor()),
                linkage.isStatic()));
      }
    }
  }

  /** Another compile of the same text should have given the class the same name. */
  private static void checkIsLocal(ClassNode type, Linkage linkage) {
    if (!linkage.owner().equals(type.outerClass)
        || !linkage.method().equals(type.outerMethod)
        || !linkage.descriptor().equals(type.outerMethodDesc)) {
      throw new IllegalStateException(
          type.name + " is no local class of " + linkage.owner() + "." + linkage.method());
    }
  }

  private static Target target(
      ClassNode type, LocalConstructor constructor, String descriptor, boolean isStatic) {
    Type[] given = Type.getArgumentTypes(descriptor);
    int before = (constructor.isInner() ? 1 : 0) + (isStatic ? 0 : 1);
    List<String> captured = constructor.captured();
    List<Integer> passed = new ArrayList<>();
    if (!isStatic) {
      passed.add(before - 1);
    }
    for (int i = before + captured.size(); i < given.length; i++) {
      passed.add(i);
    }
    for (String name : fields(type)) {
      passed.add(before + captured.indexOf(name));
    }
    Type[] types = passed.stream().map(i -> given[i]).toArray(Type[]::new);
    String called = Type.getMethodDescriptor(Type.VOID_TYPE, types);
    if (type.methods.stream().noneMatch(m -> m.name.equals("<init>") && m.desc.equals(called))) {
      throw new IllegalStateException(type.name + " has no constructor " + called);
    }
    return new Target(called, passed);
  }

  /**
   * The names of the locals that the class captures, in the order of the parameters: javac's
   * constructors begin by storing each in a field of its own.
   */
  private static List<String> fields(ClassNode type) {
    for (MethodNode method : type.methods) {
      Map<Integer, String> bySlot = new TreeMap<>();
      if (method.name.equals("<init>")) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof FieldInsnNode field
              && field.getOpcode() == Opcodes.PUTFIELD
              && field.name.startsWith("val$")
              && field.getPrevious() instanceof VarInsnNode parameter) {
            bySlot.put(parameter.var, field.name.substring("val$".length()));
          }
        }
      }
      if (!bySlot.isEmpty()) {
        return List.copyOf(bySlot.values());
      }
    }
    return List.of();
  }

  /** Lets the calls in a class of the machine be those of the local class's constructors. */
  void callIn(ClassNode node) {
    for (MethodNode method : node.methods) {
      int locals = method.maxLocals;
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
          Target target = targets.get(new Key(call.owner, call.desc));
          if (target != null) {
            method.maxLocals =
                Math.max(method.maxLocals, locals + arrange(method, locals, call, target));
            call.desc = target.descriptor();
          }
        }
      }
    }
  }

  /**
   * Takes the arguments from the stack into locals that are used for nothing else, and puts them
   * back in the other order.
   *
   * @param first the first of these locals
   * @return how many slots that takes
   */
  private static int arrange(MethodNode method, int first, MethodInsnNode call, Target target) {
    Type[] given = Type.getArgumentTypes(call.desc);
    int[] slots = new int[given.length];
    int end = 0;
    InsnList moves = new InsnList();
    for (int i = 0; i < given.length; i++) {
      slots[i] = first + end;
      end += given[i].getSize();
    }
    for (int i = given.length - 1; i >= 0; i--) {
      moves.add(new VarInsnNode(given[i].getOpcode(Opcodes.ISTORE), slots[i]));
    }
    for (int i : target.passed()) {
      moves.add(new VarInsnNode(given[i].getOpcode(Opcodes.ILOAD), slots[i]));
    }
    method.instructions.insertBefore(call, moves);
    return end;
  }
}
