// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a class speak of the user's file and lines instead of the generated ones.
 *
 * <pre>{@code
 * return done(        // 20        return f(x);     // 20, and from the call on 21
 *     f(x));          // 21
 * }</pre>
 *
 * <p>Where the user had two lines and the machine has one, the second begins with the first call,
 * as javac has it, too.
 */
final class UserLines {
  private final Linkage linkage;

  private UserLines(Linkage linkage) {
    this.linkage = linkage;
  }

  /** Maps the line tables of a class that is printed in the machine's file. */
  static void mapIn(ClassNode node, Linkage linkage) {
    if (node.sourceFile != null) {
      node.sourceFile = linkage.sourceFile();
    }
    node.sourceDebug = null;
    node.methods.forEach(new UserLines(linkage)::mapIn);
  }

  private void mapIn(MethodNode method) {
    int last = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof LineNumberNode entry) {
        int line = at(linkage.lines(), entry);
        int callLine = at(linkage.callLines(), entry);
        AbstractInsnNode call = callLine > 0 ? firstCall(entry) : null;
        if (line == 0 || line == last) {
          // Without an entry of its own, code counts as a part of the line before it; and a
          // second entry of the same line would make a debugger stop there twice.
          method.instructions.remove(entry);
        } else {
          entry.line = line;
          last = line;
        }
        if (call != null) {
          method.instructions.insertBefore(call, entry(callLine));
          last = callLine;
        }
      }
    }
  }

  /** The user's line for a generated one, or 0 for none. */
  private static int at(List<Integer> lines, LineNumberNode entry) {
    return entry.line <= lines.size() ? lines.get(entry.line - 1) : 0;
  }

  /** The first call on the line that is none of the machine's own. */
  private @Nullable AbstractInsnNode firstCall(LineNumberNode entry) {
    for (AbstractInsnNode node = entry.getNext(); node != null; node = node.getNext()) {
      if (node instanceof LineNumberNode) {
        return null;
      } else if (node instanceof MethodInsnNode call && !call.owner.equals(linkage.machine())) {
        return node;
      }
    }
    return null;
  }

  private static InsnList entry(int line) {
    LabelNode start = new LabelNode();
    InsnList entry = new InsnList();
    entry.add(start);
    entry.add(new LineNumberNode(line, start));
    return entry;
  }
}
