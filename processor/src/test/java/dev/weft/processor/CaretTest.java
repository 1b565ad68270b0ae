// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a line the caret stands. */
class CaretTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int m(Event<Integer> e) { return 1 + await(e) + 2; }           | await(e) + 2; }
          int m(Event<Integer> e) { return 1 + Weft.await(e); }          | .await(e); }
          int m(Event<Integer> e) { return m(null) + m(\tawait(e)); }    | await(e)); }
          String m(Event<Integer> e) { return await(e).toString(); }     | await(e).toString(); }
          int m(Event<Coroutine<Integer>> e) { return await(await(e)); } | await(await(e)); } & await(e)); }
          Coroutine<Integer> m = done(1).of(2);                          | done(1).of(2);
          void m() { this.n(); }    Coroutine<Void> n() { return null; } | .n(); }    Coroutine<Void> n() { return null; }
          @Async public static int m() { return 1; }                     | m() { return 1; }
          Object m = new Object() { @Async int m() { return 1; } };      | m() { return 1; } };
          """)
  void pointsAt(String member, String expected) {
    String line = "  " + member;
    String source =
        """
        import static dev.weft.Weft.*;

        import dev.weft.*;

        class Example {
          Object before = await((Event<Object>) null);
        %s
        }
        """
            .formatted(line);
    String found =
        Woven.compile(JavaFileObjects.forSourceString("Example", source)).diagnostics().stream()
            .skip(1)
            .map(diagnostic -> fromCaret(source, diagnostic))
            .collect(joining(" & "));
    assertThat(found).isEqualTo(expected);
  }

  private static String fromCaret(String source, Diagnostic<?> diagnostic) {
    int caret = (int) diagnostic.getPosition();
    return source.substring(caret, source.indexOf('\n', caret));
  }
}
