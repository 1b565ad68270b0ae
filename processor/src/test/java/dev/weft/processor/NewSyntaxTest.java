// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Weft is built with the tree API of Java 17: what is newer must pass through it. */
@EnabledForJreRange(minVersion = 25)
class NewSyntaxTest {
  private static final String OWNER =
      """
      import module java.base;
      import module java.sql;
      import static dev.weft.Weft.*;
      import dev.weft.*;

      class Parent {
        Parent(int size) {}
      }

      /// Comments may be Markdown: `x`, [java.util.List].
      final class Owner extends Parent {
        private final String name;

        Owner(String name) {
          if (name.isEmpty()) {
            throw new IllegalArgumentException("empty");
          }
          this.name = name;
          int twice = 2 * name.length();
          super(twice);
        }

        /// Asks twice.
        @Async
        Coroutine<List<String>> ask(Object about, CompletionStage<String> answer) throws SQLException {
          List<String> answers = new ArrayList<>();
          for (var _ : List.of(1, 2)) {
            answers.add(name + await(answer));
          }
          class Local extends Parent {
            final int size;

            Local(int size) {
              this.size = size + answers.size();
              super(size);
            }
          }
          switch (about) {
            case Map.Entry<?, ?> _ when await(answer).isEmpty() -> answers.add("never");
            case Integer _, String _ when !name.isEmpty() -> answers.add("plain");
            case null, default -> answers.add("other");
          }
          answers.removeIf(_ -> new Local(1).size == 0);
          return done(answers);
        }
      }
      """;

  private static final String COMPACT =
      """
      import static dev.weft.Weft.*;
      import dev.weft.*;

      int count;

      @Async
      Coroutine<Integer> next() {
        return done(++count);
      }

      void main() {
        IO.println(run(next()));
      }
      """;

  @Test
  void passesThrough() {
    Compilation compilation = compile("Owner", OWNER);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.generatedFiles().stream().map(file -> file.getName()).toList())
        .contains("/CLASS_OUTPUT/Owner_ask.class");
  }

  @Test
  void refusesCompactSourceFiles() {
    Compilation compilation = compile("Compact", COMPACT);
    assertThat(Woven.codes(compilation)).containsExactly("WEFT016");
  }

  @Test
  void leavesCompactSourceFilesAloneThatAreNotAsynchronous() {
    String source =
        """
        import static dev.weft.Weft.*;

        void main() {
          IO.println(run(yieldLater()));
        }

        dev.weft.Coroutine<String> yieldLater() {
          return dev.weft.Coroutine.of("x");
        }
        """;
    assertThat(compile("Plain", source)).succeeded();
  }

  private static Compilation compile(String name, String source) {
    return Woven.compile(
        JavaFileObjects.forSourceString(name, source), "-Xlint:all,-processing,-auxiliaryclass");
  }
}
