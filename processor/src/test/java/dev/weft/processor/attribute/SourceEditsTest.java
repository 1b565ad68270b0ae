// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class SourceEditsTest {
  private static final String TEXT = "class A { int f() { return 1; } }";

  private final SourceEdits edits = new SourceEdits();

  @Test
  void withoutEditsNothingMoves() {
    assertThat(edits.isEmpty()).isTrue();
    assertThat(edits.apply(TEXT)).isEqualTo(TEXT);
    assertThat(edits.originalOffset(7)).isEqualTo(7);
  }

  @Test
  void offsetsGoBackPastEdits() {
    edits.insert(TEXT.length() - 1, "int g; ");
    edits.replace(TEXT.indexOf("{ return"), TEXT.indexOf("} }") + 1, null, "{ throw null; }");
    edits.insert(TEXT.indexOf("int f"), "static ");
    String changed = edits.apply(TEXT);
    assertThat(changed).isEqualTo("class A { static int f() { throw null; } int g; }");
    assertThat(original(changed, "int f")).isEqualTo(TEXT.indexOf("int f"));
    assertThat(original(changed, "throw")).isEqualTo(TEXT.indexOf("{ return"));
    assertThat(original(changed, "int g")).isEqualTo(TEXT.length() - 1);
    assertThat(edits.originalOffset(changed.length() - 1)).isEqualTo(TEXT.length() - 1);
  }

  @Test
  void anchorsTellPlacesInsideOfReplacements() {
    int start = TEXT.indexOf("{ return");
    edits.replace(start, TEXT.indexOf("} }") + 1, null, "{ a(); return 1; }");
    String changed = edits.apply(TEXT);
    edits.anchor(changed.indexOf("return"), TEXT.indexOf("return"));
    assertThat(original(changed, "a()")).isEqualTo(start);
    assertThat(original(changed, "return")).isEqualTo(TEXT.indexOf("return"));
    assertThat(original(changed, "1; }")).isEqualTo(TEXT.indexOf("return"));
  }

  @Test
  void whatIsReplacedAlreadyIsLeftAlone() {
    edits.replace(0, 5, null, "x");
    edits.replace(3, 9, null, "y");
    assertThat(edits.apply(TEXT)).isEqualTo("x A { int f() { return 1; } }");
  }

  private int original(String changed, String part) {
    return edits.originalOffset(changed.indexOf(part));
  }
}
