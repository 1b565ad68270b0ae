// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.weft.processor.diagnostic.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalogue and its documentation say the same, and the tests know all of it. */
class DiagnosticsDocumentTest {
  @Test
  void everyCodeHasAnEntryWithExamples() throws IOException {
    var entries = DiagnosticsDocument.entries();
    assertThat(entries.keySet()).containsExactlyElementsIn(codes());
    entries.values().forEach(entry -> assertThat(entry).containsMatch("(?s)\nBad:.*\nGood:"));
  }

  @Test
  void everyEntrySaysWhatKindItIsAndHowToSuppressIt() throws IOException {
    var entries = DiagnosticsDocument.entries();
    for (Message message : Message.values()) {
      String kind = message.kind() == Kind.ERROR ? "An error" : "A warning";
      String key = message.topic() == null ? "" : ", `weft:" + message.topic() + "`";
      assertThat(entries.get(message.code())).contains("\n\n" + kind + key);
    }
  }

  @Test
  void everyTopicIsListed() throws IOException {
    Map<String, List<String>> codes = new TreeMap<>();
    for (Message message : Message.values()) {
      if (message.topic() != null) {
        codes.computeIfAbsent(message.topic(), topic -> new ArrayList<>()).add(message.code());
      }
    }
    codes.forEach(
        (topic, of) -> {
          String first = of.get(0);
          String last = of.get(of.size() - 1);
          String range = first + (of.size() == 2 ? " and " : " to ") + last;
          assertThat(DiagnosticsDocument.text())
              .contains("| `weft:" + topic + "` | " + range + " |");
        });
  }

  @Test
  void everyCodeIsRaisedByAMarkedSource() {
    Set<String> marked = new TreeSet<>();
    MarkedErrors.all().forEach(file -> marked.addAll(file.codes()));
    Set<String> others = codes();
    others.removeAll(marked);
    assertThat(others)
        .containsExactly(
            Message.INTERNAL_ERROR.code(),
            Message.NOT_JAVAC.code(),
            Message.ASYNC_IN_COMPACT_FILE.code(), // NewSyntaxTest
            Message.ASYNC_BESIDE_SPLIT_PACKAGE.code(), // ModulesTest
            Message.TOO_LARGE.code(), // SizeTest
            Message.METHOD_SIZE.code(), // OptionsTest
            Message.OTHER_RUNTIME.code(), // OtherRuntimeTest
            Message.UNKNOWN_OPTION.code(), // WeftProcessorTest
            Message.DIAGRAM_KIND.code(), // DiagramTest
            Message.PICTURE_NOT_WRITTEN.code()); // ReportTest
  }

  @TestFactory
  Stream<DynamicTest> examplesAreTrue() throws IOException {
    return DiagnosticsDocument.entries().entrySet().stream()
        .filter(entry -> !DiagnosticsDocument.example(entry.getValue(), "Bad").isEmpty())
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> checkExamples(entry.getKey(), entry.getValue())));
  }

  private static void checkExamples(String code, String entry) {
    assertThat(Woven.codes(Examples.compile(DiagnosticsDocument.example(entry, "Bad"))))
        .containsExactly(code);
    String good = DiagnosticsDocument.example(entry, "Good");
    assertWithMessage("good example").that(good).isNotEmpty();
    assertThat(Woven.codes(Examples.compile(good))).isEmpty();
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(Message.values()).forEach(message -> codes.add(message.code()));
    return codes;
  }
}
