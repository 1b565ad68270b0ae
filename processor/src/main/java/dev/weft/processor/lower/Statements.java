// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.NamelessTypes;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Walks the statements of the scopes that are taken apart. */
final class Statements {
  private final Context cx;

  Statements(Context cx) {
    this.cx = cx;
  }

  void lowerAll(List<? extends StatementTree> statements) {
    statements.forEach(this::lower);
  }

  void lower(StatementTree tree) {
    lower(tree, null);
  }

  /**
   * @param label the label in front of a loop
   */
  private void lower(StatementTree tree, @Nullable Name label) {
    cx.cursor.begin(line(tree));
    if (tree instanceof VariableTree variable) {
      declare(variable);
    } else if (tree instanceof ClassTree type) {
      cx.localClasses.standIn((TypeElement) Objects.requireNonNull(cx.unit.element(type)));
    } else if (tree instanceof ReturnTree end) {
      cx.returns.lower(Objects.requireNonNull(end.getExpression()));
    } else if (tree instanceof ThrowTree end) {
      Code exception = cx.expressions.lower(end.getExpression());
      cx.cursor.end(new Terminator.Throw(exception));
    } else if (tree instanceof BreakTree jump) {
      cx.jumps.go(cx.jumps.breakOf(jump.getLabel()), line(tree));
    } else if (tree instanceof ContinueTree jump) {
      cx.jumps.go(cx.jumps.continueOf(jump.getLabel()), line(tree));
    } else if (tree instanceof YieldTree jump) {
      cx.switches.lowerYield(jump);
    } else if (tree instanceof ExpressionStatementTree statement) {
      lowerExpression(statement);
    } else if (tree instanceof EmptyStatementTree) {
      return;
    } else if (!cx.awaits.in(tree)) {
      keep(tree, Map.of());
    } else if (tree instanceof BlockTree block) {
      lowerAll(block.getStatements());
    } else if (tree instanceof IfTree choice) {
      lowerIf(choice);
    } else if (tree instanceof LabeledStatementTree labelled) {
      lowerLabelled(labelled);
    } else if (cx.loops.lower(tree, label)) {
      return;
    } else if (tree instanceof SwitchTree choice) {
      cx.switches.lower(choice);
    } else if (tree instanceof TryTree attempt) {
      cx.tries.lower(attempt);
    } else if (tree instanceof AssertTree assertion) {
      lowerAssert(assertion);
    } else if (tree instanceof SynchronizedTree locked) {
      // The lock is awaited before it is taken; the block has no await.
      Code lock = cx.expressions.lower(locked.getExpression());
      keep(tree, Map.of(locked.getExpression(), lock));
    } else {
      throw new UnsupportedException(tree, "an await in this kind of statement");
    }
  }

  /** Emits the user's statement as it stands. */
  private void keep(StatementTree tree, Map<Tree, Code> holes) {
    Code code = cx.verbatim.of(tree, holes);
    if (isCompound(tree) && (assignsAndCaptures(code) || assignsNameless(code))) {
      cx.awaits.takeApart(tree);
      lower(tree);
      return;
    }
    cx.run(code, line(tree));
    if (!cx.completion.canComplete(tree)) {
      cx.cursor.end(new Terminator.Unreachable());
    }
    cx.returns.awaitHandedOver();
  }

  /** What is assigned to a variable of a type without a name must be seen as that. */
  private static boolean assignsNameless(Code code) {
    return code.stream()
        .anyMatch(
            piece ->
                piece instanceof Code.Use use
                    && use.access() != Code.Access.READ
                    && use.variable().isNameless());
  }

  private static boolean isCompound(StatementTree tree) {
    return tree instanceof BlockTree
        || tree instanceof IfTree
        || tree instanceof LabeledStatementTree
        || tree instanceof SwitchTree
        || tree instanceof TryTree
        || Loops.isLoop(tree);
  }

  /**
   * Whether one of the lambdas and classes in the code uses what the code assigns: a lambda sees a
   * copy of a field, which must be made between the two.
   */
  static boolean assignsAndCaptures(Code code) {
    Set<Variable> assigned = new HashSet<>();
    Set<Variable> captured = new HashSet<>();
    code.stream()
        .filter(Code.Use.class::isInstance)
        .map(Code.Use.class::cast)
        .forEach(
            use -> {
              if (use.captured()) {
                captured.add(use.variable());
              } else if (use.access() != Code.Access.READ) {
                assigned.add(use.variable());
              }
            });
    return captured.stream().anyMatch(assigned::contains);
  }

