// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static dev.weft.processor.link.Members.inInterface;
import static dev.weft.processor.link.Members.inherited;
import static dev.weft.processor.link.Members.mirror;
import static dev.weft.processor.link.Members.nestmate;
import static dev.weft.processor.link.Members.outer;
import static dev.weft.processor.link.Members.staticNestmate;
import static dev.weft.processor.link.Members.superCall;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All kinds of types that a method can be in. */
class OwnersTest {
  private static final String RETURNS = "()Ldemo/Resumable;";

  /** A machine without variables, of an owner whose mirror declares these members. */
  private static String machine(String name, String owner, String statements, String members) {
    return """
        package demo;
        import java.util.function.*;
        final class %1$s extends Resumable {
          private final %2$s self;
          %1$s(%2$s self) { this.self = self; }
          @Override public Object resume(Object reply) throws Throwable {
            %3$s
          }
          private static Mirror hidden(%2$s self) { throw new AssertionError(); }
          private static final class Mirror {
            %4$s
          }
        }
        """
        .formatted(name, owner, statements, members);
  }

  @ParameterizedTest
  @EnumSource
  void defaultMethodOfAnInterface(CompileWay way) throws Throwable {
    String shape = "demo/Shape";
    Compiled.Program program =
        new LinkCase()
            .source(
                """
                package demo;
                interface Shape extends Named {
                  private int area() { return 6; }
                  private static int scale(int x) { return 2 * x; }
                  @Override default String name() { return "shape"; }
                  default Resumable body() { throw new IllegalStateException("not linked"); }
                }
                interface Named { default String name() { return "named"; } }
                class Square implements Shape {}
                """)
            .machine(
                shape,
                "body",
                RETURNS,
                machine(
                    "Shape_body",
                    "Shape",
                    """
                    IntSupplier area = hidden(self)::area;
                    IntUnaryOperator scale = Mirror::scale;
                    Supplier<String> name = hidden(self)::super_name;
                    return hidden(self).super_name() + Mirror.scale(hidden(self).area())
                        + name.get() + scale.applyAsInt(area.getAsInt());
                    """,
                    """
                    int area() { throw new AssertionError(); }
                    static int scale(int x) { throw new AssertionError(); }
                    String super_name() { throw new AssertionError(); }
                    """),
                mirror(
                    "demo/Shape_body$Mirror",
                    shape,
                    inInterface(nestmate(shape, "area", "()I")),
                    inInterface(staticNestmate(shape, "scale", "(I)I")),
                    inInterface(superCall(shape, "demo/Named", "name", "()Ljava/lang/String;"))))
            .compile(way)
            .load();
    assertEquals("named12named12", program.run("demo.Shape", program.make("demo.Square"), "body"));
  }

  @ParameterizedTest
  @EnumSource
  void record(CompileWay way) throws Throwable {
    Compiled.Program program =
        new LinkCase()
            .source(
                """
                package demo;
                record Point(int x, int y) {
                  private static int count = 7;
                  Resumable body() { throw new IllegalStateException("not linked"); }
                }
                """)
            .machine(
                "demo/Point",
                "body",
                RETURNS,
                machine(
                    "Point_body",
                    "Point",
                    "return hidden(self).x + hidden(self).y + Mirror.count;",
                    "static int count; int x; int y;"),
                mirror(
                    "demo/Point_body$Mirror",
                    "demo/Point",
                    nestmate("demo/Point", "x", "I"),
                    nestmate("demo/Point", "y", "I"),
                    staticNestmate("demo/Point", "count", "I")))
            .compile(way)
            .load();
    assertEquals(10, program.run("demo.Point", program.make("demo.Point", 1, 2), "body"));
  }

