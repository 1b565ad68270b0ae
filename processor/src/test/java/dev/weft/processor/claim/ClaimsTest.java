// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final String BODY = " { return dev.weft.Weft.done(); } ";
  private static final String ASYNC = "@dev.weft.Async static dev.weft.Coroutine<Void> ";

  private static ClaimingProcessor claim(@Nullable String nextRound, JavaFileObject... sources) {
    ClaimingProcessor processor = new ClaimingProcessor(nextRound);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processor)
            .withOptions("-Xlint:all,-processing")
            .compile(sources);
    assertThat(compilation.diagnostics()).isEmpty();
    return processor;
  }

  private static String method(String signature) {
    return ASYNC + signature + BODY + "\n";
  }

  @Test
  void machinesAreNamedAfterOwnerAndMethod() {
    var source =
        forSourceString(
            "p.Outer",
            "package p; class Outer {\n"
                + method("m()")
                + method("m(int n)")
                + method("m(Object... all)")
                + "interface Inner { record Deep(int n) {\n"
                + method("m()")
                + "} }\n"
                + "static void ordinary() {} }");
    assertThat(claim(null, source).found())
        .containsExactly(
            "p.Outer.m -> p.Outer_m @ 2",
            "p.Outer.m -> p.Outer_m_2 @ 3",
            "p.Outer.m -> p.Outer_m_3 @ 4",
            "p.Outer.Inner.Deep.m -> p.Outer_Inner_Deep_m @ 6")
        .inOrder();
  }

  @Test
  void namesThatTheUserHasAreLeftAlone() {
    var source =
        forSourceString(
            "A", "class A {\n" + method("m()") + method("m_2()") + method("m(int n)") + "}");
    var taken = forSourceString("A_m", "class A_m {}");
    assertThat(claim(null, source, taken).found())
        .containsExactly("A.m -> A_m_2 @ 2", "A.m_2 -> A_m_2_2 @ 3", "A.m -> A_m_3 @ 4")
        .inOrder();
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    var plain = forSourceString("A", "class A {" + method("__m()") + "}");
    var underscore = forSourceString("A_", "class A_ {" + method("m()") + "}");
    List<String> expected = List.of("A.__m -> A___m @ 1", "A_.m -> A___m_2 @ 1");
    assertThat(claim(null, plain, underscore).found()).isEqualTo(expected);
    assertThat(claim(null, underscore, plain).found()).isEqualTo(expected);
  }

  @Test
  void ownersInDifferentFilesDoNotShareNames() {
    var nested = forSourceString("A", "class A { static class B {" + method("m()") + "} }");
    var underscore = forSourceString("A_B", "class A_B {" + method("m()") + "}");
    assertThat(claim(null, nested, underscore).found())
        .containsExactly("A.B.m -> A_B_m @ 1", "A_B.m -> A__B_m @ 1");
  }

  @Test
  void aClaimOutlivesItsRound() {
    var source = forSourceString("A", "class A {\n Generated g;\n" + method("m()") + "}");
    String generated = "class Generated {\n" + method("g()") + "}";
    assertThat(claim(generated, source).found())
        .containsExactly("A.m -> A_m @ 3", "Generated.g -> Generated_g @ 2");
  }

  @Test
  void onlyFilesThatMayUseWeftAreLookedInto() {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(forSourceString("Owner", "class Owner {" + method("m()") + "}"));
    sources.add(
        forSourceString(
            "Calls", "class Calls { void m() { if (false) dev.weft.Weft.await(Owner.m()); } }"));
    sources.add(
        forSourceString(
            "OnlyDeclares", "import dev.weft.*; class OnlyDeclares { Coroutine<Void> c; }"));
    sources.add(forSourceString("OnlyAName", "class OnlyAName { void await() { this.await(); } }"));
    assertThat(claim(null, sources.toArray(new JavaFileObject[0])).classes())
        .containsExactly("Owner", "Calls");
  }
}
