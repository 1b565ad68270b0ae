// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.weft.processor.diagnostic.Message;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
            Message.METHOD_SIZE.code()); // OptionsTest
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
