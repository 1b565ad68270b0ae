// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The warnings that a machine must not raise: the user's text raised them where it was written, or
 * was told not to. javac passes over the names that it does not know.
 */
final class Lint {
  private static final List<String> CATEGORIES =
      List.of(
          "auxiliaryclass",
          "cast",
          "dangling-doc-comments",
          "dep-ann",
          "deprecation",
          "divzero",
          "empty",
          "fallthrough",
          "finally",
          "identity",
          "lossy-conversions",
          "overloads",
          "overrides",
          "preview",
          "rawtypes",
          "removal",
          "restricted",
          "serial",
          "static",
          "strictfp",
          "synchronization",
          "this-escape",
          "try",
          "unchecked",
          "varargs",
          // Not javac's: a machine cannot say which of its fields may be null, as that takes an
          // annotation that is not among the user's libraries.
          "NullAway");

  private static final int PER_LINE = 6;

  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private Lint() {}

  /**
   * {@code @Generated}, by which other tools know what is not the user's, and what is suppressed.
   */
  static List<AnnotationSpec> annotations(boolean seesGenerated) {
    AnnotationSpec generated =
        AnnotationSpec.builder(GENERATED)
            .addMember("value", "$S", "dev.weft.processor.WeftProcessor")
            .build();
    return seesGenerated ? List.of(generated, suppressWarnings()) : List.of(suppressWarnings());
  }

  private static AnnotationSpec suppressWarnings() {
    CodeBlock.Builder names = CodeBlock.builder().add("{\n$<");
    for (int i = 0; i < CATEGORIES.size(); i++) {
      boolean isLast = i + 1 == CATEGORIES.size();
      names.add("$S$L", CATEGORIES.get(i), isLast ? "\n" : (i + 1) % PER_LINE == 0 ? ",\n" : ", ");
    }
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", names.add("$<}$>$>").build())
        .build();
  }
}
