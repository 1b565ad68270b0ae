// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Terminator;

/**
 * Prints a switch whose value is the next state.
 *
 * <pre>{@code
 * state = switch (shape) {
 *   case Circle c1 -> {
 *     c = c1;
 *     yield 5;
 *   }
 *   default -> 6;
 * };
 * continue;
 * }</pre>
 */
final class SelectPrinter {
  private final Printing printing;
  private final Verbatim verbatim;
  private final int line;

  /**
   * @param line the user's line of the switch
   */
  SelectPrinter(Printing printing, Verbatim verbatim, int line) {
    this.printing = printing;
    this.verbatim = verbatim;
    this.line = line;
  }

  CodeBlock print(Terminator.Select select) {
    CodeBlock.Builder out = CodeBlock.builder();
    out.add("state = switch ($L) {\n$>", printing.codes().print(select.selector(), verbatim));
    select.choices().forEach(choice -> out.add(print(choice)));
    return out.add("$<};\ncontinue;\n").build();
  }

  private CodeBlock print(Terminator.Choice choice) {
    CodeBlock label = printing.codes().print(choice.label(), verbatim);
    int target = printing.layout().targetNumber(choice.target());
    if (choice.bindings().isEmpty()) {
      return CodeBlock.of("$L$L -> $L;\n", mark(choice), label, target);
    }
    CodeBlock bindings = printing.codes().print(choice.bindings(), verbatim);
    return CodeBlock.builder()
        .add("$L -> {\n$>$L\n", label, bindings)
        .add("yield $L;\n$<}\n", target)
        .build();
  }

  /** A label has no code of its own, but for a guard; a {@code break} behind it may be all. */
  private String mark(Terminator.Choice choice) {
    int jump = choice.target().jumpLine();
    boolean isGuarded =
        choice.label().stream()
            .anyMatch(piece -> piece instanceof Code.Text text && text.text().contains(" when "));
    return isGuarded ? "" : LineTable.mark(jump > 0 ? jump : line);
  }
}
