// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static dev.weft.processor.link.Members.constructor;
import static dev.weft.processor.link.Members.mirror;
import static dev.weft.processor.link.Members.nestmate;
import static dev.weft.processor.link.Members.staticNestmate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivateMembersTest {
  private static final String COUNTER =
      """
      package demo;
      class Counter<T extends Comparable<T>> {
        private static int total = 100;
        private int count = 1;
        private String name = "c";
        Counter() {}
        private Counter(int count, long unused) { this.count = count; }
        private int next(int by) { return count += by; }
        private static String label(Object o) { return "<" + o + ">"; }
        private T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
        Resumable body(T a, T b) {
          Object used = "" + total + name + label(next(1)) + larger(a, b) + new Counter<T>(1, 2L);
          throw new IllegalStateException("not linked: " + used);
        }
      }
      """;

  private static String machine(String statements) {
    return """
        package demo;
        import java.util.function.*;
        final class Counter_body<T extends Comparable<T>> extends Resumable {
          private final Counter<T> self;
          private final T a;
          private final T b;
          Counter_body(Counter<T> self, T a, T b) { this.self = self; this.a = a; this.b = b; }
          @Override public Object resume(Object reply) throws Throwable {
            %s
          }
          private static <T extends Comparable<T>> CounterPrivate<T> hidden(Counter<T> self) {
            throw new AssertionError();
          }
          private static final class CounterPrivate<T extends Comparable<T>> {
            static int total;
            int count;
            String name;
            static <T extends Comparable<T>> Counter<T> create(int count, long unused) {
              throw new AssertionError();
            }
            int next(int by) { throw new AssertionError(); }
            static String label(Object o) { throw new AssertionError(); }
            T larger(T a, T b) { throw new AssertionError(); }
          }
        }
        """
        .formatted(statements);
  }

  private static Object run(CompileWay way, String statements) throws Throwable {
    String counter = "demo/Counter";
    Compiled compiled =
        new LinkCase()
            .source(COUNTER)
            .machine(
                counter,
                "body",
                "(Ljava/lang/Comparable;Ljava/lang/Comparable;)Ldemo/Resumable;",
                machine(statements),
                mirror(
                    "demo/Counter_body$CounterPrivate",
                    counter,
                    staticNestmate(counter, "total", "I"),
                    nestmate(counter, "count", "I"),
                    nestmate(counter, "name", "Ljava/lang/String;"),
                    constructor(counter, "(IJ)Ldemo/Counter;"),
                    nestmate(counter, "next", "(I)I"),
                    staticNestmate(counter, "label", "(Ljava/lang/Object;)Ljava/lang/String;"),
                    nestmate(
                        counter,
                        "larger",
                        "(Ljava/lang/Comparable;Ljava/lang/Comparable;)Ljava/lang/Comparable;")))
            .compile(way);
    if (way == CompileWay.IN_DIRECTORY) {
      assertFalse(compiled.classes().containsKey("demo.Counter_body$CounterPrivate"));
    }
    Compiled.Program program = compiled.load();
    return program.run("demo.Counter", program.make("demo.Counter"), "body", "x", "y");
  }

  @ParameterizedTest
  @EnumSource
  void fieldIsReadAndWritten(CompileWay way) throws Throwable {
    assertEquals(
        "8 c!",
        run(
            way,
            """
            hidden(self).count = 3;
            hidden(self).count += 4;
            hidden(self).count++;
            hidden(self).name += "!";
            return hidden(self).count + " " + hidden(self).name;
            """));
  }

  @ParameterizedTest
  @EnumSource
  void staticFieldIsReadAndWritten(CompileWay way) throws Throwable {
    assertEquals(
        304, run(way, "CounterPrivate.total++; return (CounterPrivate.total += 3) + 200;"));
  }

  @ParameterizedTest
  @EnumSource
  void methodIsCalled(CompileWay way) throws Throwable {
    assertEquals(
        "<6>y",
        run(
            way,
            """
            T larger = hidden(self).larger(a, b);
            return CounterPrivate.label(hidden(self).next(5)) + larger;
            """));
  }

  @ParameterizedTest
  @EnumSource
  void constructorIsCalled(CompileWay way) throws Throwable {
    assertEquals(
        42,
        run(
            way,
            """
            Counter<T> other = CounterPrivate.create(41, 0L);
            hidden(other).count++;
            return hidden(other).count;
            """));
  }

  @ParameterizedTest
  @EnumSource
  void methodReferencesWork(CompileWay way) throws Throwable {
    assertEquals(
        "<12>y7",
        run(
            way,
            """
            IntUnaryOperator next = hidden(self)::next;
            Function<Object, String> label = CounterPrivate::label;
            BinaryOperator<T> larger = hidden(self)::larger;
            BiFunction<Integer, Long, Counter<T>> create = CounterPrivate::create;
            return label.apply(next.applyAsInt(11)) + larger.apply(b, a)
                + hidden(create.apply(7, 0L)).count;
            """));
  }

  @ParameterizedTest
  @EnumSource
  void mirrorsAreReplacedInLambdasAnonymousClassesAndFrames(CompileWay way) throws Throwable {
    assertEquals(
        8,
        run(
            way,
            """
            CounterPrivate<T> kept = hidden(self);
            for (int i = 0; i < 2; i++) {
              Supplier<Integer> lambda = () -> kept.next(1);
              Supplier<Integer> anonymous =
                  new Supplier<Integer>() {
                    @Override public Integer get() {
                      return hidden(self).next(2) + lambda.get() - lambda.get();
                    }
                  };
              CounterPrivate<T> either = i == 0 ? kept : hidden(new Counter<T>());
              kept.count += anonymous.get() + (either == kept ? 0 : 1);
            }
            return kept.count;
            """));
  }
}
