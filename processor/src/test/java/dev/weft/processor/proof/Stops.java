// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where a debugger would stop that has a breakpoint on every line: at each entry of a line table.
 * There a call is put in.
 */
public final class Stops {
  /** Where plain Java jumps and closes, and nobody sets a breakpoint. */
  private static final Pattern BRACES = Pattern.compile("\\s*}.*|\\W*(else|try)?\\W*");

  /** A constant that labels name stands at the head of the machine, on no line. */
  private static final Pattern CONSTANT = Pattern.compile("\\s*final \\w+ \\w+ = [^()]*;");

  /** A constructor that nobody has written. */
  private static final Pattern CLASS = Pattern.compile(".*\\bclass \\w.*");

  /** Javac takes a jump that leads nowhere else for nothing. */
  private static final Pattern JUMP = Pattern.compile(".*\\b(break|continue)\\b.*");

  /** Statements of several lines, whose parts javac begins on other lines of them. */
  private static final Set<String> BROKEN =
      Set.of("E20new", "F08", "S08", "S18", "T21lines", "V23");

  private static final Pattern CASE = Pattern.compile("cases[./]([^$_]+).*");

  /** By case. */
  private static final Map<String, Set<Integer>> LINES = new ConcurrentHashMap<>();

  private final Realm plain;
  private final Realm machines;

  /**
   * @param plain the classes of the cases as plain Java
   * @param machines those with machines
   */
  Stops(Map<String, byte[]> plain, Map<String, byte[]> machines) {
    this.plain = new Realm(in(plain));
    this.machines = new Realm(in(machines));
  }

  /** Called by what was changed. */
  public static void at(String caseId, int line) {
    LINES.computeIfAbsent(caseId, id -> ConcurrentHashMap.newKeySet()).add(line);
  }

  /** The lines at which only one of the two stops, in a run in which nothing suspends or fails. */
  List<String> differences(Case c) {
    Set<Integer> expected = of(c, plain);
    Set<Integer> actual = of(c, machines);
    List<String> source = EagerSource.of(c).lines().toList();
    List<String> differences = new ArrayList<>();
    for (int line = 1; line <= source.size(); line++) {
      String text = source.get(line - 1);
      boolean ignored = BRACES.matcher(text).matches() || EagerSource.isOwn(text);
      if (ignored || expected.contains(line) == actual.contains(line)) {
        continue;
      } else if (actual.contains(line)) {
        if (!JUMP.matcher(text).matches() && !BROKEN.contains(c.id())) {
          differences.add("a debugger stops only in the machine at: " + text);
        }
      } else if (!CONSTANT.matcher(text).matches() && !CLASS.matcher(text).matches()) {
        differences.add("a debugger stops only in plain Java at: " + text);
      }
    }
    return differences;
  }

  private static Set<Integer> of(Case c, Realm realm) {
    LINES.remove(c.id());
    realm.run(c, Proof.Mode.COMPLETE.script());
    Set<Integer> lines = LINES.remove(c.id());
    return lines == null ? Set.of() : lines;
  }

  /** The same classes, and those of the cases tell on which lines they are. */
  private static Map<String, byte[]> in(Map<String, byte[]> classes) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    classes.forEach(
        (name, bytes) -> {
          Matcher matcher = CASE.matcher(name);
          changed.put(name, matcher.matches() ? in(bytes, matcher.group(1)) : bytes);
        });
    return changed;
  }

  private static byte[] in(byte[] bytes, String caseId) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] exceptions) {
            return new Telling(
                super.visitMethod(access, name, type, signature, exceptions), caseId);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** The call is in front of the first instruction of an entry, and behind its frame. */
  private static final class Telling extends MethodVisitor {
    private final String caseId;
    private int pending;

    Telling(MethodVisitor next, String caseId) {
      super(Opcodes.ASM9, next);
      this.caseId = caseId;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      super.visitLineNumber(line, start);
      pending = line;
    }

    private void tell() {
      if (pending > 0) {
        int line = pending;
        pending = 0;
        super.visitLdcInsn(caseId);
        super.visitLdcInsn(line);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(Stops.class),
            "at",
            "(Ljava/lang/String;I)V",
            false);
      }
    }

    @Override
    public void visitInsn(int opcode) {
      tell();
      super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      tell();
      super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      tell();
      super.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) { // frames refer to its place
        super.visitTypeInsn(opcode, type);
        tell();
      } else {
        tell();
        super.visitTypeInsn(opcode, type);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      tell();
      super.visitFieldInsn(opcode, owner, name, type);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      tell();
      super.visitMethodInsn(opcode, owner, name, type, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String type, Handle bootstrap, Object... arguments) {
      tell();
      super.visitInvokeDynamicInsn(name, type, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      tell();
      super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
      tell();
      super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      tell();
      super.visitIincInsn(variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      tell();
      super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      tell();
      super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
      tell();
      super.visitMultiANewArrayInsn(type, dimensions);
    }
  }
}
