// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.palantir.javapoet.ClassName;
import dev.weft.processor.emit.UnsupportedCodeException.Reason;
import dev.weft.processor.graph.PrivateTypes;
import dev.weft.processor.graph.Sketch;
import dev.weft.processor.graph.Variable;
import java.util.HashSet;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** Types that have a name, and types that have none. */
class TypeNamesTest {
  private static final String SOURCE =
      """
      package p;

      import java.util.*;

      class Outer<T, U> {
        class Inner<U> {
          <T extends Number & Comparable<T>> dev.weft.Coroutine<U> work(T t, List<U> us) {
            return null;
          }
        }

        private static class Secret {}
      }

      class Types<A> {
        List<? extends Number> numbers;
        List<? super Integer> integers;
        Class<?> type;
        Map<String, List<? extends Number>> map;
        Outer<String, ?>.Inner<int[]> inner;
        Enum<?> constant;
      }
      """;

  private final Sketch sketch = new Sketch(SOURCE, "p.Outer.Inner.work");
  private final TypeNames names =
      new TypeNames(
          sketch.types(),
          sketch.elements().getPackageOf(sketch.type("p.Outer")),
          Map.of(),
          parameter -> false,
          new StandIns(
              new PrivateTypes(sketch.types(), sketch.graph()),
              ClassName.get("p", "Outer_work"),
              new HashSet<>()));

  private TypeMirror captured(String field) {
    return sketch.types().capture(sketch.typeOf(field));
  }

  private TypeMirror argument(String field) {
    return ((DeclaredType) captured(field)).getTypeArguments().get(0);
  }

  @Test
  void turnsCapturedWildcardsIntoTheirBounds() {
    assertEquals("java.lang.Number", names.of(argument("numbers")).toString());
    assertEquals("java.lang.Object", names.of(argument("integers")).toString());
    assertEquals(
        "java.util.List<? extends java.lang.Number>", names.of(captured("numbers")).toString());
    assertEquals(
        "java.util.List<? super java.lang.Integer>", names.of(captured("integers")).toString());
    assertEquals("java.lang.Class<?>", names.of(captured("type")).toString());
    assertEquals(
        "java.lang.Enum<? extends java.lang.Enum<?>>", names.of(captured("constant")).toString());
  }

  @Test
  void namesInnerClassesOfGenericOnes() {
    assertEquals(
        "p.Outer<java.lang.String, ?>.Inner<int[]>", names.of(sketch.typeOf("inner")).toString());
  }

  @Test
  void renamesHiddenTypeVariables() {
    sketch.blocks(7, "start");
    sketch.at("start").run(7, "Object o = «t»;").result(7, null);
    Emitted emitted = Machines.compiled(sketch);
    assertEquals(
        """
        private static final int[] LINES = {7};

        private Outer<T1, U1>.Inner<U> self;

        private T t;

        private List<U> us;

        Outer_Inner_work(Outer<T1, U1>.Inner<U> self, T t, List<U> us) {
          this.self = self;
          this.t = t;
          this.us = us;
        }
        """,
        Machines.fields(emitted));
    assertEquals(
        true,
        emitted
            .source()
            .contains("class Outer_Inner_work<T1, U1, U, T extends Number & Comparable<T>>"),
        emitted.source());
  }

  @Test
  void reportsAFieldWhoseTypeHasNoName() {
    sketch.variable("hidden", intersection(), Variable.Kind.LOCAL);
    sketch.blocks(7, "start", "next");
    sketch.at("start").declare(8, "hidden", "null").await(7, "null", "next");
    sketch.at("next").run(7, "use(«hidden»);").result(7, null);
    UnsupportedCodeException e =
        assertThrows(UnsupportedCodeException.class, () -> Machines.emitted(sketch));
    assertEquals(Reason.UNNAMEABLE_TYPE, e.reason());
    assertSame(sketch.variable("hidden"), e.variable());
    assertEquals(8, e.line());
  }

  @Test
  void namesAPrivateTypeByItsStandIn() {
    TypeMirror secret = sketch.type("p.Outer.Secret").asType();
    assertEquals("p.Outer_work.Secret", names.of(secret).toString());
  }

  @Test
  void losesNothingOfAnIntersectionInADeclaration() {
    assertEquals("java.lang.Number", names.of(intersection()).toString());
    assertThrows(UnsupportedCodeException.class, () -> names.exact(intersection()));
  }

  private TypeMirror intersection() {
    ExecutableElement work =
        ElementFilter.methodsIn(sketch.type("p.Outer.Inner").getEnclosedElements()).get(0);
    return ((ExecutableType) work.asType()).getTypeVariables().get(0).getUpperBound();
  }
}
