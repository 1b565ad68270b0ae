// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A user debugs a program whose awaits suspend. Breakpoints are set on the user's classes, by name
 * and line, as IDEs set them.
 */
@Execution(ExecutionMode.SAME_THREAD)
class BreakpointsTest {
  private static final String PROGRAM =
      """
      package shop;

      import static dev.weft.Weft.*;

      import dev.weft.Async;
      import dev.weft.Coroutine;
      import dev.weft.Generator;
      import java.util.function.Supplier;

      class Shop {
        private int sold = 7;

        @Async
        static Coroutine<Integer> price(String name) {
          int length = name.length(); // line 15
          await(yieldNow()); // line 16
          return done(length * 10); // line 17
        }

        @Async
        Coroutine<Integer> total(String first, String second) {
          int before = sold;
          int one = await(price(first)); // line 23
          int two = await(price(second)); // line 24
          Supplier<String> text = () -> first + second + before; // line 25
          sold = one + two; // line 26
          Object show =
              new Object() {
                @Override
                public String toString() {
                  return text.get(); // line 31
                }
              };
          try {
            await(yieldNow()); // line 35
            throw new IllegalStateException(show.toString()); // line 36
          } catch (IllegalStateException e) {
            sold++; // line 38
          } finally {
            await(yieldNow()); // line 40
            sold++; // line 41
          }
          return done(sold); // line 43
        }

        @Async
        static Generator<Integer> twice(int value) {
          emit(value); // line 48
          emit(2 * value); // line 49
          return done();
        }

        public static void main(String[] args) {
          run(new Shop().total("tea", "cake")); // line 54
          for (int value : twice(4)) {
            System.out.println(value); // line 56
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Debugger debugger;

  @BeforeEach
  void launch() throws IOException {
    debugger = Debugger.launch(Programs.compile(folder, "shop.Shop", PROGRAM), "shop.Shop");
  }

  @AfterEach
  void end() {
    debugger.close();
  }

  private Stop stop() {
    return assertNotNullStop(debugger.resume());
  }

  private static Stop assertNotNullStop(Stop stop) {
    assertNotNull(stop);
    assertEquals("Shop.java", stop.file());
    return stop;
  }

  /** Each breakpoint of the class, in the order in which the program comes to it. */
  @Test
  void eachLineIsStoppedAtOnceEachTimeItRuns() {
    for (int line : List.of(15, 16, 17, 23, 24, 25, 26, 35, 36, 38, 40, 41, 43, 48, 49, 56)) {
      debugger.breakAt("shop.Shop", line);
    }
    List<String> stops = new ArrayList<>();
    for (Stop stop = debugger.resume(); stop != null; stop = debugger.resume()) {
      assertEquals(1, stop.hits());
      stops.add(stop.method() + ":" + stop.line());
    }
    assertEquals(
        List.of(
            "total:23",
            "price:15",
            "price:16",
            "price:17",
            "total:24",
            "price:15",
            "price:16",
            "price:17",
            "total:25",
            "total:26",
            "total:35",
            "total:36",
            "lambda$total$0:25",
            "total:38",
            "total:40",
            "total:41",
            "total:43",
            "twice:48",
            "main:56",
            "twice:49",
            "main:56"),
        stops);
  }

  @Test
  void anAnonymousClassHasItsOwnName() {
    debugger.breakAt("shop.Shop$1", 31);
    Stop stop = stop();
    assertEquals("shop.Shop$1.toString(Shop.java:31)", stop.toString());
    assertThat(stop.frames().get(1)).isEqualTo("shop.Shop.total:36");
  }

  @Test
  void framesReadAsThoseOfPlainJava() {
    debugger.breakAt("shop.Shop", 15);
    assertThat(stop().frames().stream().filter(frame -> frame.startsWith("shop.Shop.")).toList())
        .containsExactly("shop.Shop.price:15", "shop.Shop.total:23", "shop.Shop.main:54")
        .inOrder();
  }

  /** What lives across an await is a field of the machine, the rest are locals. */
  @Test
  void variablesHaveTheUsersNamesAndValues() {
    debugger.breakAt("shop.Shop", 17);
    Stop behind = stop();
    assertThat(behind.locals()).containsKey("machine");
    assertThat(behind.fieldsOf("machine")).containsEntry("length", "3");

    debugger.breakAt("shop.Shop", 26);
    debugger.clear(behind);
    Stop stop = stop();
    Map<String, String> fields = stop.fieldsOf("machine");
    assertThat(fields).containsEntry("one", "30");
    assertThat(fields).containsEntry("second", "cake");
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(stop.locals());
    assertThat(all).containsEntry("two", "40");
    assertThat(all).containsKey("text");
    assertThat(all).containsKey("self");
  }

  @Test
  void stepsWithinAMethodAreThoseOfPlainJava() {
    debugger.breakAt("shop.Shop", 25);
    Stop stop = assertNotNullStop(debugger.stepOver(stop()));
    assertEquals("total:26", stop.method() + ":" + stop.line());
  }

  @Test
  void aStepIntoAnAwaitedMethodStopsInItsBody() {
    debugger.breakAt("shop.Shop", 23);
    Stop stop = assertNotNullStop(debugger.stepInto(stop()));
    assertEquals("price:15", stop.method() + ":" + stop.line());
    stop = assertNotNullStop(debugger.stepOver(stop));
    assertEquals("price:16", stop.method() + ":" + stop.line());
  }

  /** An await that suspends leaves the method, so a step over it runs to where the user waits. */
  @Test
  void aStepOverASuspendingAwaitRunsToTheNextBreakpoint() {
    debugger.breakAt("shop.Shop", 24);
    debugger.breakAt("shop.Shop", 25);
    Stop stop = stop();
    assertEquals("total:24", stop.method() + ":" + stop.line());
    Stop over = assertNotNullStop(debugger.stepOver(stop));
    assertEquals("total:25", over.method() + ":" + over.line());
    assertTrue(over.isBreakpoint());
  }
}
