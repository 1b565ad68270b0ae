// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can complete normally, exactly as javac decides it (JLS 14.22): behind one
 * that cannot, no statement may be printed.
 */
final class Completion {
  private final AttributedUnit unit;

  Completion(AttributedUnit unit) {
    this.unit = unit;
  }

  boolean canComplete(StatementTree tree) {
    return canComplete(tree, null);
  }

  private boolean canComplete(StatementTree tree, @Nullable Name label) {
    if (tree instanceof ReturnTree
        || tree instanceof ThrowTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree) {
      return false;
    } else if (tree instanceof BlockTree block) {
      return canComplete(block.getStatements());
    } else if (tree instanceof LabeledStatementTree labelled) {
      return canComplete(labelled.getStatement(), labelled.getLabel())
          || breaks(labelled.getStatement(), labelled.getLabel());
    } else if (tree instanceof IfTree choice) {
      return choice.getElseStatement() == null
          || canComplete(choice.getThenStatement())
          || canComplete(choice.getElseStatement());
    } else if (tree instanceof WhileLoopTree loop) {
      return !isTrue(loop.getCondition()) || breaks(loop.getStatement(), null);
    } else if (tree instanceof DoWhileLoopTree loop) {
      boolean reachesCondition =
          canComplete(loop.getStatement())
              || continues(loop.getStatement(), null)
              || (label != null && continues(loop.getStatement(), label));
      return (reachesCondition && !isTrue(loop.getCondition()))
          || breaks(loop.getStatement(), null);
    } else if (tree instanceof ForLoopTree loop) {
      return (loop.getCondition() != null && !isTrue(loop.getCondition()))
          || breaks(loop.getStatement(), null);
    } else if (tree instanceof SynchronizedTree block) {
      return canComplete(block.getBlock());
    } else if (tree instanceof TryTree attempt) {
      return canComplete(attempt);
    } else if (tree instanceof SwitchTree choice) {
      return canComplete(choice);
    }
    return true;
  }

  private boolean canComplete(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::canComplete);
  }

  private boolean canComplete(TryTree tree) {
    boolean ends =
        canComplete(tree.getBlock())
            || tree.getCatches().stream().anyMatch(clause -> canComplete(clause.getBlock()));
    return ends && (tree.getFinallyBlock() == null || canComplete(tree.getFinallyBlock()));
  }

  private boolean canComplete(SwitchTree tree) {
    List<? extends CaseTree> cases = tree.getCases();
    if (cases.isEmpty() || !isExhaustive(tree)) {
      return true;
    }
    for (CaseTree branch : cases) {
      boolean last = branch.equals(cases.get(cases.size() - 1));
      if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
        Tree body = Objects.requireNonNull(branch.getBody());
        if (body instanceof ExpressionTree
            || (body instanceof StatementTree statement && canComplete(statement))
            || breaks(body, null)) {
          return true;
        }
      } else {
        List<? extends StatementTree> statements = branch.getStatements();
        if ((last && canComplete(statements))
            || statements.stream().anyMatch(statement -> breaks(statement, null))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the switch takes every value: a default, or one of the newer forms, which must be
   * exhaustive.
   */
  private boolean isExhaustive(SwitchTree tree) {
    return tree.getCases().stream().anyMatch(branch -> CaseLabels.isDefault(unit, branch))
        || tree.getCases().stream().anyMatch(branch -> CaseLabels.isPatternOrNull(unit, branch));
  }

  private boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(constant(condition));
  }

  /** The value of a constant boolean expression (JLS 15.29); null for any other. */
  @Nullable Boolean constant(ExpressionTree condition) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(condition));
    if (tree instanceof LiteralTree literal) {
      return literal.getValue() instanceof Boolean value ? value : null;
    } else if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      Boolean operand = constant(((UnaryTree) tree).getExpression());
      return operand == null ? null : !operand;
    } else if (tree instanceof BinaryTree binary) {
      Object value = Constants.fold(unit, binary);
      return value instanceof Boolean truth ? truth : null;
    }
    return (unit.element(tree) instanceof VariableElement variable
            && variable.getConstantValue() instanceof Boolean value)
        ? value
        : null;
  }

  /** Whether a break that can be reached leaves the statement by this label, or without one. */
  private boolean breaks(Tree body, @Nullable Name label) {
    return new Exit(label, true).in(body);
  }

  private boolean continues(Tree body, @Nullable Name label) {
    return new Exit(label, false).in(body);
  }

  private static final class Exit extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final @Nullable Name label;
    private final boolean breaks;
    private int inner;
    private int innerLoops;
    private boolean found;

    Exit(@Nullable Name label, boolean breaks) {
      this.label = label;
      this.breaks = breaks;
    }

    boolean in(Tree tree) {
      scan(tree, null);
      return found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      boolean loop = tree != null && Loops.isLoop(tree);
      boolean breakable = loop || tree instanceof SwitchTree;
      innerLoops += loop ? 1 : 0;
      inner += breakable ? 1 : 0;
      super.scan(tree, null);
      innerLoops -= loop ? 1 : 0;
      inner -= breakable ? 1 : 0;
      return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
      found |= breaks && matches(tree.getLabel(), inner);
      return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
      found |= !breaks && matches(tree.getLabel(), innerLoops);
      return null;
    }

    private boolean matches(@Nullable Name used, int around) {
      return used == null ? label == null && around == 0 : used.equals(label);
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