  void declare(VariableTree tree) {
    ExpressionTree initializer = tree.getInitializer();
    Code value = initializer == null ? null : initialValue(tree, initializer);
    Variable variable = cx.variables.declare(tree);
    if (value != null) {
      cx.models.note(variable, value);
    }
    cx.cursor.emit(new Statement.Declare(variable, value, line(tree)));
  }

  private Code initialValue(VariableTree tree, ExpressionTree initializer) {
    Code value = cx.expressions.lower(initializer);
    return initializer instanceof NewArrayTree array && array.getType() == null
        ? Code.join(cx.rawTypes.head(cx.variables.element(tree).asType()), value)
        : value;
  }

  private void lowerExpression(ExpressionStatementTree tree) {
    ExpressionTree expression = tree.getExpression();
    Variable assigned =
        expression instanceof AssignmentTree assignment
            ? cx.variables.of(
                cx.unit.element(
                    Objects.requireNonNull(Trees.skipParentheses(assignment.getVariable()))))
            : null;
    if (assigned != null) {
      Code value = cx.expressions.lower(((AssignmentTree) expression).getExpression());
      cx.cursor.emit(new Statement.Assign(assigned, value, line(tree)));
      return;
    }
    ExpressionTree bare = Objects.requireNonNull(Trees.skipParentheses(expression));
    Code code = cx.expressions.lower(bare);
    if (cx.awaits.isAwait(bare) && NamelessTypes.has(cx.expressions.type(bare))) {
      code = Code.of(new Code.Reply(cx.declared("java.lang.Object"))); // Nobody asks for its type.
    }
    cx.run(Code.join(code, Code.text(";")), line(tree));
  }

  private void lowerIf(IfTree tree) {
    StatementTree other = tree.getElseStatement();
    Block then = cx.cursor.create(line(tree.getThenStatement()));
    Block end = cx.cursor.create(line(tree));
    Block otherwise = other == null ? end : cx.cursor.create(line(other));
    cx.conditions.branch(tree.getCondition(), then, otherwise);
    cx.cursor.start(then);
    lower(tree.getThenStatement());
    if (other != null) {
      cx.cursor.jump(end);
      cx.cursor.start(otherwise);
      lower(other);
    }
    cx.cursor.start(end);
  }

  private void lowerLabelled(LabeledStatementTree tree) {
    StatementTree body = tree.getStatement();
    if (Loops.isLoop(body)) {
      lower(body, tree.getLabel());
      return;
    }
    Block end = cx.cursor.create(line(tree));
    Jumps.Target target = new Jumps.Target(tree.getLabel(), false, end, null, null);
    cx.jumps.push(target);
    lower(body);
    cx.jumps.pop(target);
    cx.cursor.start(end);
  }

  private void lowerAssert(AssertTree tree) {
    int line = line(tree);
    Block check = cx.cursor.create(line);
    Block fail = cx.cursor.create(line);
    Block end = cx.cursor.create(line);
    Code enabled =
        Code.join(
            cx.members.type(cx.members.owner()), Code.text(".class.desiredAssertionStatus()"));
    cx.cursor.end(new Terminator.Branch(enabled, check, end));
    cx.cursor.start(check);
    cx.conditions.branch(tree.getCondition(), end, fail);
    cx.cursor.start(fail);
    ExpressionTree detail = tree.getDetail();
    Code message = detail == null ? Code.EMPTY : cx.expressions.lower(detail);
    cx.cursor.end(
        new Terminator.Throw(Code.join(Code.text("new AssertionError("), message, Code.text(")"))));
    cx.cursor.start(end);
  }

  /** Where a statement begins: for a declaration that is behind its annotations. */
  private int line(Tree tree) {
    int start = cx.unit.line(tree);
    boolean isAnnotated =
        tree instanceof VariableTree variable
            && !variable.getModifiers().getAnnotations().isEmpty();
    return isAnnotated && ((VariableTree) tree).getType() != null
        ? Math.max(start, cx.unit.line(((VariableTree) tree).getType()))
        : start;
  }
}
