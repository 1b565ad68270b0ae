// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, which runs processors too, but has no trees. */
class EclipseTest {
  private static final String OWNER =
      """
      import static dev.weft.Weft.*;
      import dev.weft.*;

      class Owner {
        @Async
        Coroutine<Integer> one() {
          return done(await(Coroutine.of(1)));
        }

        @Async
        Coroutine<Integer> two() {
          return done(await(one()) + 1);
        }
      }
      """;

  @TempDir Path directory;

  private List<String> arguments(String text) {
    Sources.write(directory, "Owner.java", text);
    return List.of(
        "--release",
        "17",
        "-classpath",
        Javac.path(Javac.RUNTIME),
        "-processorpath",
        Javac.path(Javac.WEFT),
        "-d",
        directory.resolve("classes").toString(),
        directory.resolve("Owner.java").toString());
  }

  private String compile(String text) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    BatchCompiler.compile(arguments(text).toArray(new String[0]), out, out, null);
    return printed.toString();
  }

  @Test
  void saysOnceThatJavacIsNeeded() {
    assertRefused(compile(OWNER));
  }

  private static void assertRefused(String printed) {
    assertThat(printed.split("ERROR", -1)).hasLength(2);
    assertThat(printed).contains("WEFT002");
    assertThat(printed).contains("Compile the classes that have @Async methods with javac.");
    assertThat(printed).contains("1 error");
  }

  /** As in a Java run-time environment that has no jdk.compiler. */
  @Test
  void saysSoWithoutTheClassesOfJavac() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--limit-modules",
            "java.base,java.compiler,java.xml,jdk.zipfs",
            "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-classpath", Javac.path(Javac.places(BatchCompiler.class))));
    command.add("org.eclipse.jdt.internal.compiler.batch.Main");
    command.addAll(arguments(OWNER));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertRefused(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void saysNothingWhereWeftIsNotUsed() {
    assertThat(compile("@Deprecated class Owner {}")).isEmpty();
  }
}
