// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lowers switches with an await in them, statements and expressions: each group of labels gets a
 * block, and the switch that is left over picks one.
 *
 * <pre>
 *   switch (await(x)) {                    state = switch (reply) {
 *     case 1, 2 -> f(await(y));     -->      case 1, 2 -> 4;
 *     default -> g();                        default -> 6;
 *   }                                      };
 * </pre>
 */
final class Switches {
  /**
   * Where the value of a switch expression goes; without a variable it is what the method returns.
   */
  record Result(@Nullable Variable variable) {}

  private final Context cx;

  Switches(Context cx) {
    this.cx = cx;
  }

  void lower(SwitchTree tree) {
    Block end = cx.cursor.create(cx.unit.line(tree));
    boolean exhaustive =
        tree.getCases().stream()
            .anyMatch(
                branch ->
                    CaseLabels.isDefault(cx.unit, branch)
                        || CaseLabels.isPatternOrNull(cx.unit, branch));
    Jumps.Target target = new Jumps.Target(null, true, end, null, null);
    lower(tree.getExpression(), tree.getCases(), target, exhaustive ? null : end);
  }

  /** The value of a switch expression, in a temporary. */
  Code value(SwitchExpressionTree tree) {
    Variable value = cx.variables.temporary("choice", cx.expressions.type(tree));
    lower(tree, new Result(value));
    return Code.of(Code.Use.read(value));
  }

  /** A switch expression whose value the method returns. */
  void lowerReturned(SwitchExpressionTree tree) {
    lower(tree, new Result(null));
    cx.cursor.end(new Terminator.Unreachable());
  }

  private void lower(SwitchExpressionTree tree, Result result) {
    Block end = cx.cursor.create(cx.unit.line(tree));
    Jumps.Target target = new Jumps.Target(null, false, end, null, result);
    lower(tree.getExpression(), tree.getCases(), target, null);
  }

  private void lower(
      ExpressionTree selector,
      List<? extends CaseTree> cases,
      Jumps.Target target,
      @Nullable Block unmatched) {
    ExpressionTree bare = Objects.requireNonNull(Trees.skipParentheses(selector));
    Code value = cx.expressions.lower(bare);
    List<Block> blocks =
        cases.stream().map(branch -> cx.cursor.create(cx.unit.line(branch))).toList();
    if (cases.stream().anyMatch(branch -> CaseLabels.awaitedGuard(cx, branch) != null)) {
      new GuardedSelect(cx, bare, cases, blocks).lower(value);
    } else {
      List<Terminator.Choice> choices = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        choices.add(CaseLabels.choice(cx, cases.get(i), blocks.get(i)));
      }
      if (unmatched != null) {
        choices.add(new Terminator.Choice(Code.text("default"), Code.EMPTY, unmatched));
      }
      Code here = Code.of(new Code.Text("", cx.unit.line(bare))); // the value may have no line
      cx.cursor.end(new Terminator.Select(Code.join(here, value), choices));
    }
    cx.jumps.push(target);
    for (int i = 0; i < cases.size(); i++) {
      cx.cursor.start(blocks.get(i));
      lowerBody(cases.get(i), target);
    }
    cx.jumps.pop(target);
    cx.cursor.start(target.end());
  }

  private void lowerBody(CaseTree branch, Jumps.Target target) {
    if (branch.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      cx.statements.lowerAll(branch.getStatements());
      return;
    }
    Tree body = Objects.requireNonNull(branch.getBody());
    if (body instanceof StatementTree statement) {
      cx.statements.lower(statement);
    } else if (target.result() != null) {
      give(target, (ExpressionTree) body);
    } else {
      int line = cx.unit.line(body);
      cx.run(Code.join(cx.expressions.lower((ExpressionTree) body), Code.text(";")), line);
    }
    cx.cursor.jump(target.end());
  }

  void lowerYield(YieldTree tree) {
    give(cx.jumps.yieldOf(), tree.getValue());
  }

  private void give(Jumps.Target target, ExpressionTree value) {
    int line = cx.unit.line(value);
    Variable variable = Objects.requireNonNull(target.result()).variable();
    if (variable == null) {
      cx.returns.lower(value);
      return;
    }
    Code code = cx.expressions.lower(value);
    cx.models.note(variable, code);
    cx.cursor.emit(new Statement.Assign(variable, code, line));
    cx.jumps.go(new Jumps.Destination(target, target.end()), line);
  }

  /** A yield in the middle of verbatim text: one statement. */
  Code verbatimYield(YieldTree tree, boolean isGuarded) {
    Jumps.Target target = cx.jumps.yieldOf();
    Variable variable = Objects.requireNonNull(target.result()).variable();
    if (variable == null) {
      return cx.returns.verbatim(tree.getValue());
    }
    Code leave =
        cx.jumps.leave(new Jumps.Destination(target, target.end()), isGuarded, cx.unit.line(tree));
    return Code.join(
        Code.text("{ "),
        Code.of(Code.Use.write(variable)),
        Code.text(" = "),
        cx.verbatim.of(tree.getValue()),
        Code.text("; "),
        leave,
        Code.text(" }"));
  }
}
