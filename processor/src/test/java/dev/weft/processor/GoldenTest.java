// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weft.processor.proof.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Holds the shape of what is generated: the machine, the graph and the liveness of each {@code
 * golden/<case>/Input.java}. To accept a change run the test with {@code -Dweft.golden=rewrite} and
 * read the difference before committing it.
 */
@Execution(ExecutionMode.SAME_THREAD) // they write what another one reads
class GoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.golden"));

  @Test
  void theGoldenFilesAreNotRewrittenByTheBuildServer() {
    assertFalse(REWRITE && "true".equals(System.getenv("CI")));
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Map<String, String> inputs = inputs();
    Compiled machines =
        Compiled.of(inputs, List.of(new WeftProcessor(), new WeftProcessor.Claiming()));
    DumpingProcessor dumps = new DumpingProcessor();
    Compiled.of(inputs, List.of(dumps));
    DynamicTest clean =
        DynamicTest.dynamicTest(
            "all compile without a message", () -> assertEquals(List.of(), machines.messages()));
    Stream<DynamicTest> golden =
        inputs.keySet().stream()
            .map(input -> input.split("/")[1])
            .flatMap(
                name ->
                    actual(name, machines, dumps).entrySet().stream()
                        .map(
                            file ->
                                DynamicTest.dynamicTest(
                                    name + "/" + file.getKey(),
                                    () ->
                                        check(
                                            GOLDEN.resolve(name).resolve(file.getKey()),
                                            file.getValue()))));
    return Stream.concat(Stream.of(clean), golden);
  }

  /** The inputs by the path of their unit, such as {@code golden/echo/Input.java}. */
  private static Map<String, String> inputs() throws IOException {
    Map<String, String> inputs = new TreeMap<>();
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      for (Path folder : folders.toList()) {
        String text = Files.readString(folder.resolve("Input.java"));
        inputs.put("golden/" + folder.getFileName() + "/Input.java", text);
      }
    }
    return inputs;
  }

  /** What a case came to, by the name of the golden file. */
  private static Map<String, String> actual(
      String name, Compiled machines, DumpingProcessor dumps) {
    String folder = "golden." + name + ".";
    Map<String, String> files = new LinkedHashMap<>();
    machines.sources().entrySet().stream()
        .filter(source -> source.getKey().startsWith(folder))
        .forEach(
            source ->
                files.put(
                    source.getKey().substring(folder.length()) + ".java.expected",
                    source.getValue()));
    files.put("graph.txt", join(folder, dumps.graphs()));
    files.put("liveness.txt", join(folder, dumps.layouts()));
    return files;
  }

  private static String join(String folder, Map<String, String> dumps) {
    StringBuilder all = new StringBuilder();
    dumps.forEach(
        (machine, dump) -> {
          if (machine.startsWith(folder)) {
            all.append(all.length() == 0 ? "" : "\n");
            all.append(machine.substring(folder.length())).append("\n\n").append(dump);
          }
        });
    return all.toString();
  }

  private static void check(Path golden, String actual) throws IOException {
    if (REWRITE) {
      Files.writeString(golden, actual);
    } else {
      assertEquals(Files.readString(golden), actual, golden::toString);
    }
  }
}
