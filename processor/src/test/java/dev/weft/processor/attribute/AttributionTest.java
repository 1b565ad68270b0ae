// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything in memory, as in an IDE. */
class AttributionTest {
  private final Attributed attributed = new Attributed();

  private Map<String, String> types(AttributingProcessor processor, JavaFileObject... sources) {
    Compilation compilation = Compiler.javac().withProcessors(processor).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.isClean()).isTrue();
    return attributed.types();
  }

  @Test
  void typesOfAUnitByItself() {
    Map<String, String> types =
        types(
            attributed.processor("p.A"),
            JavaFileObjects.forSourceString(
                "p.A",
                """
                package p;
                import java.util.*;
                class A {
                  void m(List<? extends Number> numbers) {
                    for (var e : Map.of(1, List.of("")).entrySet()) { var v = e.getValue(); }
                    var o = new Object() { int inside = 1; };
                    int k = o.inside;
                  }
                  record R(int x, String y) { R { if (x < 0) throw new Error(); } }
                }
                """));
    assertThat(types).containsEntry("v", "java.util.List<java.lang.String>");
    assertThat(types)
        .containsEntry(
            "e", "java.util.Map.Entry<java.lang.Integer,java.util.List<java.lang.String>>");
    assertThat(types).containsEntry("k", "int");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherSourceClasses(boolean observes) {
    Map<String, String> types =
        types(
            observes ? attributed.processor("p.A") : attributed.forgetfulProcessor("p.A"),
            JavaFileObjects.forSourceString(
                "p.A",
                """
                package p;
                class A {
                  void m(q.B<String> b) {
                    var deep = b.c().d().e();
                    var n = b.new Inner<Long>(3).pair();
                  }
                }
                """),
            JavaFileObjects.forSourceString(
                "q.B",
                """
                package q;
                public class B<T> {
                  public C<T> c() { return null; }
                  public class Inner<S> {
                    public Inner(int i) {}
                    public java.util.Map<T, S> pair() { return null; }
                  }
                }
                """),
            JavaFileObjects.forSourceString(
                "q.C", "package q; public class C<T> { public r.D<T> d() { return null; } }"),
            JavaFileObjects.forSourceString("r.D", "package r; public interface D<T> { T e(); }"));
    assertThat(types).containsEntry("deep", "java.lang.String");
    assertThat(types).containsEntry("n", "java.util.Map<java.lang.String,java.lang.Long>");
  }

  @Test
  void libraries() {
    Map<String, String> types =
        types(
            attributed.processor("p.A"),
            JavaFileObjects.forSourceString(
                "p.A",
                """
                package p;
                import com.google.common.collect.*;
                class A {
                  void m() { var x = ImmutableListMultimap.of(1, "").asMap().keySet(); }
                }
                """));
    assertThat(types)
        .containsEntry("x", "com.google.common.collect.ImmutableSet<java.lang.Integer>");
  }

  @Test
  void classesOfTheUnnamedPackage() {
    Map<String, String> types =
        types(
            attributed.processor("A", "C"),
            JavaFileObjects.forSourceString("A", "class A { void m(B b) { var x = b.f; } }"),
            JavaFileObjects.forSourceString("B", "class B { long f; }"),
            JavaFileObjects.forSourceString("C", "class C { { var y = new A() {}; } }"));
    assertThat(types).containsEntry("x", "long");
  }
}
