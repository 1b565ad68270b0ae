// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Prints how a block ends. What is printed right behind it is fallen into, not jumped to. */
final class Terminators {
  private final Printing printing;
  private final Layout layout;
  private final StatePrinter state;
  private final CodeBlock.Builder out = CodeBlock.builder();
  private final @Nullable Block behind;
  private final boolean sameHandlers;
  private final int lastLine;

  /**
   * @param behind the block that is printed next
   * @param sameHandlers whether what it throws goes to the same handlers
   * @param lastLine the user's line of what was printed last
   */
  Terminators(StatePrinter state, @Nullable Block behind, boolean sameHandlers, int lastLine) {
    this.printing = state.printing();
    this.layout = printing.layout();
    this.state = state;
    this.behind = behind;
    this.sameHandlers = sameHandlers;
    this.lastLine = lastLine;
  }

  CodeBlock print(Block block) {
    Terminator end = block.terminator();
    int line = line(block);
    Verbatim verbatim = Verbatim.of(end.codes().toList(), printing.method());
    try {
      if (end instanceof Terminator.Goto go) {
        goTo(go.target());
      } else if (end instanceof Terminator.Branch branch) {
        branch(branch, verbatim);
      } else if (end instanceof Terminator.Select select) {
        out.add(new SelectPrinter(printing, verbatim, line).print(select));
      } else if (end instanceof Terminator.Await await) {
        await(block, await, verbatim);
      } else if (end instanceof Terminator.Return result) {
        result(result.value(), verbatim);
      } else if (end instanceof Terminator.Tail tail) {
        tail(tail.coroutine(), verbatim);
      } else if (end instanceof Terminator.Throw thrown) {
        out.add("throw $L;\n", printing.codes().print(thrown.exception(), verbatim));
      }
    } catch (UnsupportedCodeException e) {
      throw e.at(null, line);
    }
    CodeBlock printed = out.build();
    return printed.isEmpty() ? printed : CodeBlock.of("$L$L", LineTable.mark(line), printed);
  }

  private int line(Block block) {
    if (block.terminator() instanceof Terminator.Goto go && !go.isStatement()) {
      return 0; // the user wrote no jump: it belongs to what comes before
    }
    int own = block.lastLine() > 0 ? block.lastLine() : lineOfText(block.terminator());
    return block.lineOf(own, block.statements().isEmpty());
  }

  private int lineOfText(Terminator end) {
    return end.codes()
        .flatMap(Code::stream)
        .filter(piece -> piece instanceof Code.Text text && text.line() > 0)
        .map(piece -> ((Code.Text) piece).line())
        .findFirst()
        .orElse(lastLine);
  }

  private void goTo(Block target) {
    boolean falls = layout.target(target) == behind;
    if (falls && sameHandlers) {
      return;
    }
    out.add("state = $L;\n", layout.targetNumber(target));
    if (!falls) {
      out.add("continue;\n");
    }
  }

  private void branch(Terminator.Branch branch, Verbatim verbatim) {
    if (layout.target(branch.then()) == behind) {
      leaveIf(Condition.negate(branch.condition()), branch.otherwise(), verbatim);
      goTo(branch.then());
    } else if (layout.target(branch.otherwise()) == behind) {
      leaveIf(branch.condition(), branch.then(), verbatim);
      goTo(branch.otherwise());
    } else {
      out.add(
          "state = $L ? $L : $L;\ncontinue;\n",
          printing.codes().print(Condition.operand(branch.condition()), verbatim),
          layout.targetNumber(branch.then()),
          layout.targetNumber(branch.otherwise()));
    }
  }

  private void leaveIf(Code condition, Block target, Verbatim verbatim) {
    out.add("if ($L) {\n$>", printing.codes().print(condition, verbatim));
    String mark = LineTable.mark(target.jumpLine());
    out.add("$Lstate = $L;\ncontinue;\n$<}\n", mark, layout.targetNumber(target));
  }

  /**
   * The resume state is the first argument, so that the operand is still evaluated in the old one.
   * References that are dead by then are let go of before; if the operand itself needs one, it is
   * evaluated first.
   */
  private void await(Block block, Terminator.Await await, Verbatim verbatim) {
    CodeBlock operand = printing.codes().print(await.operand(), verbatim);
    List<Variable> dead = layout.clears(block);
    String mark = LineTable.mark(await.resume().line());
    if (StatePrinter.uses(await.operand()).anyMatch(use -> isDying(use.variable(), dead))) {
      String awaited = printing.names().fresh(await.emits() ? "element" : "awaited");
      out.add("$Lvar $L = $L;\n", mark, awaited, operand);
      operand = CodeBlock.of("$L", awaited);
    }
    for (Variable variable : dead) {
      String name = printing.name(variable);
      String field = state.copied().contains(variable) ? "this." + name : name;
      out.add("$L$L = null;\n", mark, field);
    }
    int resume = layout.number(await.resume());
    if (await.emits()) {
      out.add("$Lreturn emit($L, $L);\n", mark, resume, operand);
      return;
    }
    String reply = printing.names().reply();
    out.add("$L$L = await($L, $L);\n", mark, reply, resume, operand);
    out.add("$Lif ($L == SUSPENDED) {\n$>", mark, reply);
    out.add("$Lreturn SUSPENDED;\n$<}\n", mark);
    if (await.resume() != behind) {
      out.add("continue;\n");
    }
  }

  private boolean isDying(Variable variable, List<Variable> dead) {
    return dead.contains(variable) && !state.copied().contains(variable);
  }

  private void result(@Nullable Code value, Verbatim verbatim) {
    if (printing.method().kind() != Method.Kind.COROUTINE) {
      out.add("return false;\n"); // no element
    } else if (value == null) {
      out.add("return null;\n");
    } else if (value.pieces().size() == 1 && value.pieces().get(0) instanceof Code.Reply) {
      out.add("return $L;\n", printing.codes().value());
    } else {
      out.add("return $L;\n", typed(value, "result", printing.method().result(), verbatim));
    }
  }

  private void tail(Code coroutine, Verbatim verbatim) {
    TypeMirror type = printing.method().element().getReturnType();
    out.add("return tail($L);\n", typed(coroutine, "tail", type, verbatim));
  }

  /** A lambda gets its type from where it stands: what it was given to is no longer there. */
  private CodeBlock typed(Code value, String name, TypeMirror type, Verbatim verbatim) {
    CodeBlock printed = printing.codes().print(value, verbatim);
    if (!hasLambda(value)) {
      return printed;
    }
    TypeName typeName = printing.typeNames().of(type);
    String local = printing.names().fresh(name);
    out.add("$T $L = $L;\n", typeName, local, printed);
    return CodeBlock.of("$L", local);
  }

  private static boolean hasLambda(Code code) {
    return code.stream()
        .anyMatch(
            piece ->
                piece instanceof Code.Text text
                    && (text.text().contains("->") || text.text().contains("::")));
  }
}
