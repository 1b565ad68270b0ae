// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.analyse.State;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the states that one method holds: the cases of its switch, and what they share. */
final class StatesPrinter {
  private final Printing printing;
  private final List<State> states;

  StatesPrinter(Printing printing, List<State> states) {
    this.printing = printing;
    this.states = states;
  }

  /**
   * The {@code final} locals that {@code case} labels name: all, as the value of one may name
   * another.
   */
  CodeBlock constants() {
    if (printing.layout().isDivided() && !mentionsConstants()) {
      return CodeBlock.of("");
    }
    StatementPrinter printer = new StatementPrinter(printing, Set.of());
    CodeBlock.Builder out = CodeBlock.builder();
    statements(printing.layout().states())
        .filter(Statement.Declare.class::isInstance)
        .map(Statement.Declare.class::cast)
        .filter(declare -> isConstant(declare.variable()))
        .forEach(
            declare -> {
              Code value = declare.value();
              if (value != null) {
                out.add(printer.constant(declare, value));
              }
            });
    return out.build();
  }

  /** In front of the loop around the switch, where verbatim text jumps to it. */
  CodeBlock label() {
    return statements(states).anyMatch(statement -> !statement.exits().isEmpty())
        ? CodeBlock.of("$L:\n", printing.names().label())
        : CodeBlock.of("");
  }

  /**
   * The switch.
   *
   * @param otherwise what to do in a state that is none of these
   */
  CodeBlock cases(CodeBlock otherwise) {
    CodeBlock.Builder cases = CodeBlock.builder().add("switch (state) {\n$>");
    for (int i = 0; i < states.size(); i++) {
      State next = i + 1 < states.size() ? states.get(i + 1) : null;
      cases.add(StatePrinter.print(states.get(i), next, printing));
    }
    return cases.add("default:\n$>$L$<$<}\n", otherwise).build();
  }

  private boolean mentionsConstants() {
    return states.stream()
        .flatMap(state -> state.blocks().stream())
        .flatMap(
            block ->
                Stream.concat(
                    block.statements().stream().flatMap(Statement::codes),
                    block.terminator().codes()))
        .flatMap(StatePrinter::uses)
        .anyMatch(use -> isConstant(use.variable()));
  }

  private boolean isConstant(Variable variable) {
    return printing.layout().storage(variable) == Storage.CONSTANT;
  }

  private static Stream<Statement> statements(List<State> states) {
    return states.stream()
        .flatMap(state -> state.blocks().stream())
        .map(Block::statements)
        .flatMap(List::stream);
  }
}
