// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.emit.Linkage.Access;
import dev.weft.processor.emit.Linkage.Hidden;
import dev.weft.processor.graph.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members that only their class may name. */
class MirrorsTest {
  private static final String SOURCE =
      """
      package p;

      class Box<T extends Comparable<T>> extends java.io.FilterInputStream implements Shape {
        private static final int MAX = 3;
        private static int total;
        private int count;
        private T value;

        private Box(T value) {
          super(null);
        }

        private <R> R convert(java.util.function.Function<? super T, R> f, R... more)
            throws java.io.IOException {
          return null;
        }

        dev.weft.Coroutine<Void> run(Box<T> other) {
          return null;
        }

        class Inner {
          dev.weft.Coroutine<Void> deep() {
            return null;
          }
        }
      }

      interface Shape {
        private int secret(int a) {
          return 0;
        }

        default void hello() {}

        default dev.weft.Coroutine<Void> draw() {
          return null;
        }
      }
      """;

  @Test
  void declaresExactlyWhatIsUsed() {
    Sketch sketch = new Sketch(SOURCE, "p.Box.run");
    sketch.blocks(16, "start");
    sketch
        .at("start")
        .run(16, "«PRIVATE p.Box.total».total += «PRIVATE p.Box.MAX».MAX;")
        .run(16, "«PRIVATE p.Box.count: «this»».count++;")
        .run(16, "«PRIVATE p.Box.value: «other»».value = null;")
        .run(16, "String s = «PRIVATE p.Box.convert: «this»».<String>convert(t -> \"\" + t);")
        .run(16, "«CONSTRUCTOR p.Box.<init>».create(\"\");")
        .run(16, "java.io.InputStream in = «PROTECTED p.Box.in: «this»».in;")
        .run(16, "«SUPER p.Box.close: «this»».super_close();")
        .run(16, "«SUPER p.Box.hello: «this»».super_hello();")
        .result(16, null);
    Emitted emitted = Machines.compiled(sketch);
    String source = emitted.source();
    assertEquals(
        """
        private static <T extends Comparable<T>> BoxPrivate<T> hidden(Box<T> self) {
          throw new AssertionError();
        }

        /**
         * What only Box may name. The linker puts Box in the place of this class.
         */
        private static final class BoxPrivate<T extends Comparable<T>> {
          static int total;

          static final int MAX = 3;

          int count;

          T value;

          InputStream in;

          <R> R convert(Function<? super T, R> f, R... more) throws IOException {
            throw new AssertionError();
          }

          static <T extends Comparable<T>> Box<T> create(T value) {
            throw new AssertionError();
          }

          void super_close() throws IOException {
            throw new AssertionError();
          }

          void super_hello() {
            throw new AssertionError();
          }
        }
        """,
        behind(source, "  private static <T"));
    Linkage.Mirror mirror = emitted.linkage().mirrors().get(0);
    assertEquals("p/Box_run$BoxPrivate", mirror.mirror());
    assertEquals("p/Box", mirror.target());
    assertEquals(
        List.of(
            field("total", "I", true, Access.NESTMATE),
            field("MAX", "I", true, Access.NESTMATE),
            field("count", "I", false, Access.NESTMATE),
            field("value", "Ljava/lang/Comparable;", false, Access.NESTMATE),
            new Hidden(
                "convert",
                "(Ljava/util/function/Function;[Ljava/lang/Object;)Ljava/lang/Object;",
                false,
                false,
                Access.NESTMATE,
                "p/Box",
                "p/Box",
                false,
                "convert",
                "(Ljava/util/function/Function;[Ljava/lang/Object;)Ljava/lang/Object;"),
            new Hidden(
                "create",
                "(Ljava/lang/Comparable;)Lp/Box;",
                false,
                true,
                Access.CONSTRUCTOR,
                "p/Box",
                "p/Box",
                false,
                "<init>",
                "(Ljava/lang/Comparable;)V"),
            field("in", "Ljava/io/InputStream;", false, Access.PROTECTED),
            superCall("close", "java/io/FilterInputStream", false),
            superCall("hello", "p/Shape", true)),
        mirror.members());
  }

  /** From {@code start} to the end of the class. */
  private static String behind(String source, String start) {
    String rest = source.substring(source.indexOf(start), source.lastIndexOf('}'));
    return rest.stripTrailing().stripIndent() + "\n";
  }

  private static Hidden field(String name, String type, boolean isStatic, Access access) {
    return new Hidden(name, type, true, isStatic, access, "p/Box", "p/Box", false, name, type);
  }

  private static Hidden superCall(String name, String declaring, boolean isInterface) {
    return new Hidden(
        "super_" + name,
        "()V",
        false,
        false,
        Access.SUPER,
        "p/Box",
        declaring,
        isInterface,
        name,
        "()V");
  }

  @Test
  void mirrorsInterfacesByInterfaces() {
    Sketch sketch = new Sketch(SOURCE, "p.Shape.draw");
    sketch.blocks(33, "start");
    sketch
        .at("start")
        .run(33, "int i = «PRIVATE p.Shape.secret: «this»».secret(1);")
        .result(33, null);
    Emitted emitted = Machines.compiled(sketch);
    String source = emitted.source();
    assertEquals(
        """
        private interface ShapePrivate {
          default int secret(int a) {
            throw new AssertionError();
          }
        }
        """,
        behind(source, "  private interface"));
    Hidden secret = emitted.linkage().mirrors().get(0).members().get(0);
    assertEquals(true, secret.isInterface());
  }

  @Test
  void seesGenericSupertypesWithTheHostsArguments() {
    Sketch sketch =
        new Sketch(
            """
            package p;

            class Names extends java.util.concurrent.RecursiveTask<String> {
              protected String compute() {
                return "";
              }

              dev.weft.Coroutine<Void> run() {
                return null;
              }
            }
            """,
            "p.Names.run");
    sketch.blocks(9, "start");
    sketch
        .at("start")
        .run(9, "String s = «SUPER p.Names.getRawResult: «this»».super_getRawResult();")
        .run(9, "«PROTECTED p.Names.setRawResult: «this»».setRawResult(s);")
        .result(9, null);
    Hidden hidden = Machines.compiled(sketch).linkage().mirrors().get(0).members().get(0);
    assertEquals("()Ljava/lang/String;", hidden.mirrorDescriptor());
    assertEquals("()Ljava/lang/Object;", hidden.descriptor());
    assertEquals("java/util/concurrent/RecursiveTask", hidden.declaring());
  }

  @Test
  void reachesTheEnclosingInstance() {
    Sketch sketch = new Sketch(SOURCE, "p.Box.Inner.deep");
    sketch.blocks(20, "start");
    sketch
        .at("start")
        .run(20, "«PRIVATE p.Box.count: «OUTER p.Box.Inner.x: «this»».outer()».count++;")
        .result(20, null);
    Emitted emitted = Machines.compiled(sketch);
    String source = emitted.source();
    assertEquals(true, source.contains("hidden(hidden(self).outer()).count++;"), source);
    assertEquals(
        """
        private static final class InnerPrivate<T extends Comparable<T>> {
          Box<T> outer() {
            throw new AssertionError();
          }
        }
        """,
        behind(source, "  private static final class InnerPrivate").split("\n\n")[0]);
    Linkage.Mirror inner = emitted.linkage().mirrors().get(1);
    assertEquals("p/Box$Inner", inner.target());
    assertEquals("()Lp/Box;", inner.members().get(0).mirrorDescriptor());
  }
}
