// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
  private List<Path> classPath;

  @BeforeEach
  void compile() throws IOException {
    classPath = Programs.compile(folder, "Parcel", PROGRAM);
  }

  /** What it prints, be its methods kept on the stack for a debugger or not. */
  private String printed(String what) throws IOException, InterruptedException {
    String printed = printed(what, "-Ddev.weft.debug=false");
    assertEquals(printed, printed(what, "-Ddev.weft.debug=true"));
    return printed;
  }

  private String printed(String what, String option) throws IOException, InterruptedException {
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            path,
            "Parcel",
            what);
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
