// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the README shows as output of Weft is its output. */
@Execution(ExecutionMode.SAME_THREAD) // they write what another one reads
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.golden"));

  /** The imports that the README leaves out, on the line of the first. */
  private static final String IMPORTS =
      "import dev.weft.*; import java.io.*; import java.nio.*; import java.nio.channels.*;"
          + " import java.util.*; import static dev.weft.Weft.*;";

  private static final String FIRST_IMPORT = "import static dev.weft.Weft.*;";

  @TempDir Path directory;

  @Test
  void theGeneratedCodeIsReal() throws IOException {
    compile(write("Echo.java", block("What you write", 0)));

    String machine = Files.readString(directory.resolve("Echo_echo.java"));
    holds("What is generated", 0, machine.substring(machine.indexOf("final class Echo_echo")));
  }

  @Test
  void theErrorIsReal() throws IOException {
    Path echo = write("Echo.java", block("What you write", 0));
    Path wrong = write("Server.java", block("What an error looks like", 0));

    String printed =
        compile(echo, wrong).replace(directory + directory.getFileSystem().getSeparator(), "");
    holds("What an error looks like", 1, printed);
  }

  private Path write(String name, String snippet) throws IOException {
    String source = FIRST_IMPORT + "\n\n" + snippet.replace(FIRST_IMPORT + "\n\n", "");
    return Files.writeString(directory.resolve(name), source.replace(FIRST_IMPORT, IMPORTS));
  }

  /** Compiles, and returns what javac prints. */
  private String compile(Path... sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (var files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              files,
              null,
              List.of("-d", directory.toString()),
              null,
              files.getJavaFileObjects(sources));
      task.setProcessors(List.of(new WeftProcessor(), new WeftProcessor.Claiming()));
      task.call();
    }
    return printed.toString().replace(System.lineSeparator(), "\n");
  }

  /** Compares a block with what it should be, or rewrites it as golden files are rewritten. */
  private static void holds(String heading, int number, String actual) throws IOException {
    String shown = block(heading, number);
    if (REWRITE) {
      Files.writeString(README, Files.readString(README).replace(shown, actual));
    } else {
      assertEquals(shown, actual);
    }
  }

  /** The fenced block with this number under a heading. */
  private static String block(String heading, int number) throws IOException {
    String readme = Files.readString(README).replace("\r\n", "\n");
    int from = readme.indexOf("## " + heading + "\n");
    int to = readme.indexOf("\n## ", from + 1);
    List<MatchResult> blocks =
        Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$")
            .matcher(readme.substring(from, to))
            .results()
            .toList();
    return blocks.get(number).group(1);
  }
}
