// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.google.testing.compile.Compilation;
import dev.weft.processor.LanguageDocument.Excerpt;
import dev.weft.processor.LanguageDocument.Refusal;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.emit.UnsupportedCodeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What {@code docs/language.md} shows is in the golden cases, it shows all of them, and what it
 * says is refused is what Weft refuses. To take over changed machines run the test with {@code
 * -Dweft.golden=rewrite}, behind {@link GoldenTest}.
 */
@Execution(ExecutionMode.SAME_THREAD) // they write what another one reads
class LanguageDocumentTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Path PROOF = Path.of("src", "test", "resources", "proof", "cases");
  private static final Pattern DIFFERENCE =
      Pattern.compile("(?m)^// \\w+ \\(differs\\)(?: \\(java \\d+\\))?: (.*)$");
  private static final Pattern LISTED_DIFFERENCE = Pattern.compile("<!-- differs: (.*?) -->");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.golden"));
  private static final Set<Message> NOT_OF_THE_LANGUAGE =
      Set.of(
          Message.INTERNAL_ERROR,
          Message.NOT_JAVAC,
          Message.UNSUPPORTED,
          Message.METHOD_SIZE,
          Message.OTHER_RUNTIME,
          Message.ASYNC_BESIDE_SPLIT_PACKAGE,
          Message.DIAGRAM_KIND,
          Message.PICTURE_NOT_WRITTEN);
  private static final Pattern REFUSED_IN_SOURCE =
      Pattern.compile("new UnsupportedException\\(\\s*[^;\"]*?,\\s*\"([^\"]+)\"");

  @TestFactory
  Stream<DynamicTest> excerptsAreGolden() throws IOException {
    return LanguageDocument.excerpts().stream()
        .map(
            excerpt ->
                DynamicTest.dynamicTest(
                    excerpt.folder() + ": " + excerpt.parts(), () -> check(excerpt)));
  }

  @Test
  void everyGoldenCaseIsShown() throws IOException {
    Set<String> shown =
        LanguageDocument.excerpts().stream()
            .map(Excerpt::folder)
            .collect(toCollection(TreeSet::new));
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(shown)
          .containsExactlyElementsIn(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  @Test
  void rewriteIfAskedTo() throws IOException {
    if (REWRITE) {
      LanguageDocument.rewrite(LanguageDocumentTest::machine, table());
    }
  }

  private static void check(Excerpt excerpt) {
    String source = read(GOLDEN.resolve(excerpt.folder()).resolve("Input.java"));
    assertThat(dedented(source)).contains(dedented(excerpt.source()));
    if (!REWRITE) {
      assertThat(excerpt.shown()).isEqualTo(machine(excerpt));
    }
  }

  /** The parts of the golden machine that an excerpt names. */
  private static String machine(Excerpt excerpt) {
    String machine =
        read(GOLDEN.resolve(excerpt.folder()).resolve(excerpt.machine() + ".java.expected"));
    return Arrays.stream(excerpt.parts().split("; "))
        .map(part -> part(machine, part))
        .collect(joining("\n"));
  }

  /** Without indentation, which an excerpt loses. */
  private static String dedented(String text) {
    return text.lines().map(String::strip).collect(joining("\n"));
  }

  /** {@code states 1-3} of a machine, or the declaration that begins with a text. */
  private static String part(String machine, String part) {
    List<String> lines = new ArrayList<>();
    if (part.startsWith("states ")) {
      String[] range = part.substring("states ".length()).split("-");
      for (int i = Integer.parseInt(range[0]);
          i <= Integer.parseInt(range[range.length - 1]);
          i++) {
        lines.addAll(block(machine, "case " + i + ": {"));
      }
    } else {
      lines.addAll(block(machine, part));
    }
    return String.join("\n", lines).stripIndent() + "\n";
  }

  /** From the line that begins with a text to the one that ends what it begins. */
  private static List<String> block(String machine, String start) {
    List<String> lines = machine.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().startsWith(start)) {
        String end = " ".repeat(line.indexOf(start)) + "}";
        int last = i + 1;
        while (!lines.get(last).startsWith(end)) {
          last++;
        }
        return lines.subList(i, last + 1);
      }
    }
    throw new AssertionError("no line begins with: " + start);
  }

  @Test
  void everyErrorIsListedAsTheCatalogueHasIt() throws IOException {
    if (!REWRITE) {
      assertThat(LanguageDocument.table()).isEqualTo(table());
    }
  }

  /** Each error with its code, what is wrong, why, and the way out. */
  private static String table() throws IOException {
    Map<String, String> entries = DiagnosticsDocument.entries();
    StringBuilder table =
        new StringBuilder("\n| code | what | why | instead |\n|---|---|---|---|\n");
    for (Message message : Message.values()) {
      if (message.kind() == Kind.ERROR && !NOT_OF_THE_LANGUAGE.contains(message)) {
        String[] lines = message.text("...", "...").split("\n");
        String anchor = anchor(entries.get(message.code()).lines().findFirst().orElseThrow());
        table.append(
            "| [%s](diagnostics.md#%s) | %s | %s | %s |\n"
                .formatted(
                    message.code(),
                    anchor,
                    // What is misplaced is an await as a rule.
                    lines[0]
                        .substring(message.code().length() + 2)
                        .replaceFirst("^[.]{3}", "await"),
                    lines[1],
                    lines[2]));
      }
    }
    return table.append("\n").toString().replace("<", "&lt;");
  }

  /** The way to a heading, as Markdown is commonly rendered. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\w\\- ]", "")
        .replace(' ', '-');
  }

  /** What right Java is refused: each with an example that is refused so, and one that is not. */
  @TestFactory
  Stream<DynamicTest> refusalsAreTrue() throws IOException {
    return LanguageDocument.refusals().stream()
        .map(refusal -> DynamicTest.dynamicTest(refusal.what(), () -> check(refusal)));
  }

  private static void check(Refusal refusal) {
    String bad = DiagnosticsDocument.example(refusal.text(), "Bad");
    String good = DiagnosticsDocument.example(refusal.text(), "Good");
    Compilation refused = Examples.compile(bad);
    assertThat(Woven.codes(refused)).containsExactly(Message.UNSUPPORTED.code());
    assertThat(refused.errors().get(0).getMessage(Locale.ROOT)).contains(refusal.what());
    assertWithMessage("good example").that(good).isNotEmpty();
    assertThat(Woven.codes(Examples.compile(good))).isEmpty();
  }

  /** What the sources can refuse is listed, so that a refusal that is new or gone is noticed. */
  @Test
  void everyRefusalInTheSourcesIsListed() throws IOException {
    Set<String> inSources = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> inSources.addAll(groups(REFUSED_IN_SOURCE, read(file))));
    }
    assertThat(inSources).isNotEmpty();
    String text = LanguageDocument.text().replace('\n', ' ');
    for (String refusal : inSources) {
      assertThat(text).contains(refusal);
    }
  }

  @Test
  void everyRefusalOfEmissionIsListed() throws IOException {
    assertThat(
            LanguageDocument.refusals().stream()
                .map(Refusal::reason)
                .filter(reason -> !reason.isEmpty())
                .toList())
        .containsExactlyElementsIn(
            Arrays.stream(UnsupportedCodeException.Reason.values()).map(Enum::name).toList());
  }

  /** What the proof knows to differ from plain Java is owned up to. */
  @Test
  void everyDifferenceIsListed() throws IOException {
    List<String> known = new ArrayList<>();
    try (Stream<Path> cases = Files.list(PROOF)) {
      cases.forEach(file -> known.addAll(groups(DIFFERENCE, read(file))));
    }
    assertThat(groups(LISTED_DIFFERENCE, LanguageDocument.text())).containsExactlyElementsIn(known);
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
