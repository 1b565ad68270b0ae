// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the expressions whose value an expression passes on as its own: the branches of a
 * conditional, the results of a {@code switch}, what is in parentheses; else itself.
 */
final class Results extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<Tree> results;

  Results(Set<Tree> results) {
    this.results = results;
  }

  void add(@Nullable ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      add(parenthesized.getExpression());
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      add(conditional.getTrueExpression());
      add(conditional.getFalseExpression());
    } else if (tree instanceof SwitchExpressionTree choice) {
      choice.getCases().forEach(this::add);
    } else if (tree != null) {
      results.add(tree);
    }
  }

  private void add(CaseTree choice) {
    if (choice.getBody() instanceof ExpressionTree value) {
      add(value);
    } else {
      scan(choice.getBody(), null);
      scan(choice.getStatements(), null);
    }
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    add(tree.getValue());
    return null;
  }

  // The yields in these belong to others.

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }
}
