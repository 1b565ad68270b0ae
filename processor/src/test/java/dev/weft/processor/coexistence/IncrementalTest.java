// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that compile a part of a program again, into the folder where the rest lies as class
 * files.
 */
class IncrementalTest {
  private static final String SHOP =
      """
      package p;

      import static dev.weft.Weft.*;

      import dev.weft.*;

      public class Shop {
        private final Prices prices = new Prices();

        @Async
        public Coroutine<String> buy(String item) {
          await(yieldNow());
          int price = await(prices.of(item));
          return done(item + " for " + new Label(price).text());
        }

        static class Counter {
          private int sold = 1;

          @Async
          Coroutine<Integer> sell(int pieces) {
            sold += await(Coroutine.of(pieces));
            return done(sold);
          }
        }

        public static String main() {
          return Weft.run(new Shop().buy("salt")) + ", " + Weft.run(new Counter().sell(2));
        }
      }
      """;

  private static final String PRICES =
      """
      package p;

      import static dev.weft.Weft.*;

      import dev.weft.*;

      class Prices {
        @Async
        Coroutine<Integer> of(String item) {
          await(yieldNow());
          return done(item.length());
        }
      }
      """;

  private static final String LABEL =
      "package p; record Label(int price) { String text() { return price + \" cents\"; } }";

  @TempDir Path directory;
  private Path sources;
  private Path classes;

  @BeforeEach
  void buildEverything() {
    sources = directory.resolve("sources");
    classes = directory.resolve("classes");
    Sources.write(sources, "p/Shop.java", SHOP);
    Sources.write(sources, "p/Prices.java", PRICES);
    Sources.write(sources, "p/Label.java", LABEL);
    compile("p/Shop.java", "p/Prices.java", "p/Label.java");
    assertThat(run()).isEqualTo("salt for 4 cents, 3");
  }

  /** As a build tool does it: what was compiled before is on the class path. */
  private void compile(String... files) {
    List<Path> classPath = new ArrayList<>(Javac.RUNTIME);
    classPath.add(classes);
    Javac.Outcome outcome =
        new Javac(classes)
            .classPath(classPath)
            .weft()
            .options("-Xlint:all,-processing")
            .compile(sources, List.of(files));
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.success()).isTrue();
  }

  private Object run() {
    return Program.call(classes, "p.Shop", "main");
  }

  private void change(String file, String text) {
    Sources.write(sources, file, text);
    Map<String, byte[]> before = Javac.classes(classes);
    compile(file);
    String owner = file.replace(".java", "");
    before.forEach(
        (name, bytes) -> {
          if (!name.matches(owner + "([$_].*)?")) {
            assertWithMessage(name)
                .that(Arrays.equals(bytes, Javac.classes(classes).get(name)))
                .isTrue();
          }
        });
  }

  @Test
  void onlyAnOwner() {
    change("p/Shop.java", SHOP.replace(" for ", " at ").replace("sold = 1", "sold = 5"));
    assertThat(run()).isEqualTo("salt at 4 cents, 7");
  }

  @Test
  void onlyAnOwnerThatAnotherOneAwaits() {
    change("p/Prices.java", PRICES.replace("item.length()", "10 * item.length()"));
    assertThat(run()).isEqualTo("salt for 40 cents, 3");
  }

  @Test
  void onlyAClassThatABodyUses() {
    change("p/Label.java", LABEL.replace("cents", "pence"));
    assertThat(run()).isEqualTo("salt for 4 pence, 3");
  }

  /** The new method is given the name of the old one's machine. */
  @Test
  void anOwnerThatHasAnotherOverloadNow() {
    String overload =
        "  @Async static Coroutine<Integer> sell() { return done(await(Coroutine.of(9))); }\n";
    change(
        "p/Shop.java",
        SHOP.replace("    private int sold = 1;\n", "    private int sold = 1;\n" + overload)
            .replace("Weft.run(new Counter", "Weft.run(Counter.sell()) + Weft.run(new Counter"));
    assertThat(run()).isEqualTo("salt for 4 cents, 93");
  }

  @Test
  void anOwnerThatIsNoneAnyMore() {
    change(
        "p/Prices.java",
        """
        package p;

        class Prices {
          dev.weft.Coroutine<Integer> of(String item) {
            return dev.weft.Coroutine.of(7);
          }
        }
        """);
    assertThat(run()).isEqualTo("salt for 7 cents, 3");
  }

  /** Its machine would be called {@code Shop_buy_now} without the second underscore. */
  @Test
  void anOwnerWhoseNameIsAnothersWithAnUnderscore() {
    change(
        "p/Shop_buy.java",
        """
        package p;

        import static dev.weft.Weft.*;

        import dev.weft.*;

        class Shop_buy {
          @Async
          static Coroutine<Integer> now() {
            return done(await(Coroutine.of(1)));
          }
        }
        """);
    change(
        "p/Shop.java",
        SHOP.replace("buy(", "buy_now(")
            .replace("\"salt\")", "\"salt\" + Weft.run(Shop_buy.now()))"));
    assertThat(run()).isEqualTo("salt1 for 5 cents, 3");
  }
}
