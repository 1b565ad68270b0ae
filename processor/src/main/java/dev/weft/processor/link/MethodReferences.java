// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of its own class a method refers to, each as its name and descriptor. */
final class MethodReferences {
  private static final int FLAGS_ARGUMENT = 3;
  private static final int FLAG_SERIALIZABLE = 1;

  private MethodReferences() {}

  static Set<String> in(MethodNode method, String owner) {
    Set<String> names = new LinkedHashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && call.owner.equals(owner)) {
        names.add(call.name + call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
          if (argument instanceof Handle handle && handle.getOwner().equals(owner)) {
            names.add(handle.getName() + handle.getDesc());
          }
        }
        if (isSerializable(dynamic)) {
          // Not in the code, but deserialization will look for it.
          names.add("$deserializeLambda$(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;");
        }
      }
    }
    return names;
  }

  private static boolean isSerializable(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getName().equals("altMetafactory")
        && dynamic.bsmArgs.length > FLAGS_ARGUMENT
        && dynamic.bsmArgs[FLAGS_ARGUMENT] instanceof Integer flags
        && (flags & FLAG_SERIALIZABLE) != 0;
  }
}