  @ParameterizedTest
  @EnumSource
  void enumWithConstantBodies(CompileWay way) throws Throwable {
    Compiled.Program program =
        new LinkCase()
            .source(
                """
                package demo;
                enum Level {
                  LOW(1), HIGH(2) { @Override int bonus() { return 10; } };
                  private final int rank;
                  Level(int rank) { this.rank = rank; }
                  int bonus() { return 0; }
                  Resumable body() { throw new IllegalStateException("not linked"); }
                }
                """)
            .machine(
                "demo/Level",
                "body",
                RETURNS,
                machine(
                    "Level_body",
                    "Level",
                    """
                    switch (self) {
                      case HIGH: return hidden(self).rank + self.bonus();
                      default: return -hidden(self).rank;
                    }
                    """,
                    "int rank;"),
                mirror("demo/Level_body$Mirror", "demo/Level", nestmate("demo/Level", "rank", "I")))
            .compile(way)
            .load();
    Object[] levels = program.type("demo.Level").getEnumConstants();
    assertEquals(-1, program.run("demo.Level", levels[0], "body"));
    assertEquals(12, program.run("demo.Level", levels[1], "body"));
  }

  @ParameterizedTest
  @EnumSource
  void innerClassReachesEnclosingInstances(CompileWay way) throws Throwable {
    Compiled.Program program =
        new LinkCase()
            .source(
                """
                package demo;
                class Outer implements Cloneable {
                  private int secret = 5;
                  Object deep() { return new Middle().new Inner(); }
                  class Middle {
                    int this$0 = 1;
                    private int mine = 30;
                    class Inner {
                      Resumable body() {
                        throw new IllegalStateException("" + Outer.this + Middle.this);
                      }
                    }
                  }
                }
                """)
            .machine(
                "demo/Outer$Middle$Inner",
                "body",
                RETURNS,
                """
                package demo;
                final class Outer_Middle_Inner_body extends Resumable {
                  private final Outer.Middle.Inner self;
                  Outer_Middle_Inner_body(Outer.Middle.Inner self) { this.self = self; }
                  @Override public Object resume(Object reply) throws Throwable {
                    Outer copy = (Outer) hidden(hidden(hidden(self).outer()).outer()).clone();
                    hidden(copy).secret++;
                    return hidden(copy).secret + hidden(hidden(hidden(self).outer()).outer()).secret
                        + hidden(hidden(self).outer()).mine;
                  }
                  private static InnerPrivate hidden(Outer.Middle.Inner self) {
                    throw new AssertionError();
                  }
                  private static MiddlePrivate hidden(Outer.Middle self) {
                    throw new AssertionError();
                  }
                  private static OuterPrivate hidden(Outer self) {
                    throw new AssertionError();
                  }
                  private static final class InnerPrivate {
                    Outer.Middle outer() { throw new AssertionError(); }
                  }
                  private static final class MiddlePrivate {
                    int mine;
                    Outer outer() { throw new AssertionError(); }
                  }
                  private static final class OuterPrivate {
                    int secret;
                    protected Object clone() { throw new AssertionError(); }
                  }
                }
                """,
                mirror(
                    "demo/Outer_Middle_Inner_body$InnerPrivate",
                    "demo/Outer$Middle$Inner",
                    outer("demo/Outer$Middle$Inner", "demo/Outer$Middle")),
                mirror(
                    "demo/Outer_Middle_Inner_body$MiddlePrivate",
                    "demo/Outer$Middle",
                    nestmate("demo/Outer$Middle", "mine", "I"),
                    outer("demo/Outer$Middle", "demo/Outer")),
                mirror(
                    "demo/Outer_Middle_Inner_body$OuterPrivate",
                    "demo/Outer",
                    nestmate("demo/Outer", "secret", "I"),
                    inherited("demo/Outer", "clone", "()Ljava/lang/Object;")))
            .compile(way)
            .load();
    Object outer = program.make("demo.Outer");
    Object inner = program.call("demo.Outer", outer, "deep");
    assertEquals(41, program.run("demo.Outer$Middle$Inner", inner, "body"));
  }
}
