// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds the jumps that leave the text being scanned: those whose target does not stand in it. */
abstract class JumpScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Deque<Name> labels = new ArrayDeque<>();
  private int depth;
  private int loops;
  private int breakables;
  private int switchExpressions;
  private int guards;

  /** A {@code break}, {@code continue}, {@code yield} or {@code return} that leaves the text. */
  abstract void leaves(Tree jump);

  /** How many lambdas and class bodies lie around the present place. */
  final int depth() {
    return depth;
  }

  final void setDepth(int depth) {
    this.depth = depth;
  }

  /** Whether a jump from here runs a finally block or closes a resource, which may throw. */
  final boolean isGuarded() {
    return guards > 0;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    int guard = tree.getFinallyBlock() == null && tree.getResources().isEmpty() ? 0 : 1;
    scan(tree.getResources(), null);
    guards += guard;
    scan(tree.getBlock(), null);
    scan(tree.getCatches(), null);
    guards -= guard;
    return scan(tree.getFinallyBlock(), null);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    Name label = tree.getLabel();
    if (depth == 0 && (label == null ? breakables == 0 : !labels.contains(label))) {
      leaves(tree);
    }
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    Name label = tree.getLabel();
    if (depth == 0 && (label == null ? loops == 0 : !labels.contains(label))) {
      leaves(tree);
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    if (depth == 0 && switchExpressions == 0) {
      leaves(tree);
      return null;
    }
    return super.visitYield(tree, null);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    if (depth == 0) {
      leaves(tree);
      return null;
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    depth++;
    super.visitLambdaExpression(tree, null);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    depth++;
    super.visitClass(tree, null);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    labels.push(tree.getLabel());
    super.visitLabeledStatement(tree, null);
    labels.pop();
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    enterLoop();
    super.visitWhileLoop(tree, null);
    leaveLoop();
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    enterLoop();
    super.visitDoWhileLoop(tree, null);
    leaveLoop();
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    enterLoop();
    super.visitForLoop(tree, null);
    leaveLoop();
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    enterLoop();
    super.visitEnhancedForLoop(tree, null);
    leaveLoop();
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    breakables++;
    super.visitSwitch(tree, null);
    breakables--;
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    switchExpressions++;
    super.visitSwitchExpression(tree, null);
    switchExpressions--;
    return null;
  }

  private void enterLoop() {
    loops++;
    breakables++;
  }

  private void leaveLoop() {
    loops--;
    breakables--;
  }
}
