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
          @Async Coroutine<Integer> m() { return 1 > 0 ? done(1) : done(); } | done(); }
          @Async Coroutine<Integer> m() { return (null); }               | null); }
          @Async Coroutine<Void> m(Thread t) throws Exception { t.join(); return done(); } | .join(); return done(); }
          @Async Coroutine<Void> m() { run(m()); return done(); }        | run(m()); return done(); }
          Runnable m() { return () -> Weft.yieldNow(); }                 | .yieldNow(); }
          Runnable m() { return Weft::yieldNow; }                        | Weft::yieldNow; }
          void m() { this.c(); }    Coroutine<Void> c() { return null; } | .c(); }    Coroutine<Void> c() { return null; }
          void m() { var c = sleep(null); }                              | c = sleep(null); }
          @SuppressWarnings({"rawtypes", "weft:x"}) int m;               | "weft:x"}) int m;
          @SuppressWarnings("weft:" + "x") int m;                        | "weft:" + "x") int m;
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
            .filter(diagnostic -> Woven.code(diagnostic).matches("WEFT\\d{3}"))
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
