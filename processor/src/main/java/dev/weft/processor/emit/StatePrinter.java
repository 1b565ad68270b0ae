// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.analyse.State;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints one case of the switch: its statements, each with what must stand in front of it.
 *
 * <pre>{@code
 * case 3: {
 *   // executor.execute(() -> log(name));
 *   final String name = this.name;               // a lambda may capture no field
 *   executor.execute(() -> log(name));
 *   reply = await(4, Weft.sleep(pause));
 *   if (reply == SUSPENDED) {
 *     return SUSPENDED;
 *   }
 * }
 * }</pre>
 */
final class StatePrinter {
  private final Printing printing;
  private final CodeBlock.Builder out = CodeBlock.builder();

  /** The fields that a local of the same name stands for in the rest of this state. */
  private final Set<Variable> copied = new HashSet<>();

  private StatePrinter(Printing printing) {
    this.printing = printing;
  }

  /**
   * @param next the state that is printed behind it
   */
  static CodeBlock print(State state, @Nullable State next, Printing printing) {
    StatePrinter printer = new StatePrinter(printing);
    printer.out.add("$Lcase $L: {\n$>", LineTable.startOf(state.number()), state.number());
    printer.comment(state.head().line());
    List<Block> blocks = state.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      boolean isLast = i + 1 == blocks.size();
      Block behind = isLast ? (next == null ? null : next.head()) : blocks.get(i + 1);
      boolean sameHandlers = !isLast || next == null || next.handlers().equals(state.handlers());
      printer.print(blocks.get(i), behind, sameHandlers);
    }
    return printer.out.add("$<}$L\n", LineTable.endOfState()).build();
  }

  private void comment(int line) {
    String source = printing.method().sourceLine(line).strip();
    if (source.codePoints().anyMatch(Character::isLetter)) { // a brace alone tells nothing
      // A malformed Unicode escape is an error even in a comment, and \\u000a ends it.
      out.add("// $L\n", source.replace("\\u", "\\ u"));
    }
  }

  private void print(Block block, @Nullable Block behind, boolean sameHandlers) {
    int line = block.line();
    boolean isFirst = true;
    for (Statement statement : block.statements()) {
      line = block.lineOf(statement.line(), isFirst);
      print(statement, line);
      isFirst = false;
    }
    Terminators terminators = new Terminators(this, behind, sameHandlers, line);
    copy(block.terminator().codes().toList());
    out.add(terminators.print(block));
  }

  private void print(Statement statement, int line) {
    List<Code> codes = statement.codes().toList();
    rejectAssignedAndCaptured(statement);
    copy(codes);
    try {
      out.add(new StatementPrinter(printing, copied).print(statement, line));
    } catch (UnsupportedCodeException e) {
      throw e.at(null, statement.line());
    }
  }

  /** The copy would be made before the value is there. */
  private void rejectAssignedAndCaptured(Statement statement) {
    List<Code.Use> uses = statement.codes().flatMap(StatePrinter::uses).toList();
    for (Code.Use use : uses) {
      boolean isAssigned = use.access() != Code.Access.READ && isField(use.variable());
      if (isAssigned && uses.stream().anyMatch(u -> isCaptureOf(u, use.variable()))) {
        throw UnsupportedCodeException.assignedAndCaptured(use.variable(), statement.line());
      }
    }
  }

  private static boolean isCaptureOf(Code.Use use, Variable variable) {
    return use.captured() && use.variable() == variable;
  }

  /** Makes locals of the fields that code cannot use as they are. */
  private void copy(List<Code> codes) {
    codes.stream()
        .flatMap(StatePrinter::uses)
        .filter(use -> isField(use.variable()))
        .forEach(
            use -> {
              if (use.variable().isNameless()) {
                copyTyped(use);
              } else if (use.captured()) {
                copyCaptured(use.variable());
              }
            });
  }

  /** A lambda sees the value of its own iteration, and may capture only what is a local. */
  private void copyCaptured(Variable variable) {
    if (copied.add(variable)) {
      String name = printing.name(variable);
      out.add("final $T $L = this.$L;\n", printing.type(variable), name, name);
    }
  }

  /** The field is of a wider type than the variable, and only {@code var} can declare that. */
  private void copyTyped(Code.Use use) {
    Variable variable = use.variable();
    Code model = variable.model();
    if (model == null || use.access() != Code.Access.READ) {
      throw UnsupportedCodeException.unnameable(variable.type())
          .at(variable, printing.line(variable));
    }
    if (copied.add(variable)) {
      String name = printing.name(variable);
      Verbatim verbatim = Verbatim.of(List.of(model), printing.method());
      out.add(
          "var $L = typed(true ? null : $L, this.$L);\n",
          name,
          printing.codes().print(model, verbatim),
          name);
    }
  }

  private boolean isField(Variable variable) {
    return printing.layout().storage(variable) == Storage.FIELD;
  }

  static Stream<Code.Use> uses(Code code) {
    return code.stream().filter(Code.Use.class::isInstance).map(Code.Use.class::cast);
  }

  Printing printing() {
    return printing;
  }

  Set<Variable> copied() {
    return copied;
  }
}
