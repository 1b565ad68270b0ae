// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The bytes of a class file as a tree, and back. */
final class ClassCode {
  private static final int NEWEST_KNOWN = Opcodes.V27;
  private static final int MAJOR_VERSION_OFFSET = 6;

  private ClassCode() {}

  /**
   * Parses a class file, also one of a JDK that is newer than ASM: javac's own classes are old in
   * form.
   */
  static ClassNode parse(byte[] bytes) {
    return parse(bytes, 0);
  }

  /** The same without the methods' code. */
  static ClassNode parseDeclarations(byte[] bytes) {
    return parse(bytes, ClassReader.SKIP_CODE);
  }

  private static ClassNode parse(byte[] bytes, int flags) {
    int major =
        ((bytes[MAJOR_VERSION_OFFSET] & 0xFF) << 8) | (bytes[MAJOR_VERSION_OFFSET + 1] & 0xFF);
    byte[] readable = bytes;
    if (major > NEWEST_KNOWN) {
      readable = bytes.clone();
      readable[MAJOR_VERSION_OFFSET] = 0;
      readable[MAJOR_VERSION_OFFSET + 1] = NEWEST_KNOWN;
    }
    ClassNode node = new ClassNode();
    new ClassReader(readable).accept(node, flags);
    node.version = (node.version & 0xFFFF_0000) | major;
    return node;
  }

  /**
   * Builds the constant pool and the bootstrap methods anew, so that they hold only what is still
   * used.
   */
  static byte[] assemble(ClassNode node) {
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
