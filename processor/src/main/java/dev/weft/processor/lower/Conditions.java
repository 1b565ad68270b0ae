// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.Objects;

/**
 * Lowers {@code &&}, {@code ||}, {@code !} and {@code ?:} with an await in them to branches, so
 * that what is not needed is not started.
 */
final class Conditions {
  private final Context cx;

  Conditions(Context cx) {
    this.cx = cx;
  }

  /** Ends the current block by a branch on the condition. */
  void branch(ExpressionTree condition, Block then, Block otherwise) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(condition));
    cx.cursor.goOn(cx.unit.line(tree));
    Boolean constant = cx.completion.constant(tree);
    if (constant != null) {
      cx.cursor.jump(constant ? then : otherwise);
    } else if (!cx.awaits.in(tree)) {
      Code code = cx.verbatim.of(tree);
      if (hasParts(tree) && Statements.assignsAndCaptures(code)) {
        takeApart(tree, then, otherwise);
      } else {
        cx.cursor.end(new Terminator.Branch(code, then, otherwise));
      }
    } else {
      takeApart(tree, then, otherwise);
    }
  }

  /**
   * By its parts: what awaits, and a lambda that captures what a pattern in front of it binds,
   * since it sees a copy that is made between the two.
   */
  private void takeApart(ExpressionTree tree, Block then, Block otherwise) {
    if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      branch(((UnaryTree) tree).getExpression(), otherwise, then);
    } else if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
      BinaryTree and = (BinaryTree) tree;
      Block right = cx.cursor.create(cx.unit.line(and.getRightOperand()));
      branch(and.getLeftOperand(), right, otherwise);
      cx.cursor.start(right);
      branch(and.getRightOperand(), then, otherwise);
    } else if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      BinaryTree or = (BinaryTree) tree;
      Block right = cx.cursor.create(cx.unit.line(or.getRightOperand()));
      branch(or.getLeftOperand(), then, right);
      cx.cursor.start(right);
      branch(or.getRightOperand(), then, otherwise);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      Block first = cx.cursor.create(cx.unit.line(choice.getTrueExpression()));
      Block second = cx.cursor.create(cx.unit.line(choice.getFalseExpression()));
      branch(choice.getCondition(), first, second);
      cx.cursor.start(first);
      branch(choice.getTrueExpression(), then, otherwise);
      cx.cursor.start(second);
      branch(choice.getFalseExpression(), then, otherwise);
    } else {
      Code code = cx.expressions.lower(tree);
      cx.cursor.end(new Terminator.Branch(code, then, otherwise));
    }
  }

  private static boolean hasParts(ExpressionTree tree) {
    return tree.getKind() == Tree.Kind.CONDITIONAL_AND
        || tree.getKind() == Tree.Kind.CONDITIONAL_OR
        || tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        || tree instanceof ConditionalExpressionTree;
  }

  /** The value of a conditional, {@code &&} or {@code ||}, in a temporary that both ways assign. */
  Code value(ExpressionTree tree) {
    int line = cx.unit.line(tree);
    Block then = cx.cursor.create(line);
    Block otherwise = cx.cursor.create(line);
    Block end = cx.cursor.create(line);
    boolean choice = tree instanceof ConditionalExpressionTree;
    Variable value = cx.variables.temporary(choice ? "choice" : "test", cx.expressions.type(tree));
    if (tree instanceof ConditionalExpressionTree conditional) {
      branch(conditional.getCondition(), then, otherwise);
      assign(value, then, end, conditional.getTrueExpression());
      assign(value, otherwise, end, conditional.getFalseExpression());
    } else {
      branch(tree, then, otherwise);
      assign(value, then, end, Code.text("true"), line);
      assign(value, otherwise, end, Code.text("false"), line);
    }
    cx.cursor.start(end);
    return Code.of(Code.Use.read(value));
  }

  private void assign(Variable value, Block block, Block end, ExpressionTree arm) {
    cx.cursor.start(block);
    Code code = cx.expressions.lower(arm);
    cx.models.note(value, code);
    cx.cursor.emit(new Statement.Assign(value, code, cx.unit.line(arm)));
    cx.cursor.jump(end);
  }

  private void assign(Variable value, Block block, Block end, Code code, int line) {
    cx.cursor.start(block);
    cx.cursor.emit(new Statement.Assign(value, code, line));
    cx.cursor.jump(end);
  }
}
