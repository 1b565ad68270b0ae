// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

class OwnerBodiesTest {
  private static final String OWNER =
      """
      package demo;
      public class Greeter {
        static Resumable greet(String name) { return null; }
      }
      """;

  private static final String MACHINE =
      """
      package demo;
      import java.util.function.Supplier;
      final class Greeter_greet extends Resumable {
        private final String name;
        private int count;
        Greeter_greet(String name) { this.name = name; }
        @Override public Object resume(Object reply) {
          String greeting = "hello ";                         //@20
          Supplier<String> own = () -> name + count;          //@21
          Supplier<String> other = () -> greeting.trim();     //@22
          count++;                                            //@23
          return other.get() + " " + own.get() + text();      //@24
        }
        private String text() { return "!"; }
      }
      """;

  private static Compiled compile(CompileWay way, String owner, String machine) {
    return new LinkCase()
        .source(owner)
        .staticMachine("demo/Greeter", "greet", "(Ljava/lang/String;)Ldemo/Resumable;", machine)
        .compile(way);
  }

  private static MethodNode method(ClassNode node, String name, String descriptor) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findAny()
        .orElseThrow(() -> new AssertionError(node.methods.stream().map(m -> m.name).toList()));
  }

  private static MethodNode resumeOf(Compiled compiled) {
    return method(
        compiled.node("demo.Greeter_greet"), "resume", "(Ljava/lang/Object;)Ljava/lang/Object;");
  }

  private static List<Integer> lines(MethodNode method) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void theOwnerHasTheLines(CompileWay way) throws Throwable {
    Compiled compiled = compile(way, OWNER, MACHINE);
    MethodNode body =
        method(
            compiled.node("demo.Greeter"),
            "greet",
            "(Ldemo/Greeter_greet;Ljava/lang/Object;)Ljava/lang/Object;");
    assertEquals(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, body.access);
    assertEquals(List.of(20, 21, 22, 23, 24), lines(body).stream().distinct().toList());
    assertThat(body.localVariables.stream().map((LocalVariableNode v) -> v.name).toList())
        .containsExactly("machine", "reply", "greeting", "own", "other");

    assertEquals(List.of(), lines(resumeOf(compiled)));
    assertEquals("hello demo1!", compiled.load().run("demo.Greeter", null, "greet", "demo"));
  }

  @ParameterizedTest
  @EnumSource
  void lambdasComeAlong(CompileWay way) {
    Compiled compiled = compile(way, OWNER, MACHINE);
    ClassNode owner = compiled.node("demo.Greeter");
    assertEquals(
        List.of(22),
        lines(method(owner, "lambda$greet$0", "(Ljava/lang/String;)Ljava/lang/String;")));
    assertEquals(
        List.of(21),
        lines(method(owner, "lambda$greet$1", "(Ldemo/Greeter_greet;)Ljava/lang/String;")));
    assertThat(compiled.node("demo.Greeter_greet").methods.stream().map(m -> m.name).toList())
        .containsExactly("<init>", "resume", "text");
  }

  /** What javac wrote of serializable lambdas names the class that they are in. */
  @ParameterizedTest
  @EnumSource
  void aBodyWithASerializableLambdaStays(CompileWay way) throws Throwable {
    Compiled compiled =
        compile(
            way,
            OWNER,
            MACHINE.replace(
                "() -> greeting.trim()",
                "(Supplier<String> & java.io.Serializable) () -> greeting.trim()"));
    assertThat(lines(resumeOf(compiled))).containsAtLeast(20, 24);
    assertEquals("hello demo1!", compiled.load().run("demo.Greeter", null, "greet", "demo"));
  }

  @ParameterizedTest
  @EnumSource
  void anInterfaceMayOwnABody(CompileWay way) throws Throwable {
    Compiled compiled = compile(way, OWNER.replace("class", "interface"), MACHINE);
    assertEquals("hello demo1!", compiled.load().run("demo.Greeter", null, "greet", "demo"));
  }

  /** Together they would have more constants than a class file can hold: 65,535. */
  @ParameterizedTest
  @EnumSource
  void whatIsTooMuchForOneClassStaysInTwo(CompileWay way) throws Throwable {
    Compiled compiled =
        compile(
            way,
            OWNER.replace("return null; }", "return null; }" + methods(20)),
            MACHINE.replace("count++;", "count++;" + " String name;" + texts("machine", 8_000)));
    assertThat(lines(resumeOf(compiled))).contains(24);
    assertEquals("hello demo1!", compiled.load().run("demo.Greeter", null, "greet", "demo"));
  }

  private static String methods(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(" static void m").append(i).append("() {");
      all.append(" String name;");
      all.append(texts("m" + i + "x", 1_300)).append(" }");
    }
    return all.toString();
  }

  /** A constant takes two places, one for itself and one for its text. */
  private static String texts(String name, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(" name = \"").append(name).append(i).append("\";");
    }
    return all.toString();
  }

  private static final String CLASSES =
      """
        static Resumable greet(String name) {
          Supplier<String> first = new Supplier<>() {              //@20
            @Override public String get() { return name; } };      //@21
          class Part { String text() { return "part"; } }          //@22
          Supplier<String> same = new Supplier<>() { @Override public String get() { return "a"; } }, other = new Supplier<>() { @Override public String get() { return "b"; } }; //@23
          String all = first.get() + first.getClass().getName() + new Part().text() + Part.class.getName() + same.get() + same.getClass().getName() + other.get() + other.getClass().getName() + first.getClass().getEnclosingMethod().getName() + first.getClass().isAnonymousClass(); //@24
      """;

  /** javac numbers the classes of the owner one by one, so one more in front makes a difference. */
  @ParameterizedTest
  @EnumSource
  void classesInTheBodyHaveTheirOwnNames(CompileWay way) throws Throwable {
    String owner =
        "package demo;\nimport java.util.function.Supplier;\npublic class Greeter {\n"
            + " static Object earlier() { return new Object() {}; }\n"
            + "\n".repeat(14)
            + CLASSES
            + " return null; } }";
    String machine =
        """
        package demo;
        import java.util.function.Supplier;
        final class Greeter_greet extends Resumable {
          private final String name;
          Greeter_greet(String name) { this.name = name; }
        """
            + CLASSES.replace(
                "static Resumable greet(String name)",
                "@Override public Object resume(Object reply)")
            + " return all; } }";
    Compiled compiled = compile(way, owner, machine);
    assertEquals(
        "demo"
            + "demo.Greeter$2"
            + "part"
            + "demo.Greeter$1Part"
            + "a"
            + "demo.Greeter$3"
            + "b"
            + "demo.Greeter$4"
            + "greet"
            + "true",
        compiled.load().run("demo.Greeter", null, "greet", "demo"));
    if (way != CompileWay.IN_MEMORY) { // which has no deletion
      assertThat(compiled.classes().keySet())
          .containsExactly(
              "demo.Greeter",
              "demo.Greeter$1",
              "demo.Greeter$1Part",
              "demo.Greeter$2",
              "demo.Greeter$3",
              "demo.Greeter$4",
              "demo.Greeter_greet",
              "demo.Resumable");
    }
  }
}
