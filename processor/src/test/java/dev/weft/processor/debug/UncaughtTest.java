// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.Weft;
import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program prints that fails: the whole of it, as it comes from the JVM. */
class UncaughtTest {
  private static final String PROGRAM =
      """
      import static dev.weft.Weft.*;

      import dev.weft.*;
      import java.util.concurrent.CompletableFuture;

      class Parcel {
        @Async
        static Coroutine<Integer> weigh(String name) {
          await(yieldNow());
          return done(scale(name)); // line 10
        }

        static int scale(String name) {
          throw new IllegalArgumentException("no scale for " + name); // line 14
        }

        @Async
        static Coroutine<Integer> total(String name) {
          try {
            return done(await(weigh(name))); // line 20
          } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no total", e); // line 22
          }
        }

        @Async
        static Coroutine<Integer> joined(String name) {
          Task<Integer> task = await(spawn("scales", weigh(name)));
          return done(
              await(task)); // line 30
        }

        @Async
        static Coroutine<Integer> stage(String name) {
          CompletableFuture<Integer> future = new CompletableFuture<>();
          await(spawn("fails", fails(future)));
          return done(await(future)); // line 37
        }

        @Async
        static Coroutine<Void> fails(CompletableFuture<Integer> future) {
          await(yieldNow());
          future.completeExceptionally(new IllegalArgumentException("late")); // line 43
          return done();
        }

        public static void main(String[] args) {
          switch (args[0]) {
            case "total": run(total("book")); // line 49
            case "joined": run(joined("book")); // line 50
            default: run(stage("book")); // line 51
          }
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void compile() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              null,
              List.of("-g"),
              null,
              List.of(JavaFileObjects.forSourceString("Parcel", PROGRAM)));
      task.setProcessors(List.of(new WeftProcessor()));
      assertTrue(task.call());
    }
  }

  private String printed(String what, String... options)
      throws IOException, InterruptedException, URISyntaxException {
    Path runtime = Path.of(Weft.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", folder + System.getProperty("path.separator") + runtime, "Parcel", what));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, java.waitFor());
    return text.replace("\r\n", "\n");
  }

  @Test
  void aFailureReadsAsIfAllCallsHadBeenBlocking() throws Exception {
    assertEquals(
        """
        Exception in thread "main" java.lang.IllegalStateException: no total
        \tat Parcel.total(Parcel.java:22)
        \tat Parcel.main(Parcel.java:49)
        Caused by: java.lang.IllegalArgumentException: no scale for book
        \tat Parcel.scale(Parcel.java:14)
        \tat Parcel.weigh(Parcel.java:10)
        \tat Parcel.total(Parcel.java:20)
        \t... 1 more
        """,
        printed("total"));
  }

  @Test
  void aJoinAddsWhoJoins() throws Exception {
    assertEquals(
        """
        Exception in thread "main" java.lang.IllegalArgumentException: no scale for book
        \tat Parcel.scale(Parcel.java:14)
        \tat Parcel.weigh(Parcel.java:10)
        \tat Parcel.joined(Parcel.java:30)
        \tat Parcel.main(Parcel.java:50)
        """,
        printed("joined"));
  }

  @Test
  void aStageTellsWhereItFailedAndWhoAwaits() throws Exception {
    assertEquals(
        """
        Exception in thread "main" java.lang.IllegalArgumentException: late
        \tat Parcel.fails(Parcel.java:43)
        \tat Parcel.stage(Parcel.java:37)
        \tat Parcel.main(Parcel.java:51)
        """,
        printed("stage"));
  }

  @Test
  void theSwitchShowsWhatRunsIt() throws Exception {
    String all = printed("joined", "-Ddev.weft.traces=full");
    assertThat(all).contains("\tat Parcel.weigh(Parcel.java:10)\n");
    assertThat(all).contains("\tat Parcel_weigh.resume(");
    assertThat(all).contains("\tat dev.weft.Driver.step(");
    assertThat(all).contains("\tat Parcel.joined(Parcel.java:30)\n");
  }
}
