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
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Leads the calls of a stand-in's constructors to those of the local class. What the class
 * captures, javac has added there as parameters behind the user's, in an order of its own and
 * leaving out what it does not need; so the class is given a constructor for each of the
 * stand-in's.
 *
 * <pre>{@code
 * Node(Echo self, String prefix, int i, Echo_go unused) {    // new Node(self, prefix, 1)
 *   this(self, i, prefix);
 * }
 * }</pre>
 *
 * <p>The unused parameter, a null of the machine's type, tells it from all others.
 */
final class LocalConstructors {
  private record Key(String owner, String descriptor) {}

  private final String tag;
  private final Map<Key, LocalConstructor> constructors = new LinkedHashMap<>();
  private final Map<String, String> targets = new LinkedHashMap<>();

  LocalConstructors(Linkage linkage) {
    tag = "L" + linkage.machine() + ";";
    for (Mirror mirror : linkage.mirrors()) {
      targets.put(mirror.mirror(), mirror.target());
      for (LocalConstructor constructor : mirror.constructors()) {
        constructors.put(new Key(mirror.mirror(), constructor.descriptor()), constructor);
      }
    }
  }

  /** Adds the constructors to the user's classes. */
  void add(Linkage linkage, Mirrors mirrors, NestClasses classes) {
    constructors.forEach(
        (key, constructor) -> {
          ClassNode type = classes.change(targets.getOrDefault(key.owner, key.owner));
          checkIsLocal(type, linkage);
          add(type, constructor, mirrors.descriptor(key.descriptor), linkage.isStatic());
        });
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

  private void add(
      ClassNode type, LocalConstructor constructor, String descriptor, boolean isStatic) {
    List<Type> given = List.of(Type.getArgumentTypes(descriptor));
    int before = (constructor.isInner() ? 1 : 0) + (isStatic ? 0 : 1);
    List<String> captured = constructor.captured();
    int user = before + captured.size();

    // The slot of each parameter: "this" has the first one, the unused parameter the last.
    int[] slots = new int[given.size() + 1];
    slots[0] = 1;
    for (int i = 0; i < given.size(); i++) {
      slots[i + 1] = slots[i] + given.get(i).getSize();
    }
    List<Integer> passed = new ArrayList<>();
    if (!isStatic) {
      passed.add(before - 1);
    }
    for (int i = user; i < given.size(); i++) {
      passed.add(i);
    }
    for (String name : fields(type)) {
      passed.add(before + captured.indexOf(name));
    }
    Type[] types = passed.stream().map(given::get).toArray(Type[]::new);
    String called = Type.getMethodDescriptor(Type.VOID_TYPE, types);

    String own = descriptor.replace(")", tag + ")");
    MethodNode method = new MethodNode(Opcodes.ACC_SYNTHETIC, "<init>", own, null, null);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    passed.forEach(i -> method.visitVarInsn(given.get(i).getOpcode(Opcodes.ILOAD), slots[i]));
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, type.name, "<init>", called, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(slots[given.size()], slots[given.size()] + 1);
    if (type.methods.stream().noneMatch(m -> m.name.equals("<init>") && m.desc.equals(called))) {
      throw new IllegalStateException(type.name + " has no constructor " + called);
    }
    type.methods.add(method);
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

  /** Lets the calls in a class of the machine be those of the constructors that were added. */
  void callIn(ClassNode node) {
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.name.equals("<init>")
            && constructors.containsKey(new Key(call.owner, call.desc))) {
          method.instructions.insertBefore(call, new InsnNode(Opcodes.ACONST_NULL));
          call.desc = call.desc.replace(")", tag + ")");
          method.maxStack++;
        }
      }
    }
  }
}
