// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The field in which javac keeps the enclosing instance of an inner class. It is {@code this$n}
 * with the depth of nesting for {@code n}, and more {@code $} where that name is taken. Newer
 * compilers leave the field out where nothing reads it, but the body of the original does.
 */
final class EnclosingInstance {
  private EnclosingInstance() {}

  static FieldInsnNode read(ClassNode inner, String type) {
    for (FieldNode field : inner.fields) {
      boolean isSynthetic = (field.access & Opcodes.ACC_SYNTHETIC) != 0;
      if (isSynthetic && field.name.startsWith("this$") && field.desc.equals(type)) {
        return new FieldInsnNode(Opcodes.GETFIELD, inner.name, field.name, field.desc);
      }
    }
    throw new IllegalStateException(inner.name + " keeps no enclosing instance " + type);
  }
}
