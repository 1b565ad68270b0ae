// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The lines of its source that a case has code for: where a breakpoint can be set. */
final class Lines {
  private Lines() {}

  static SortedSet<Integer> of(Case c, Map<String, byte[]> classes) {
    SortedSet<Integer> lines = new TreeSet<>();
    classes.forEach(
        (name, bytes) -> {
          if (Realm.belongs(name, c)) {
            new ClassReader(bytes).accept(collector(lines), ClassReader.SKIP_FRAMES);
          }
        });
    return lines;
  }

  private static ClassVisitor collector(SortedSet<Integer> lines) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitLineNumber(int line, Label start) {
            lines.add(line);
          }
        };
      }
    };
  }
}
