// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the report, and where it is written. */
class ReportTest {
  static final String HOSTILE =
      """
      package hostile;

      import static dev.weft.Weft.*;

      import dev.weft.*;
      import java.util.*;

      /** {index} */
      class Hostile {
        @Async
        static <T extends Comparable<T>> Coroutine<String> ünï$_code(Map<String, List<T>> given) {
          String text = "</script></pre><!--<script>alert('1')</script>&amp;\\\\ %s $1 {script} {machines}";
          // {machines}
          await(yieldNow());
          String more = text + '"' + "\\u0000 \\" 世界 \uD83E\uDDF5" + given.size();
          await(spawn("<b>&lt;" + more, ünï$_code(given)));
          return done(text.length() < 3 && given.isEmpty() ? more : text);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theUsersTextIsText() throws IOException {
    String page = page(Map.of("hostile/Hostile.java", HOSTILE));
    assertTrue(
        page.contains(
            "&lt;/script&gt;&lt;/pre&gt;&lt;!--&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"
                + "&amp;amp;\\\\ %s $1 {script} {machines}&quot;;</code>"));
    assertTrue(page.contains("<code>    // {machines}</code>"));
    assertTrue(page.contains("世界 \uD83E\uDDF5"));
    assertFalse(page.contains("<b>&lt;"));
    assertEquals(3, count("<script>", page.replaceAll("(?s)<script>.*?</script>", "<script>")) + 1);
    assertEquals(1, count("<article ", page));
    assertEquals(1, count("</html>", page));
  }

  @Test
  void sourceAndMachineAndGraphSpeakOfTheSameStates() throws IOException {
    String page = page(Build.golden("echo"));
    assertTrue(
        page.matches(
            "(?s).*data-s=\"1 2\" style=\"[^\"]+\"><span class=\"number\">\\d+</span><span class=\"of\"><i data-s=\"1\"[^>]+></i><i data-s=\"2\"[^>]+></i></span><code>    while \\(await\\(read\\(.*"));
    assertTrue(
        page.matches(
            "(?s).*<div class=\"line\" data-s=\"2\" [^>]+><span class=\"number\">\\d+</span><span class=\"of\">.{1,60}</span><code> +case 2: \\{</code>.*"));
    assertTrue(page.contains("class=&quot;state s2&quot;]"));
  }

  @Test
  void aSuspensionSaysWhatIsAwaitedAndLive() throws IOException {
    String page = page(Build.golden("echo"));
    assertTrue(
        page.contains(
            "<td><code>Weft.read(peer, buffer)</code></td><td><span class=\"live\"><code>peer</code> <small>SocketChannel</small></span> <span class=\"live\"><code>buffer</code> <small>ByteBuffer</small></span></td>"));
  }

  @Test
  void sameInputGivesSameBytes() throws IOException {
    Map<String, String> sources = new TreeMap<>(Build.golden("echo"));
    sources.putAll(Build.golden("spill"));
    sources.putAll(Build.golden("loops"));
    Map<String, String> reversed = new LinkedHashMap<>();
    new TreeMap<>(sources).descendingMap().forEach(reversed::put);
    String one = page(sources, new Build(folder.resolve("one")));
    String other = page(reversed, new Build(folder.resolve("the other")));
    assertEquals(one, other);
    assertFalse(one.contains(folder.toString()));
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    String page = page(Build.golden("echo")).replaceAll("(?s)<script>.*?</script>", "");
    assertFalse(page.matches("(?s).*(\\ssrc=|<link|@import|url\\(|href=\"[^#]).*"));
  }

  @Test
  void withoutAPathItIsBesideTheMachines() throws IOException {
    Build build = new Build(folder);
    assertEquals(List.of(), build.run(Build.golden("echo"), "-Aweft.report"));
    assertTrue(Files.exists(build.generated().resolve("weft-report.html")));
  }

  @Test
  void aFolderGetsItUnderItsName() throws IOException {
    Build build = new Build(folder);
    Path site = Files.createDirectories(folder.resolve("site"));
    assertEquals(List.of(), build.run(Build.golden("echo"), "-Aweft.report=" + site));
    assertEquals(List.of("weft-report.html"), names(site));
    Path later = folder.resolve("later");
    assertEquals(List.of(), build.run(Build.golden("echo"), "-Aweft.report=" + later + "/"));
    assertEquals(List.of("weft-report.html"), names(later));
  }

  @Test
  void aRelativePathStartsWhereJavacRuns() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
    Build build = new Build(folder);
    assertEquals(
        List.of(),
        build.run(Build.golden("echo"), "-Aweft.report=" + relative.resolve("a/b.html")));
    assertEquals(List.of("b.html"), names(folder.resolve("a")));
  }

  @Test
  void whatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    List<String> messages =
        new Build(folder).run(Build.golden("echo"), "-Aweft.report=" + file.resolve("x.html"));
    assertEquals(1, messages.size(), messages::toString);
    assertTrue(
        messages.get(0).startsWith("WEFT071: " + file.resolve("x.html") + " cannot be written: "),
        messages::toString);
    assertEquals("in the way", Files.readString(file));
  }

  @Test
  void aFailedCompilationLeavesTheLastReport() throws IOException {
    Build build = new Build(folder);
    Path file = Files.writeString(folder.resolve("report.html"), "the last one");
    String wrong = HOSTILE.replace("await(yieldNow());", "Runnable r = () -> await(yieldNow());");
    List<String> messages =
        build.run(Map.of("hostile/Hostile.java", wrong), "-Aweft.report=" + file);
    assertEquals(List.of("WEFT021: await in a lambda"), messages);
    assertEquals("the last one", Files.readString(file));
  }

  @Test
  void aCompilationWithoutMachinesLeavesTheLastReport() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "the last one");
    assertEquals(
        List.of(),
        new Build(folder).run(Map.of("Plain.java", "class Plain {}"), "-Aweft.report=" + file));
    assertEquals("the last one", Files.readString(file));
  }

  private String page(Map<String, String> sources) throws IOException {
    return page(sources, new Build(folder));
  }

  static String page(Map<String, String> sources, Build build) throws IOException {
    Path file = build.file("report.html");
    assertEquals(List.of(), build.run(sources, "-Aweft.report=" + file));
    return Files.readString(file);
  }

  private static int count(String part, String whole) {
    return whole.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
