// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.claim.Contract;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Walks through a class and asks about each tree that a warning can be about. */
final class Mistakes extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AnalysedClasses classes;
  private final Suppressions suppressions;
  private final Unawaited unawaited;
  private final Blocking blocking;

  /** Whether what stands here runs on a loop, which a blocking call would hold up. */
  private boolean onLoop;

  private Mistakes(AnalysedClasses classes) {
    this.classes = classes;
    this.suppressions = new Suppressions(classes);
    this.unawaited = new Unawaited(classes, suppressions);
    this.blocking = new Blocking(classes, suppressions);
  }

  static void find(Tree topLevelClass, AnalysedClasses classes) {
    Mistakes mistakes = new Mistakes(classes);
    mistakes.scan(topLevelClass, null);
    mistakes.unawaited.finish();
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return declared(tree, tree.getModifiers(), false, () -> super.visitClass(tree, null));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    boolean inside = classes.element(tree) instanceof ExecutableElement m && runsOnLoop(m);
    return declared(tree, tree.getModifiers(), inside, () -> super.visitMethod(tree, null));
  }

  /** A plain generator runs wherever it is asked, and may block whoever does. */
  private static boolean runsOnLoop(ExecutableElement method) {
    return Contract.isAsync(method) && !Contract.is(method.getReturnType(), Contract.GENERATOR);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    return declared(
        tree,
        tree.getModifiers(),
        onLoop,
        () -> {
          unawaited.checkVariable(tree);
          if (onLoop) {
            blocking.declare(tree);
          }
          super.visitVariable(tree, null);
        });
  }

  /** It may run anywhere. */
  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    if (tree.getBody() instanceof MethodInvocationTree call) {
      unawaited.checkFunction(tree, call, classes.element(call.getMethodSelect()));
    }
    return within(false, () -> super.visitLambdaExpression(tree, null));
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    unawaited.checkFunction(tree, tree, classes.element(tree));
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree tree, @Nullable Void unused) {
    unawaited.checkDropped(tree.getExpression());
    return super.visitExpressionStatement(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    if (onLoop) {
      blocking.check(tree);
    }
    return super.visitMethodInvocation(tree, null);
  }

  /** What is only assigned to is not used. */
  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    if (!(tree.getVariable() instanceof IdentifierTree variable)) {
      scan(tree.getVariable(), null);
    } else if (onLoop) {
      blocking.assign(variable);
    }
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    unawaited.use(tree);
    return null;
  }

  private @Nullable Void declared(
      Tree tree, ModifiersTree modifiers, boolean inside, Runnable scan) {
    Element element = modifiers.getAnnotations().isEmpty() ? null : classes.element(tree);
    suppressions.enter(element, modifiers);
    within(inside, scan);
    suppressions.leave();
    return null;
  }

  private @Nullable Void within(boolean inside, Runnable scan) {
    boolean outside = onLoop;
    onLoop = inside;
    scan.run();
    onLoop = outside;
    return null;
  }
}
