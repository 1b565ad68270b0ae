// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Prints a statement: as the user wrote it, but for declarations of what is declared elsewhere. */
final class StatementPrinter {
  private final Printing printing;
  private final Set<Variable> copied;

  /**
   * @param copied the fields that a local hides
   */
  StatementPrinter(Printing printing, Set<Variable> copied) {
    this.printing = printing;
    this.copied = copied;
  }

  /**
   * @param line the user's line that it begins with
   */
  CodeBlock print(Statement statement, int line) {
    Verbatim verbatim = Verbatim.of(statement.codes().toList(), printing.method());
    CodeBlock printed;
    if (statement instanceof Statement.Run run) {
      printed = run(run.code(), verbatim);
    } else if (statement instanceof Statement.Declare declare) {
      printed = declare(declare.variable(), declare.value(), verbatim);
    } else {
      Statement.Assign assign = (Statement.Assign) statement;
      printed = assign(assign.variable(), assign.value(), verbatim);
    }
    return printed.isEmpty() ? printed : CodeBlock.of("$L$L\n", LineTable.mark(line), printed);
  }

  /** A constant's declaration, for the top of {@code resume}. */
  CodeBlock constant(Statement.Declare declare, Code value) {
    Verbatim verbatim = Verbatim.of(List.of(value), printing.method());
    // Without a line, as it would be stopped at whenever the machine is resumed.
    return CodeBlock.of(
        "final $T $L = $L;\n",
        printing.type(declare.variable()),
        printing.name(declare.variable()),
        printing.codes().print(value.onNoLine(), verbatim));
  }

  private CodeBlock run(Code code, Verbatim verbatim) {
    List<Code.Piece> pieces = code.pieces();
    boolean onlyAwaits =
        pieces.size() == 2
            && pieces.get(0) instanceof Code.Reply
            && pieces.get(1) instanceof Code.Text text
            && text.text().strip().equals(";");
    return onlyAwaits
        ? CodeBlock.of("$L;", printing.codes().value())
        : printing.codes().print(code, verbatim);
  }

  private CodeBlock declare(Variable variable, @Nullable Code value, Verbatim verbatim) {
    Storage storage = printing.layout().storage(variable);
    if (storage == Storage.CONSTANT) {
      return CodeBlock.of("");
    }
    if (storage != Storage.BLOCK_LOCAL) {
      return value == null ? CodeBlock.of("") : assign(variable, value, verbatim);
    }
    CodeBlock type = localType(variable);
    if (value == null) {
      return CodeBlock.of("$L $L;", type, printing.name(variable));
    }
    boolean isTyped = !type.toString().equals("var");
    return CodeBlock.of(
        "$L $L = $L;", type, printing.name(variable), value(variable, value, isTyped, verbatim));
  }

  private CodeBlock localType(Variable variable) {
    if (variable.isInferred()) {
      return CodeBlock.of("var");
    }
    try {
      return CodeBlock.of(
          "$T",
          variable.kind() == Variable.Kind.TEMPORARY
              ? printing.typeNames().exact(variable.type())
              : printing.typeNames().of(variable.type()));
    } catch (UnsupportedCodeException e) {
      return CodeBlock.of("var");
    }
  }

  private CodeBlock assign(Variable variable, Code value, Verbatim verbatim) {
    String name = printing.name(variable);
    return CodeBlock.of(
        "$L = $L;",
        !copied.contains(variable)
            ? name
            : "this." + name + (variable.isNameless() ? " = " + name : ""),
        isArrayInitializer(value)
            ? CodeBlock.of(
                "new $T $L", printing.type(variable), printing.codes().print(value, verbatim))
            : value(variable, value, true, verbatim));
  }

  private static boolean isArrayInitializer(Code value) {
    return !value.isEmpty()
        && value.pieces().get(0) instanceof Code.Text text
        && text.text().startsWith("{");
  }

  private CodeBlock value(Variable variable, Code value, boolean isTyped, Verbatim verbatim) {
    boolean infers =
        isTyped
            && value.pieces().size() == 1
            && value.pieces().get(0) instanceof Code.Reply reply
            && takes(variable.type(), reply.type());
    return infers ? printing.codes().value() : printing.codes().print(value, verbatim);
  }

  /** Whether the variable's type says of what type the reply is; widening is another cast. */
  private boolean takes(TypeMirror target, TypeMirror reply) {
    if (target instanceof PrimitiveType primitive) {
      return printing.types().isSameType(printing.types().boxedClass(primitive).asType(), reply);
    }
    return reply.getKind() != TypeKind.VOID && printing.types().isAssignable(reply, target);
  }
}
