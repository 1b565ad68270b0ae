// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of javac that a user's build may have. */
class SettingsTest {
  private static final String OWNER =
      """
      package p;

      import static dev.weft.Weft.*;

      import dev.weft.*;
      import java.util.*;

      /** An owner. */
      public class Owner {
        /** What is added to. */
        private final Other other;

        /**
         * An owner with another.
         *
         * @param other it
         */
        private Owner(Other other) {
          this.other = other;
        }

        /**
         * A sum.
         *
         * @param numbers what is added
         * @return what comes of it
         */
        @Async
        private Coroutine<Integer> sum(List<Integer> numbers) {
          int sum = 0;
          for (int number : numbers) {
            await(yieldNow());
            sum += number * other.factor();
          }
          return done(sum);
        }

        /**
         * Runs it.
         *
         * @return a text
         */
        static String main() {
          return "" + Weft.run(new Owner(new Other(2)).sum(List.of(1, 2, 3)));
        }
      }
      """;

  private static final String OTHER =
      """
      package p;

      /**
       * Another class.
       *
       * @param factor a factor
       */
      record Other(int factor) {}
      """;

  @TempDir Path directory;

  private Path sources() {
    Path sources = directory.resolve("sources");
    Sources.write(sources, "p/Owner.java", OWNER);
    Sources.write(sources, "p/Other.java", OTHER);
    return sources;
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  private Javac javac() {
    return new Javac(classes()).weft();
  }

  private Javac.Outcome compile(Javac javac, String... files) {
    return javac.classPath(Javac.RUNTIME).compile(sources(), List.of(files));
  }

  private static void assertClean(Javac.Outcome outcome) {
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.success()).isTrue();
  }

  private String machine() throws IOException {
    return Files.readString(classes().resolve("p/Owner_sum.java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xlint:all,-processing -Werror",
        "-Xdoclint:all,-missing -Werror",
        "-Xdoclint:all/protected -Werror",
        "--release 17 -Xlint:all,-processing,-options -Werror",
        "-proc:full",
        "-XDuseUnsharedTable=true -implicit:class -Xprefer:source"
      })
  void options(String options) {
    if (options.equals("-proc:full") && Runtime.version().feature() < 21) {
      options = "";
    }
    String[] split = options.isEmpty() ? new String[0] : options.split(" ");
    assertClean(compile(javac().options(split), "p/Owner.java", "p/Other.java"));
    assertThat(Program.call(classes(), "p.Owner", "main")).isEqualTo("12");
  }

  /** The machines are written for whoever compiles next, but nothing is linked to them. */
  @Test
  void processingOnly() throws IOException {
    Javac.Outcome outcome =
        compile(javac().options("-Xlint:all", "-proc:only"), "p/Owner.java", "p/Other.java");
    assertClean(outcome);
    assertThat(machine()).contains("class Owner_sum");
    assertThat(Javac.classes(classes())).isEmpty();

    assertClean(
        compile(new Javac(classes()).options("-proc:none"), "p/Owner.java", "p/Other.java"));
    Throwable notLinked =
        assertThrows(Throwable.class, () -> Program.call(classes(), "p.Owner", "main"));
    assertThat(notLinked).hasMessageThat().contains("annotation processor did not run");
  }

  /** Another class is found as a source, and may be left uncompiled. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "class"})
  void implicitCompilation(String implicit) {
    Javac javac = javac().options("-sourcepath", sources().toString(), "-implicit:" + implicit);
    assertClean(compile(javac, "p/Owner.java"));
    assertThat(Javac.classes(classes()).keySet())
        .containsExactlyElementsIn(
            implicit.equals("none")
                ? List.of("p/Owner", "p/Owner_sum")
                : List.of("p/Owner", "p/Owner_sum", "p/Other"));
    assertClean(compile(new Javac(classes()).options("-proc:none"), "p/Other.java"));
    assertThat(Program.call(classes(), "p.Owner", "main")).isEqualTo("12");
  }

  /** javac processes no class that it has found by itself, and says so. */
  @Test
  void anOwnerThatIsCompiledImplicitlyIsNotProcessed() {
    Sources.write(
        sources(), "p/Main.java", "package p; class Main { Class<?> owner = Owner.class; }");
    Javac.Outcome outcome =
        compile(javac().options("-sourcepath", sources().toString()), "p/Main.java");
    assertThat(outcome.diagnostics()).hasSize(1);
    assertThat(outcome.diagnostics().get(0))
        .contains("Implicitly compiled files were not subject to annotation processing");
    Throwable notLinked =
        assertThrows(Throwable.class, () -> Program.call(classes(), "p.Owner", "main"));
    assertThat(notLinked).hasMessageThat().contains("annotation processor did not run");
  }

  @Test
  void intoAJar() throws IOException {
    Path jar = directory.resolve("out.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Javac.Outcome outcome =
          new Javac(files.getPath("/"))
              .weft()
              .classPath(Javac.RUNTIME)
              .options("-Xlint:all,-processing", "-Werror")
              .compile(sources(), List.of("p/Owner.java", "p/Other.java"));
      assertClean(outcome);
    }
    assertThat(Program.call(jar, "p.Owner", "main")).isEqualTo("12");
  }

  @Test
  void machinesSayThatTheyAreGenerated() throws IOException {
    assertClean(compile(javac(), "p/Owner.java", "p/Other.java"));
    assertThat(machine()).contains("\n@Generated(\"dev.weft.processor.WeftProcessor\")\n");
  }

  /** The annotation's module must be readable for that. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inANamedModule(boolean readsCompiler) throws IOException {
    String more = readsCompiler ? " requires java.compiler;" : "";
    Sources.write(
        sources(), "module-info.java", "module p { requires dev.weft;" + more + " opens p; }");
    List<String> files = new ArrayList<>(List.of("module-info.java"));
    files.addAll(List.of("p/Owner.java", "p/Other.java"));
    Javac javac =
        javac()
            .options("--module-path", Javac.path(Javac.RUNTIME))
            .options("-Xlint:all,-processing,-requires-automatic", "-Werror");
    assertClean(javac.compile(sources(), files));
    if (readsCompiler) {
      assertThat(machine()).contains("@Generated");
    } else {
      assertThat(machine()).doesNotContain("@Generated");
    }
    assertThat(Program.call(classes(), "p.Owner", "main")).isEqualTo("12");
  }

  /**
   * Without the option, javac warns of each generated class that lies on the class path already.
   */
  @Test
  void buildingAgainOverTheOldOutput() {
    assertClean(compile(javac(), "p/Owner.java", "p/Other.java"));
    List<Path> classPath = new ArrayList<>(Javac.RUNTIME);
    classPath.add(classes());
    assertClean(
        javac()
            .classPath(classPath)
            .options("-Xlint:all,-processing", "-Werror")
            .compile(sources(), List.of("p/Owner.java", "p/Other.java")));
    assertThat(Program.call(classes(), "p.Owner", "main")).isEqualTo("12");
  }
}
