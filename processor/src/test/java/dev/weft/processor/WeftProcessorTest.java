// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class WeftProcessorTest {
  private static final JavaFileObject GOOD =
      JavaFileObjects.forSourceString(
          "p.Good",
          """
          package p;

          import static dev.weft.Weft.*;

          import dev.weft.Async;
          import dev.weft.Coroutine;

          class Good {
            @Async
            Coroutine<Integer> one() {
              await(yieldNow());
              return done(1);
            }
          }
          """);

  @Test
  void addsNoWarningOfItsOwn() {
    Compilation compilation = Woven.compile(GOOD, "-Xlint:all", "-Werror");
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  @Test
  void anErrorOfTheUsersIsToldOnceAndByJavac() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "Wrong",
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;

            class Wrong {
              @Async
              Coroutine<Integer> number() {
                int n = await("neither a coroutine nor an event");
                return done(n);
              }
            }
            """);
    Compilation compilation = Woven.compile(source, "-Xlint:all");
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(7);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).contains("await");
  }

  /** javac writes the first class before it looks at the second. */
  @Test
  void aClassWithoutErrorsBesideAnErrorIsNoDisagreement() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "Second",
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;

            class First {}

            class Second extends First {
              @Async
              Coroutine<Integer> number() {
                return done(missing());
              }
            }
            """);
    Compilation compilation = Woven.compile(source);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).contains("missing()");
  }

  /** Here because of a class that comes too late for Weft, and that javac warns of as well. */
  @Test
  void whatOnlyWeftFindsWrongIsAnErrorOfWeft() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "Early",
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;

            class Early {
              @Async
              Coroutine<Integer> number() {
                return done(Late.number());
              }
            }
            """);
    Compilation compilation =
        Compiler.javac().withProcessors(new LateWriter(), new WeftProcessor()).compile(source);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(Woven.code(compilation.errors().get(0))).isEqualTo("WEFT001");
  }

  /** javac says of such an option only that nobody knows it, and not always. */
  @Test
  void aMisspeltOptionIsToldOnceWithTheRightOnes() {
    Compilation compilation =
        Woven.compile(GOOD, "-Xlint:all", "-Aweft.metodSize=3", "-Aweft.methodSize=3000");
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.warnings().get(0).getMessage(Locale.ROOT).lines().map(String::strip))
        .containsExactly(
            "WEFT068: -Aweft.metodSize is no option of Weft",
            "It has no effect.",
            "The options are: -Aweft.diagram, -Aweft.methodSize, -Aweft.report.")
        .inOrder();
  }

  /** Nor does javac of keys for Weft. */
  @Test
  void suppressedWarningsAreNone() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "Suppressed",
            """
            class Suppressed {
              @SuppressWarnings({"weft:unawaited", "weft:WEFT060", "weft:all"})
              void start() {
                dev.weft.Coroutine.of(1);
              }
            }
            """);
    assertThat(Woven.compile(source, "-Xlint:all", "-Werror").diagnostics()).isEmpty();
  }

  @Test
  void otherCompilersAreRefused() {
    Compilation compilation =
        Compiler.javac().withProcessors(new UnderAnotherCompiler()).compile(GOOD);
    assertThat(Woven.codes(compilation)).containsExactly("WEFT002");
    assertThat(compilation.errors()).hasSize(1);
  }

  @Test
  void otherCompilersOfOtherCodeAreNone() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new UnderAnotherCompiler())
            .compile(JavaFileObjects.forSourceString("A", "@Deprecated class A {}"));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  /** Writes a class in the last round. */
  @SupportedAnnotationTypes("*")
  private static final class LateWriter extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver()) {
        try (Writer out = processingEnv.getFiler().createSourceFile("Late").openWriter()) {
          out.write("class Late { static int number() { return 1; } }");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  /** Hands Weft an environment that is not javac's. */
  @SupportedAnnotationTypes("*")
  private static final class UnderAnotherCompiler extends AbstractProcessor {
    private final WeftProcessor weft = new WeftProcessor();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
      super.init(env);
      weft.init(new OtherEnvironment(env.getMessager()));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      weft.process(annotations, round);
      return false;
    }
  }

  private record OtherEnvironment(Messager messager) implements ProcessingEnvironment {
    @Override
    public Messager getMessager() {
      return messager;
    }

    @Override
    public Map<String, String> getOptions() {
      return Map.of();
    }

    @Override
    public Filer getFiler() {
      throw new AssertionError();
    }

    @Override
    public Elements getElementUtils() {
      throw new AssertionError();
    }

    @Override
    public Types getTypeUtils() {
      throw new AssertionError();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public Locale getLocale() {
      return Locale.ROOT;
    }
  }
}
