// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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

  private String compile(String text) {
    Sources.write(directory, "Owner.java", text);
    StringWriter printed = new StringWriter();
    List<String> arguments =
        List.of(
            "--release",
            "17",
            "-classpath",
            Javac.path(Javac.RUNTIME),
            "-processorpath",
            Javac.path(Javac.WEFT),
            "-d",
            directory.resolve("classes").toString(),
            directory.resolve("Owner.java").toString());
    PrintWriter out = new PrintWriter(printed);
    BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null);
    return printed.toString();
  }

  @Test
  void saysOnceThatJavacIsNeeded() {
    String printed = compile(OWNER);
    assertThat(printed.split("ERROR", -1)).hasLength(2);
    assertThat(printed).contains("WEFT002");
    assertThat(printed).contains("Compile the classes that have @Async methods with javac.");
    assertThat(printed).contains("1 error");
  }

  @Test
  void saysNothingWhereWeftIsNotUsed() {
    assertThat(compile("@Deprecated class Owner {}")).isEmpty();
  }
}
