// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources that do not survive attribution in place: each breaks the user's own compile on some JDK.
 */
class ByteIdentityTest {
  private static final List<String> SOURCES =
      List.of(
          """
          package p;
          enum State {
            ON { @Override State flip() { return OFF; } },
            OFF { @Override State flip() { var o = new Object() { State s = ON; }; return o.s; } };
            abstract State flip();
          }
          """,
          """
          package p;
          record Range<T extends Comparable<T>>(T from, T to) {
            Range {
              if (from.compareTo(to) > 0) { throw new IllegalArgumentException(); }
              java.util.function.Supplier<T> s = () -> from;
            }
            Range(T only) { this(only, only); }
          }
          """,
          """
          package p;
          sealed interface Shape permits Shape.Dot, Shape.Line {
            record Dot(int x) implements Shape {}
            non-sealed class Line implements Shape {
              class Inner<S> { S s; Inner(S s) { this.s = s; } }
            }
            int LENGTH = "constant".length() + Limits.MAX;
          }
          """,
          """
          package p;
          @interface Limits {
            int MAX = 3 * 7;
            boolean FLAG = MAX > 5;
            char C = 'c';
            String[] names() default {"a", "b"};
            Class<?> type() default Limits.class;
            State state() default State.ON;
            Deprecated nested() default @Deprecated(since = "x");
          }
          """,
          """
          package p;
          import java.util.*;
          import java.util.function.*;
          import java.util.stream.*;
          @Limits(names = {})
          class Use<K extends Comparable<? super K>, V extends Number & Runnable> {
            private final Map<K, List<? extends V>> map = new TreeMap<>();
            static final int SIZE = Limits.MAX + Shape.LENGTH;
            class Inner { class Deep<X> { Map<X, K> both; } }
            Use<K, V>.Inner.Deep<String> deep;
            <E extends Exception> void raise(E e) throws E { throw e; }
            @SafeVarargs static <T> List<T> list(T... all) { return List.of(all); }
            int m(Shape s, Range<Integer> range) {
              var o = new Object() { int total; void add(int n) { total += n; } };
              Stream.of(1, 2).map(i -> range.from() + i).forEach(o::add);
              BiFunction<Integer, Integer, Integer> plus = (a, b) -> { var c = a + b; return c; };
              var inner = new Shape.Line().new Inner<>(o);
              switch (State.ON) { case ON: o.add(1); default: o.add(plus.apply(1, 2)); }
              var grouped = list("a", "b").stream().collect(Collectors.groupingBy(x -> x.length()));
              if (s instanceof Shape.Dot dot && dot.x() > 0) { o.add(dot.x()); }
              var bounds = map.values().iterator().next().get(0);
              var local = new Use<K, V>() { @Override int m(Shape t, Range<Integer> r) { return 1; } };
              return switch (s.hashCode()) { case Limits.MAX -> { yield inner.s.total; } default -> 0; };
            }
          }
          """);

  @TempDir Path directory;

  private JavacRun run(String where) {
    JavacRun run = new JavacRun(directory.resolve(where));
    for (int i = 0; i < SOURCES.size(); i++) {
      // Not named after the classes, which are all package-private.
      run.source("p/Unit" + i + ".java", SOURCES.get(i));
    }
    return run;
  }

  private void check(String where, String... owners) {
    Attributed attributed = new Attributed();
    JavacRun.Outcome without = run("without").options("-proc:none").run();
    JavacRun.Outcome with = run(where).processors(attributed.processor(owners)).run();
    assertThat(without.output()).isEmpty();
    assertThat(with.output()).isEmpty();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.isClean()).isTrue();
    assertThat(with.classes()).isEqualTo(without.classes());
  }

  @Test
  void allAsText() {
    check("all", "p.State", "p.Range", "p.Shape", "p.Limits", "p.Use");
  }

  @Test
  void oneAsTextAndTheOthersAsHeaders() {
    check("use", "p.Use");
    check("shape", "p.Shape");
    check("limits", "p.Limits");
  }
}
