// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list names what there is, and is the documented one. */
class BlockingCallTest {
  private static final Path DOCUMENT = Path.of("../docs/diagnostics.md");
  private static final String BEGIN = "<!-- blocking -->\n";
  private static final String END = "<!-- /blocking -->";
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.golden"));

  @Test
  void everyMethodExists() throws ClassNotFoundException {
    for (BlockingCall call : BlockingCall.ALL) {
      Class<?> owner = Class.forName(call.owner());
      for (String method : call.methods()) {
        String name = method.replaceAll("\\(.*", "");
        assertWithMessage(call.owner() + "." + method)
            .that(
                Arrays.stream(owner.getDeclaredMethods())
                    .filter(m -> m.getName().equals(name))
                    .map(
                        m -> method.contains("(") ? name + "(" + m.getParameterCount() + ")" : name)
                    .toList())
            .contains(method);
      }
      for (String exception : call.except()) {
        assertThat(Class.forName(exception)).isAssignableTo(owner);
      }
    }
  }

  @Test
  void theDocumentHasTheList() throws IOException {
    String text = Files.readString(DOCUMENT);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (REWRITE) {
      Files.writeString(DOCUMENT, text.substring(0, begin) + table() + text.substring(end));
    } else {
      assertThat(text.substring(begin, end)).isEqualTo(table());
    }
  }

  private static String table() {
    return BlockingCall.ALL.stream()
        .map(BlockingCallTest::row)
        .collect(joining("", "\n| class | methods | instead |\n|---|---|---|\n", "\n"));
  }

  private static String row(BlockingCall call) {
    String methods =
        new TreeSet<>(call.methods()).stream().map(BlockingCallTest::shown).collect(joining(", "));
    String except =
        new TreeSet<>(call.except())
            .stream().map(name -> "`" + name.replaceAll(".*[.]", "") + "`").collect(joining(", "));
    return "| `%s`%s | %s | %s |\n"
        .formatted(
            call.owner(), except.isEmpty() ? "" : ", but not " + except, methods, call.instead());
  }

  private static String shown(String method) {
    return method.contains("(")
        ? "`"
            + method.replaceAll("\\(.*", "")
            + "` with "
            + method.replaceAll("\\D", "")
            + " parameters"
        : "`" + method + "`";
  }
}
