// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A user steps through a program whose awaits suspend, with {@code -Ddev.weft.debug=true}: all is
 * as if they blocked, though another task runs meanwhile.
 */
@Execution(ExecutionMode.SAME_THREAD)
class SteppingTest {
  private static final String PROGRAM =
      """
      package shop;

      import static dev.weft.Weft.*;

      import dev.weft.*;
      import java.time.Duration;
      import java.util.concurrent.CompletableFuture;

      class Shop {
        @Async
        static Coroutine<Integer> price(String name) {
          int length = name.length(); // line 12
          await(sleep(Duration.ofMillis(1))); // line 13
          return done(length * 10); // line 14
        }

        @Async
        static Coroutine<Integer> total(String first, String second) {
          Task<Integer> other = await(spawn("ticks", ticks())); // line 19
          int sum = await(price(first)) // line 20
              + await(price(second)); // line 21
          for (int i = 0; i < 2; i++) { // line 22
            sum += await(price("x")); // line 23
          }
          try {
            await(CompletableFuture.runAsync(() -> {})); // line 26
            await(fails()); // line 27
          } catch (IllegalStateException e) {
            sum++; // line 29
          } finally {
            await(yieldNow()); // line 31
          }
          sum += await(other); // line 33
          return done(sum); // line 34
        }

        @Async
        static Coroutine<Void> fails() {
          await(yieldNow()); // line 39
          throw new IllegalStateException(); // line 40
        }

        @Async
        static Coroutine<Integer> ticks() {
          int count = 0;
          for (int i = 0; i < 20; i++) { // line 46
            await(sleep(Duration.ofMillis(1))); // line 47
            count++; // line 48
          }
          return done(count); // line 50
        }

        public static void main(String[] args) {
          System.out.println(run(total("tea", "cake"))); // line 54
        }
      }
      """;

  /** The same in plain Java, where whoever awaits has his answer already. */
  private static final String PLAIN =
      PROGRAM
          .replace("@Async", "      ")
          .replaceAll("(Coroutine|Task)<(\\w+)>", "$2")
          .replace("CompletableFuture.runAsync(() -> {})", "yieldNow()")
          .replace("import static dev.weft.Weft.*;", "import static shop.Blocking.*;")
          .replace("import dev.weft.*;", "");

  private static final String BLOCKING =
      """
      package shop;

      class Blocking {
        static <T> T await(T value) { return value; }
        static <T> T done(T value) { return value; }
        static <T> T spawn(String name, T value) { return value; }
        static <T> T run(T value) { return value; }
        static Void sleep(java.time.Duration duration) { return null; }
        static Void yieldNow() { return null; }
      }
      """;

  @TempDir private Path folder;
  private Debugger debugger;

  @BeforeEach
  void launch() throws IOException {
    List<Path> classPath = Programs.compile(folder, "shop.Shop", PROGRAM);
    debugger = Debugger.launch(classPath, "shop.Shop", "-Ddev.weft.debug=true");
  }

  @AfterEach
  void end() {
    debugger.close();
  }

  private Stop firstStopAt(int line) {
    debugger.breakAt("shop.Shop", line);
    Stop stop = debugger.resume();
    assertNotNull(stop);
    assertEquals(line, stop.line());
    debugger.clear(stop);
    return stop;
  }

  private static String place(Stop stop) {
    return stop.method() + ":" + stop.line();
  }

  /** Through the whole of it, beside the same in plain Java. */
  @Test
  void aStepOverAnAwaitArrivesAtTheNextLine() throws IOException {
    List<Integer> lines = steps();
    assertThat(lines).containsAtLeast(19, 20, 22, 23, 26, 27, 29, 31, 33, 34).inOrder();
    debugger.close();
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Programs.compile(plain, "shop.Blocking", BLOCKING);
    List<Path> classPath = Programs.compile(plain, "shop.Shop", PLAIN);
    debugger = Debugger.launch(classPath, "shop.Shop");
    List<Integer> expected = new ArrayList<>(steps());
    expected.add(expected.indexOf(29), 28); // the catch is more than the one instruction it was
    assertEquals(expected, lines);
  }

  /** Each line that a step over another arrives at, from the first of the method to its last. */
  private List<Integer> steps() {
    List<Integer> lines = new ArrayList<>();
    Stop stop = firstStopAt(19);
    while (stop != null && stop.method().equals("total")) {
      lines.add(stop.line());
      stop = debugger.stepOver(stop);
    }
    return lines;
  }

  @Test
  void aStepIntoAnAwaitedMethodGoesThroughItAndComesBack() {
    Stop stop = firstStopAt(20);
    List<String> places = new ArrayList<>();
    stop = debugger.stepInto(stop);
    while (stop != null && places.size() < 4) {
      places.add(place(stop));
      stop = debugger.stepOver(stop);
    }
    assertThat(places).containsExactly("price:12", "price:13", "price:14", "total:20").inOrder();
  }

  @Test
  void aStepOutArrivesInTheMethodThatAwaits() {
    Stop stop = debugger.stepOut(firstStopAt(14));
    assertNotNull(stop);
    assertEquals("total:20", place(stop));
  }

  /** Behind a suspension, too. */
  @Test
  void theThreadShowsAllThatAwait() {
    List<String> frames = firstStopAt(14).frames();
    assertThat(frames.stream().filter(frame -> frame.startsWith("shop.Shop.")).toList())
        .containsExactly("shop.Shop.price:14", "shop.Shop.total:20")
        .inOrder();
  }

  @Test
  void eachTaskStandsOnItsThread() {
    Stop stop = firstStopAt(14);
    assertEquals("task main", stop.thread().name());
    List<String> other = debugger.framesOf("task ticks");
    assertThat(other).contains("shop.Shop.ticks:47");
    assertEquals(1, Collections.frequency(other, "shop.Shop.ticks:47"));
  }
}
