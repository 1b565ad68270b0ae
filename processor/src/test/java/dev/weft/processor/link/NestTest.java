// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static dev.weft.processor.link.Members.mirror;
import static dev.weft.processor.link.Members.nestmate;
import static dev.weft.processor.link.Members.staticNestmate;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several machines of several owners in one nest, and classes inside machines. */
class NestTest {
  private static final String OWNER =
      """
      package demo;
      class Outer {
        private static int secret = 3;
        static class Inner {
          private int mine = 4;
          Resumable one() { throw new IllegalStateException("not linked"); }
        }
        static Resumable two() { throw new IllegalStateException("not linked"); }
      }
      """;

  private static final String ONE =
      """
      package demo;
      import java.util.function.Supplier;
      final class Outer_Inner_one extends Resumable {
        private final Outer.Inner self;
        Outer_Inner_one(Outer.Inner self) { this.self = self; }
        @Override public Object resume(Object reply) {
          class Local {
            private final Supplier<Integer> sum =
                new Supplier<Integer>() {
                  @Override public Integer get() {
                    return hidden(self).mine + OuterPrivate.secret;
                  }
                };
          }
          return new Local().sum.get();
        }
        private static InnerPrivate hidden(Outer.Inner self) { throw new AssertionError(); }
        private static final class InnerPrivate { int mine; }
        private static final class OuterPrivate { static int secret; }
      }
      """;

  private static final String TWO =
      """
      package demo;
      final class Outer_two extends Resumable {
        @Override public Object resume(Object reply) { return -OuterPrivate.secret; }
        private static final class OuterPrivate { static int secret; }
      }
      """;

  private static Compiled compile(CompileWay way) {
    return new LinkCase()
        .source(OWNER)
        .machine(
            "demo/Outer$Inner",
            "one",
            "()Ldemo/Resumable;",
            ONE,
            mirror(
                "demo/Outer_Inner_one$InnerPrivate",
                "demo/Outer$Inner",
                nestmate("demo/Outer$Inner", "mine", "I")),
            mirror(
                "demo/Outer_Inner_one$OuterPrivate",
                "demo/Outer",
                staticNestmate("demo/Outer", "secret", "I")))
        .staticMachine(
            "demo/Outer",
            "two",
            "()Ldemo/Resumable;",
            TWO,
            mirror(
                "demo/Outer_two$OuterPrivate",
                "demo/Outer",
                staticNestmate("demo/Outer", "secret", "I")))
        .compile(way);
  }

  @ParameterizedTest
  @EnumSource
  void machinesRun(CompileWay way) throws Throwable {
    Compiled.Program program = compile(way).load();
    assertEquals(7, program.run("demo.Outer$Inner", program.make("demo.Outer$Inner"), "one"));
    assertEquals(-3, program.run("demo.Outer", null, "two"));
  }

  @ParameterizedTest
  @EnumSource
  void machinesAndTheirClassesAreOfTheOwnersNest(CompileWay way) {
    Class<?> outer = compile(way).load().type("demo.Outer");
    assertEquals(
        List.of(
            "demo.Outer",
            "demo.Outer$Inner",
            "demo.Outer_Inner_one",
            "demo.Outer_Inner_one$1Local",
            "demo.Outer_Inner_one$1Local$1",
            "demo.Outer_two"),
        Arrays.stream(outer.getNestMembers()).map(Class::getName).sorted().toList());
  }

  @ParameterizedTest
  @EnumSource
  void noClassNamesAMirror(CompileWay way) {
    Compiled compiled = compile(way);
    for (String name : compiled.classes().keySet()) {
      if (name.contains("Private")) {
        assertTrue(way == CompileWay.IN_MEMORY, name);
      } else {
        String pool = new String(compiled.classes().get(name), ISO_8859_1);
        assertFalse(pool.contains("Private"), name);
      }
    }
  }
}
