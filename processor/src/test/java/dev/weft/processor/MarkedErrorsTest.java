// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is reported is what is marked: nothing less, nothing more, each once, in the order of the
 * source.
 */
class MarkedErrorsTest {
  @TestFactory
  Stream<DynamicTest> reportsWhatIsMarked() {
    return MarkedErrors.all().stream()
        .map(marked -> DynamicTest.dynamicTest(marked.file().toString(), () -> check(marked)));
  }

  private static void check(MarkedErrors marked) throws MalformedURLException {
    Compilation compilation =
        Woven.compile(JavaFileObjects.forResource(marked.file().toUri().toURL()));
    List<Diagnostic<? extends JavaFileObject>> others = new ArrayList<>(compilation.diagnostics());
    others.removeIf(
        diagnostic -> marked.javacs().contains(diagnostic.getLineNumber()) && !isWefts(diagnostic));
    List<String> reported = others.stream().map(MarkedErrorsTest::describe).toList();
    assertThat(reported).containsExactlyElementsIn(marked.expected()).inOrder();
    assertThat(compilation.diagnostics())
        .hasSize(marked.expected().size() + marked.javacs().size());
  }

  private static boolean isWefts(Diagnostic<?> diagnostic) {
    return Woven.code(diagnostic).startsWith("WEFT");
  }

  private static String describe(Diagnostic<?> diagnostic) {
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT);
    return diagnostic.getLineNumber() + " " + kind + " " + Woven.code(diagnostic);
  }
}
