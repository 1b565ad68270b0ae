// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.ImplicitAwaits;
import dev.weft.processor.graph.Method;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Which trees of a body must be taken apart: those with an await or an emit in them, a {@code for}
 * or {@code try} that awaits though it does not say so, a {@code return} that picks its {@code
 * done(...)} by a condition, and one that returns another coroutine inside of a {@code try}. What
 * stands in a lambda or a class body belongs to another method and does not count.
 */
final class Awaits {
  private static final String WEFT = "dev.weft.Weft";

  private final AttributedUnit unit;

  /** Null where nothing may be awaited. */
  private final @Nullable ImplicitAwaits implicit;

  private final Set<Tree> apart = Collections.newSetFromMap(new IdentityHashMap<>());

  private Awaits(AttributedUnit unit, Method method) {
    this.unit = unit;
    this.implicit = method.kind() == Method.Kind.GENERATOR ? null : new ImplicitAwaits(unit);
  }

  static Awaits in(AttributedUnit unit, Method method, Tree body) {
    Awaits awaits = new Awaits(unit, method);
    awaits.new Scanner().scan(body, null);
    return awaits;
  }

  /** Whether the tree must be taken apart. */
  boolean in(@Nullable Tree tree) {
    return tree != null && apart.contains(tree);
  }

  /** From now on a statement must be taken apart, though nothing in it awaits. */
  void takeApart(Tree statement) {
    apart.add(statement);
  }

  boolean isAwait(Tree tree) {
    return isCallOf(tree, "await");
  }

  boolean isEmit(Tree tree) {
    return isCallOf(tree, "emit");
  }

  /** A {@code for} over what gives its elements by awaiting. */
  boolean isLoop(Tree tree) {
    return implicit != null && implicit.isLoop(tree);
  }

  /** A resource that is closed by awaiting. */
  boolean isResource(Tree tree) {
    return implicit != null && implicit.isResource(tree);
  }

  private boolean isTry(Tree tree) {
    return implicit != null && implicit.isTry(tree);
  }

  /** A call of {@code Weft.done}. */
  boolean isDone(@Nullable Tree tree) {
    return isCallOf(tree, "done");
  }

  private boolean isCallOf(@Nullable Tree tree, String name) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return false;
    }
    Element method = unit.element(call.getMethodSelect());
    return method != null
        && method.getSimpleName().contentEquals(name)
        && method.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(WEFT);
  }

  private final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Deque<Tree> path = new ArrayDeque<>();

    /** The switch expressions whose values are returned. */
    private final Set<Tree> returned = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null) {
        return null;
      }
      path.push(tree);
      super.scan(tree, null);
      path.pop();
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      if (isAwait(call) || isEmit(call)) {
        apart.addAll(path);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
      if (isLoop(tree)) {
        apart.addAll(path);
      }
      return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
      if (isTry(tree)) {
        apart.addAll(path);
      }
      return super.visitTry(tree, null);
    }

    /**
     * In a switch expression, javac 17 makes code that cannot be verified of it where other values
     * wait on the stack, as they may in the machine where the user had none.
     */
    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
      if (path.stream().anyMatch(SwitchExpressionTree.class::isInstance)) {
        apart.addAll(path);
      }
      return super.visitSynchronized(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
      ExpressionTree value = Trees.skipParentheses(tree.getExpression());
      if (value instanceof ConditionalExpressionTree || value instanceof SwitchExpressionTree) {
        apart.addAll(path);
        markResults(value);
      } else if (value != null && !isDone(value) && isInTry()) {
        // A coroutine that is returned inside of a try is awaited inside of it.
        apart.addAll(path);
      }
      return super.visitReturn(tree, null);
    }

    /** As a return, where the switch is what is returned. */
    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
      ExpressionTree value = Trees.skipParentheses(tree.getValue());
      boolean isChoice =
          value instanceof ConditionalExpressionTree || value instanceof SwitchExpressionTree;
      if (isOfReturned() && (isChoice || (!isDone(value) && isInTry()))) {
        apart.addAll(path);
        markResults(value);
      }
      return super.visitYield(tree, null);
    }

    private boolean isOfReturned() {
      return path.stream()
          .filter(SwitchExpressionTree.class::isInstance)
          .findFirst()
          .filter(returned::contains)
          .isPresent();
    }

    /** Also in a loop that closes its iterator. */
    private boolean isInTry() {
      return path.stream().anyMatch(around -> around instanceof TryTree || isLoop(around));
    }

    /** Nested choices are taken apart with their outer one. */
    private void markResults(@Nullable ExpressionTree value) {
      ExpressionTree choice = Trees.skipParentheses(value);
      if (choice instanceof ConditionalExpressionTree conditional) {
        apart.add(conditional);
        markResults(conditional.getTrueExpression());
        markResults(conditional.getFalseExpression());
      } else if (choice instanceof SwitchExpressionTree) {
        apart.add(choice);
        returned.add(choice);
      }
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
}
