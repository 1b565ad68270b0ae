// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes a class speak of the user's file and lines instead of the generated ones. */
final class UserLines {
  private UserLines() {}

  /**
   * Maps the line table.
   *
   * @param lines the user's line for each generated one, counted from 1, or 0 for none
   */
  static void mapIn(ClassNode node, String sourceFile, List<Integer> lines) {
    if (node.sourceFile != null) {
      node.sourceFile = sourceFile;
    }
    node.sourceDebug = null;
    for (MethodNode method : node.methods) {
      int last = 0;
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof LineNumberNode entry) {
          int line = entry.line <= lines.size() ? lines.get(entry.line - 1) : 0;
          if (line == 0 || line == last) {
            // Without an entry of its own, code counts as a part of the line before it; and a
            // second entry of the same line would make a debugger stop there twice.
            method.instructions.remove(entry);
          } else {
            entry.line = line;
            last = line;
          }
        }
      }
    }
  }
}
