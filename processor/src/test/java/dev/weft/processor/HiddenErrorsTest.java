// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of Weft's hides none of javac's, nor the other way round, in this file or another. */
class HiddenErrorsTest {
  private static final JavaFileObject MIXED =
      JavaFileObjects.forSourceString(
          "Mixed",
          """
          import static dev.weft.Weft.*;
          import dev.weft.*;

          class Mixed {
            static final Event<Integer> EVENT = new Event<>() {};

            @Async
            Coroutine<Integer> lambda() {
              Runnable r = () -> await(EVENT); // WEFT021
              return done(1);
            }

            @Async
            Coroutine<Integer> wrongType() {
              return done("one"); // javac
            }

            @Async
            int wrongResult() { // WEFT013
              return 1;
            }

            int ordinary() {
              return missing(); // javac
            }

            @Async
            Coroutine<Integer> good() {
              return done(await(EVENT));
            }
          }

          class Second {
            @Async
            Coroutine<Void> nonAwaitable() {
              await("nothing"); // javac
              return done();
            }
          }
          """);

  private static final JavaFileObject PLAIN =
      JavaFileObjects.forSourceString("Plain", "class Plain { int n = \"\"; }");

  @ParameterizedTest
  @ValueSource(strings = {"-Xlint:none", "-Xlint:all", "-Werror", "-Xmaxerrs=1000"})
  void allAreReportedOnce(String option) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new WeftProcessor(), new WeftProcessor.Claiming())
            .withOptions((Object[]) option.split("="))
            .compile(MIXED, PLAIN);
    List<Long> lines =
        compilation.errors().stream()
            .filter(e -> e.getSource() != null && e.getSource().getName().contains("Mixed"))
            .map(e -> e.getLineNumber())
            .sorted()
            .toList();
    assertThat(lines).containsExactly(9L, 15L, 19L, 24L, 36L);
    assertThat(
            compilation.errors().stream()
                .filter(e -> e.getSource() != null && e.getSource().getName().contains("Plain")))
        .hasSize(1);
    assertThat(compilation.errors()).hasSize(6);
  }

  /** javac stops behind processing then, whichever processor there is. */
  @Test
  void aTypeThatIsMissingHidesNothingOfWefts() {
    Compilation compilation =
        Woven.compile(
            JavaFileObjects.forSourceString(
                "Missing",
                """
                import static dev.weft.Weft.*;
                import dev.weft.*;

                class Missing {
                  static final Event<Integer> EVENT = new Event<>() {};

                  @Async
                  Coroutine<Nowhere> unknown() { // javac
                    return done(null);
                  }

                  @Async
                  Elsewhere<Integer> unknownToo() { // javac
                    return done(null);
                  }

                  int ordinary() {
                    return await(EVENT); // WEFT020
                  }
                }
                """));
    assertThat(compilation.errors().stream().map(e -> e.getLineNumber()).sorted().toList())
        .containsExactly(8L, 13L, 18L);
  }

  @Test
  void processingAloneReportsErrorsToo() {
    Compilation compilation = Woven.compile(MIXED, "-proc:only");
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    assertThat(Woven.codes(compilation)).containsExactly("WEFT013", "WEFT021");
  }
}
