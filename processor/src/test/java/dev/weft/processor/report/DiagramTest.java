// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Diagrams beside the machines of some golden cases are as in {@code diagrams/<case>}; {@code
 * -Dweft.golden=rewrite} accepts a change.
 */
class DiagramTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "diagrams");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.golden"));

  @TempDir Path folder;

  /** A loop, handlers and jumps, a switch with many targets, emits, quotes and backslashes. */
  @ParameterizedTest
  @ValueSource(strings = {"echo", "finallies", "oldswitch", "generator", "names"})
  void areAsExpected(String name) throws IOException {
    Build build = new Build(folder);
    assertEquals(List.of(), build.run(Build.golden(name), "-Aweft.diagram=dot,mermaid"));
    Path written = build.generated().resolve("golden").resolve(name);
    Set<String> diagrams = diagrams(written);
    Path expected = EXPECTED.resolve(name);
    if (REWRITE) {
      Files.createDirectories(expected);
      for (String diagram : diagrams) {
        Files.writeString(expected.resolve(diagram), Files.readString(written.resolve(diagram)));
      }
    }
    assertEquals(diagrams(expected), diagrams);
    for (String diagram : diagrams) {
      assertEquals(
          Files.readString(expected.resolve(diagram)),
          Files.readString(written.resolve(diagram)),
          diagram);
    }
  }

  @Test
  void theDocumentShowsARealOne() throws IOException {
    String diagram = Files.readString(EXPECTED.resolve("echo").resolve("Input_echo.mmd"));
    String document = Files.readString(Path.of("..", "docs", "report.md"));
    assertTrue(document.contains("```mermaid\n" + diagram + "```"), "replace it by\n" + diagram);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "dot,,mermaid", "DOT", ""})
  void aKindIsKnown(String kind) throws IOException {
    assertEquals(
        List.of("WEFT070: -Aweft.diagram=" + kind + " names no kind of diagram"),
        new Build(folder).run(Build.golden("echo"), "-Aweft.diagram=" + kind));
  }

  @Test
  void anOptionWithoutAKindNamesNone() throws IOException {
    assertEquals(
        List.of("WEFT070: -Aweft.diagram= names no kind of diagram"),
        new Build(folder).run(Build.golden("echo"), "-Aweft.diagram"));
  }

  @Test
  void oneKindIsWrittenAlone() throws IOException {
    Build build = new Build(folder);
    build.run(Build.golden("echo"), "-Aweft.diagram=mermaid");
    Set<String> diagrams = diagrams(build.generated().resolve("golden").resolve("echo"));
    assertTrue(diagrams.stream().allMatch(name -> name.endsWith(".mmd")), diagrams::toString);
  }

  @Test
  void aClassInNoPackageHasItsDiagramAtTheTop() throws IOException {
    Build build = new Build(folder);
    String text = Build.golden("echo").values().iterator().next();
    String inNone = text.replaceFirst("package [^;]+;", "");
    assertEquals(List.of(), build.run(Map.of("Input.java", inNone), "-Aweft.diagram=dot"));
    assertTrue(!diagrams(build.generated()).isEmpty());
  }

  private static Set<String> diagrams(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dot") || name.endsWith(".mmd"))
          .forEach(names::add);
    }
    return names;
  }
}
