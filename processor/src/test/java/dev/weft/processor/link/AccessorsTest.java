// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static dev.weft.processor.link.Members.declared;
import static dev.weft.processor.link.Members.inherited;
import static dev.weft.processor.link.Members.mirror;
import static dev.weft.processor.link.Members.staticInherited;
import static dev.weft.processor.link.Members.superCall;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.emit.Linkage.Mirror;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Members that not even a nestmate may name: they are reached through the owner. */
class AccessorsTest {
  private static final String BASE =
      """
      package lib;
      public class Base<T extends Comparable<T>> {
        protected static long made = 5;
        protected int size = 1;
        protected double ratio = 0.5;
        protected T[] kept;
        protected T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
        protected static String tag(long a, double b) { return a + "/" + b; }
        protected int grow(int by) { return size += by; }
        protected String name() { return "base"; }
      }
      """;

  private static final String OWNER =
      """
      package demo;
      class Child extends lib.Base<String> implements Left, Right, Cloneable {
        @Override protected String name() { return "child"; }
        @Override public String side() { return "both"; }
        Resumable body() { throw new IllegalStateException("not linked"); }
        Resumable other() { throw new IllegalStateException("not linked"); }
      }
      interface Left { default String side() { return "left"; } }
      interface Right { default String side() { return "right"; } }
      """;

  private static String machine(String name, String statements) {
    return """
        package demo;
        import java.util.function.*;
        final class %s extends Resumable {
          private final Child self;
          %1$s(Child self) { this.self = self; }
          @Override public Object resume(Object reply) throws Throwable {
            %s
          }
          private static ChildPrivate hidden(Child self) { throw new AssertionError(); }
          private static final class ChildPrivate {
            static long made;
            int size;
            double ratio;
            String[] kept;
            String larger(String a, String b) { throw new AssertionError(); }
            String super_larger(String a, String b) { throw new AssertionError(); }
            static String tag(long a, double b) { throw new AssertionError(); }
            int grow(int by) { throw new AssertionError(); }
            protected Object clone() { throw new AssertionError(); }
            String super_name() { throw new AssertionError(); }
            String super_side() { throw new AssertionError(); }
            String super_side2() { throw new AssertionError(); }
          }
        }
        """
        .formatted(name, statements);
  }

  private static Mirror members(String machine) {
    String child = "demo/Child";
    String string = "()Ljava/lang/String;";
    String strings = "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;";
    String comparables = strings.replace("String", "Comparable");
    return mirror(
        "demo/" + machine + "$ChildPrivate",
        child,
        staticInherited(child, "made", "J"),
        inherited(child, "size", "I"),
        inherited(child, "ratio", "D"),
        staticInherited(child, "tag", "(JD)Ljava/lang/String;"),
        declared(inherited(child, "kept", "[Ljava/lang/String;"), "[Ljava/lang/Comparable;"),
        declared(inherited(child, "larger", strings), comparables),
        declared(superCall(child, "lib/Base", "larger", strings), comparables),
        inherited(child, "grow", "(I)I"),
        inherited(child, "clone", "()Ljava/lang/Object;"),
        superCall(child, "lib/Base", "name", string),
        Members.named(
            "super_side", Members.inInterface(superCall(child, "demo/Left", "side", string))),
        Members.named(
            "super_side2", Members.inInterface(superCall(child, "demo/Right", "side", string))));
  }

  private static Compiled compile(CompileWay way, String body, String other) {
    return new LinkCase()
        .source(BASE)
        .source(OWNER)
        .machine(
            "demo/Child",
            "body",
            "()Ldemo/Resumable;",
            machine("Child_body", body),
            members("Child_body"))
        .machine(
            "demo/Child",
            "other",
            "()Ldemo/Resumable;",
            machine("Child_other", other),
            members("Child_other"))
        .compile(way);
  }

  private static Object run(CompileWay way, String statements) throws Throwable {
    Compiled.Program program = compile(way, statements, "return null;").load();
    return program.run("demo.Child", program.make("demo.Child"), "body");
  }

  @ParameterizedTest
  @EnumSource
  void protectedFieldsAreReadAndWritten(CompileWay way) throws Throwable {
    assertEquals(
        "12 1.25 8",
        run(
            way,
            """
            hidden(self).size = 3;
            hidden(self).size = hidden(self).size++ + 4;
            hidden(self).size += 5;
            hidden(self).ratio += 0.75;
            ChildPrivate.made += 3;
            return hidden(self).size + " " + hidden(self).ratio + " " + ChildPrivate.made;
            """));
  }

  @ParameterizedTest
  @EnumSource
  void protectedMethodsAreCalled(CompileWay way) throws Throwable {
    assertEquals(
        "4 3/0.5 true",
        run(
            way,
            """
            Child twin = (Child) hidden(self).clone();
            return hidden(twin).grow(3) + " " + ChildPrivate.tag(3, 0.5)
                + " " + (hidden(self).size == 1);
            """));
  }

  @ParameterizedTest
  @EnumSource
  void membersOfAGenericSuperclassAreReached(CompileWay way) throws Throwable {
    assertEquals(
        "cbc",
        run(
            way,
            """
            hidden(self).kept = new String[] {"a", hidden(self).larger("b", "c")};
            BinaryOperator<String> larger = hidden(self)::larger;
            return hidden(self).kept[1] + hidden(self).super_larger("a", "b")
                + larger.apply("c", "b");
            """));
  }

  @ParameterizedTest
  @EnumSource
  void superMethodsAreCalled(CompileWay way) throws Throwable {
    assertEquals(
        "base left right",
        run(
            way,
            """
            return hidden(self).super_name() + " " + hidden(self).super_side()
                + " " + hidden(self).super_side2();
            """));
  }

  @ParameterizedTest
  @EnumSource
  void methodReferencesWork(CompileWay way) throws Throwable {
    assertEquals(
        "base right 8",
        run(
            way,
            """
            Supplier<String> name = hidden(self)::super_name;
            Supplier<String> side = hidden(self)::super_side2;
            IntUnaryOperator grow = hidden(self)::grow;
            return name.get() + " " + side.get() + " " + grow.applyAsInt(7);
            """));
  }

  @ParameterizedTest
  @EnumSource
  void machinesShareAccessors(CompileWay way) throws Throwable {
    String use = "hidden(self).grow(1); return hidden(self).size;";
    Compiled compiled = compile(way, use, use);

    Compiled.Program program = compiled.load();
    Object child = program.make("demo.Child");
    assertEquals(2, program.run("demo.Child", child, "body"));
    assertEquals(3, program.run("demo.Child", child, "other"));
    List<String> accessors =
        compiled.node("demo.Child").methods.stream()
            .map(method -> method.name + method.desc)
            .filter(name -> name.startsWith("weft$"))
            .toList();
    assertEquals(
        List.of("weft$call_grow(Ldemo/Child;I)I", "weft$get_size(Ldemo/Child;)I"), accessors);
  }
}
