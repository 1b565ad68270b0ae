// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class UserLinesTest {
  private static final String OWNER =
      """
      package demo;
      class Lines {
        static Resumable body(int where) { throw new IllegalStateException("not linked"); }
      }
      """;

  private static final String MACHINE =
      """
      package demo;
      final class Lines_body extends Resumable {
        private final int where;
        Lines_body(int where) { this.where = where; }
        @Override public Object resume(Object reply) {
          switch (where) {
            case 0:
              throw new IllegalStateException("0"); //@70
            case 1:
              reply = "bookkeeping";
              throw new IllegalStateException("1");
            case 2:
              Runnable lambda = () -> {
                throw new IllegalStateException("2"); //@72
              };
              lambda.run();
              return null;
            case 3:
              new Object() {
                void run() {
                  throw new IllegalStateException("3"); //@73
                }
              }.run();
              return null;
            case 5:
              return new StringBuilder().append(unknown()).append(where); //@80 //call@81
            default:
              return bookkeeping();
          }
        }
        private Object unknown() { return null; }
        private Object bookkeeping() {
          throw new IllegalStateException("4");
        }
      }
      """;

  private static StackTraceElement thrown(CompileWay way, int where) throws Throwable {
    Compiled compiled =
        new LinkCase()
            .source(OWNER)
            .staticMachine("demo/Lines", "body", "(I)Ldemo/Resumable;", MACHINE)
            .compile(way);
    Compiled.Program program = compiled.load();
    Exception failure =
        assertThrows(
            IllegalStateException.class, () -> program.run("demo.Lines", null, "body", where));
    assertEquals(Integer.toString(where), failure.getMessage());
    StackTraceElement top = failure.getStackTrace()[0];
    assertEquals("Lines.java", top.getFileName());
    return top;
  }

  @ParameterizedTest
  @EnumSource
  void lineOfTheUserIsReported(CompileWay way) throws Throwable {
    assertEquals(70, thrown(way, 0).getLineNumber());
  }

  @ParameterizedTest
  @EnumSource
  void lineWithoutCounterpartCountsAsTheOneBefore(CompileWay way) throws Throwable {
    assertEquals(70, thrown(way, 1).getLineNumber());
  }

  @ParameterizedTest
  @EnumSource
  void lambdasAndClassesInsideTheMachineAreMapped(CompileWay way) throws Throwable {
    assertEquals(72, thrown(way, 2).getLineNumber());
    assertEquals(73, thrown(way, 3).getLineNumber());
  }

  @ParameterizedTest
  @EnumSource
  void methodWithoutLinesReportsNone(CompileWay way) throws Throwable {
    assertEquals("bookkeeping", thrown(way, 4).getMethodName());
    assertEquals(-1, thrown(way, 4).getLineNumber());
  }

  @ParameterizedTest
  @EnumSource
  void nothingSpeaksOfTheGeneratedFile(CompileWay way) throws Throwable {
    Compiled compiled =
        new LinkCase()
            .source(OWNER)
            .staticMachine("demo/Lines", "body", "(I)Ldemo/Resumable;", MACHINE)
            .compile(way);
    for (String name : compiled.classes().keySet()) {
      ClassNode node = compiled.node(name);
      if (name.startsWith("demo.Lines")) {
        assertEquals("Lines.java", node.sourceFile, name);
      }
    }
  }

  /** Where the user had two lines: the first to its first call, and the machine's own are none. */
  @ParameterizedTest
  @EnumSource
  void aLineMayStandForTwo(CompileWay way) {
    Compiled compiled =
        new LinkCase()
            .source(OWNER)
            .staticMachine("demo/Lines", "body", "(I)Ldemo/Resumable;", MACHINE)
            .compile(way);
    List<String> code = new ArrayList<>();
    for (MethodNode method : compiled.node("demo.Lines").methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof LineNumberNode entry) {
          code.add("line " + entry.line);
        } else if (instruction instanceof MethodInsnNode call) {
          code.add(call.name);
        }
      }
    }
    int at = code.indexOf("line 80");
    assertEquals(
        List.of("line 80", "line 81", "<init>", "unknown", "append", "append"),
        code.subList(at, at + 6));
  }
}
