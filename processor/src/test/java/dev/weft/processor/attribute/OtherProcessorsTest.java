// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import com.google.auto.value.processor.AutoValueProcessor;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processors that generate classes, which exist only from the second or third round on. */
class OtherProcessorsTest {
  @TempDir Path directory;
  private final Attributed attributed = new Attributed();

  private void check(JavacRun run, Processor other, boolean oursFirst, String owner) {
    Processor ours = attributed.processor(owner);
    run.processors(oursFirst ? ours : other, oursFirst ? other : ours);
    JavacRun.Outcome outcome = run.run();
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.success()).isTrue();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.isClean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void generatedClasses(boolean oursFirst) {
    JavacRun run = new JavacRun(directory);
    run.source(
        "p/Use.java",
        """
        package p;
        import gen.*;
        class Use {
          void m() {
            var made = new Made1<>("").next();
            for (var each : made.all()) { var inner = each; }
          }
        }
        """);
    check(run, new Generating(), oursFirst, "p.Use");
    assertThat(attributed.types()).containsEntry("made", "gen.Made2<java.lang.String>");
    assertThat(attributed.types()).containsEntry("inner", "java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void autoValue(boolean oursFirst) throws Exception {
    JavacRun run =
        new JavacRun(directory)
            .classPath(
                Path.of(
                    com.google.auto.value.AutoValue.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    run.source(
        "p/Animal.java",
        """
        package p;
        import com.google.auto.value.AutoValue;
        @AutoValue
        abstract class Animal<T extends Comparable<T>> {
          abstract String name();
          abstract T legs();
          static <T extends Comparable<T>> Builder<T> builder() {
            var made = new AutoValue_Animal.Builder<T>();
            return made;
          }
          @AutoValue.Builder
          abstract static class Builder<T extends Comparable<T>> {
            abstract Builder<T> name(String name);
            abstract Builder<T> legs(T legs);
            abstract Animal<T> build();
          }
          void m() {
            var dog = Animal.<Integer>builder().name("dog").legs(4).build();
            var legs = ((AutoValue_Animal<Integer>) dog).legs();
            Class<?> type = AutoValue_Animal.class;
          }
        }
        """);
    check(run, new AutoValueProcessor(), oursFirst, "p.Animal");
    assertThat(attributed.types()).containsEntry("made", "p.AutoValue_Animal.Builder<T>");
    assertThat(attributed.types()).containsEntry("dog", "p.Animal<java.lang.Integer>");
    assertThat(attributed.types()).containsEntry("legs", "java.lang.Integer");
  }

  /** Generates a class in the first round, and one that it uses in the second. */
  private static final class Generating extends AbstractProcessor {
    private int round;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment env) {
      round++;
      if (round == 1) {
        write(
            "Made1",
            "<T> { public Made1(T t) {} public Made2<T> next() { return new Made2<>(); } }");
      } else if (round == 2) {
        write("Made2", "<T> { public java.util.List<T> all() { return null; } }");
      }
      return false;
    }

    private void write(String name, String rest) {
      try (Writer out = processingEnv.getFiler().createSourceFile("gen." + name).openWriter()) {
        out.write("package gen; public class " + name + rest);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
