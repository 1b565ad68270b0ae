// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
  private static Map<String, String> variables(
      boolean observes, String owner, JavaFileObject... sources) {
    List<Map<String, String>> dumps = new ArrayList<>();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(
                new AttributingProcessor(
                    List.of(owner),
                    observes,
                    result -> {
                      assertThat(result.errors()).isEmpty();
                      result.units().forEach(unit -> dumps.add(TypeDump.variables(unit)));
                    }))
            .compile(sources);
    assertThat(compilation.errors()).isEmpty();
    assertThat(dumps).hasSize(1);
    return dumps.get(0);
  }

  @Test
  void typesOfAUnitByItself() {
    Map<String, String> types =
        variables(
            true,
            "p.A",
            JavaFileObjects.forSourceString(
                "p.A",
                """
                package p;
                import java.util.*;
                class A {
                  void m(List<? extends Number> numbers) {
                    for (var e : Map.of(1, List.of("")).entrySet()) { var v = e.getValue(); }
                  }
                }
                """));
    assertThat(types).containsEntry("v", "java.util.List<java.lang.String>");
    assertThat(types)
        .containsEntry(
            "e", "java.util.Map.Entry<java.lang.Integer,java.util.List<java.lang.String>>");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherSourceClasses(boolean observes) {
    Map<String, String> types =
        variables(
            observes,
            "p.A",
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
        variables(
            true,
            "p.A",
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
}
