// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage.Hidden;
import dev.weft.processor.emit.Linkage.Mirror;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The mirrors of one machine: what each stands for, and the renaming of one to the other. */
final class Mirrors {
  private record Key(String mirror, String name, String descriptor) {}

  private final Map<String, String> targets = new HashMap<>();
  private final Map<Key, Hidden> members = new HashMap<>();

  /** The names that classes in the machine's code take. */
  private final Map<String, String> places = new HashMap<>();

  private final Remapper remapper =
      new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String name) {
          String target = targets.get(name);
          return target == null ? places.getOrDefault(name, name) : target;
        }
      };

  Mirrors(List<Mirror> mirrors) {
    for (Mirror mirror : mirrors) {
      targets.put(mirror.mirror(), mirror.target());
      for (Hidden member : mirror.members()) {
        members.put(
            new Key(mirror.mirror(), member.mirrorName(), member.mirrorDescriptor()), member);
      }
    }
  }

  Set<String> names() {
    return targets.keySet();
  }

  Collection<String> targets() {
    return targets.values();
  }

  /** Lets {@code name}, a class in the machine's code, be renamed too. */
  void rename(String name, String place) {
    places.put(name, place);
  }

  /**
   * What an instruction that names this member stands for, or null if it names none of a mirror.
   */
  @Nullable Hidden member(String owner, String name, String descriptor) {
    return members.get(new Key(owner, name, descriptor));
  }

  /** A descriptor of a field or method, with targets in place of mirrors. */
  String descriptor(String descriptor) {
    return descriptor.startsWith("(")
        ? remapper.mapMethodDesc(descriptor)
        : remapper.mapDesc(descriptor);
  }

  /** The class without its mirrors: they are renamed, and {@code hidden} becomes the identity. */
  ClassNode renamedIn(ClassNode node) {
    if (targets.isEmpty() && places.isEmpty()) {
      return node;
    }
    node.innerClasses.removeIf(inner -> targets.containsKey(inner.name));
    for (MethodNode method : node.methods) {
      if (isHidden(method)) {
        becomeIdentity(method);
      }
    }
    ClassNode renamed = new ClassNode();
    node.accept(new ClassRemapper(renamed, remapper));
    return renamed;
  }

  private boolean isHidden(MethodNode method) {
    int flags = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    Type result = Type.getReturnType(method.desc);
    return (method.access & flags) == flags
        && (method.access & Opcodes.ACC_SYNTHETIC) == 0 // no lambda of the user's
        && result.getSort() == Type.OBJECT
        && targets.containsKey(result.getInternalName())
        && Type.getArgumentTypes(method.desc).length == 1;
  }

  /** Synthetic and without lines, so that debuggers step over it. */
  private static void becomeIdentity(MethodNode method) {
    method.access |= Opcodes.ACC_SYNTHETIC;
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
    method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    method.instructions.add(new InsnNode(Opcodes.ARETURN));
    method.maxStack = 1;
    method.maxLocals = 1;
  }
}
