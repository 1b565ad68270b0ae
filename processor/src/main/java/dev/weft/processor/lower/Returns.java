// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code return} gives: {@code done(v)} ends the coroutine with a value, any other coroutine
 * is awaited in its place - as a tail await where nothing of this body is left to run.
 */
final class Returns {
  private record HandedOver(Variable coroutine, Block block, int line) {}

  private final Context cx;
  private final List<HandedOver> handedOver = new ArrayList<>();

  Returns(Context cx) {
    this.cx = cx;
  }

  /** Ends the current block by a return of {@code expression}, a coroutine. */
  void lower(ExpressionTree expression) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(expression));
    cx.cursor.goOn(cx.unit.line(tree));
    if (cx.awaits.isDone(tree)) {
      lowerDone((MethodInvocationTree) tree);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      Block then = cx.cursor.create(cx.unit.line(choice.getTrueExpression()));
      Block otherwise = cx.cursor.create(cx.unit.line(choice.getFalseExpression()));
      cx.conditions.branch(choice.getCondition(), then, otherwise);
      cx.cursor.start(then);
      lower(choice.getTrueExpression());
      cx.cursor.start(otherwise);
      lower(choice.getFalseExpression());
    } else if (tree instanceof SwitchExpressionTree choice) {
      cx.switches.lowerReturned(choice);
    } else {
      lowerCoroutine(tree);
    }
  }

  private void lowerDone(MethodInvocationTree done) {
    int line = cx.unit.line(done);
    if (done.getArguments().isEmpty()) {
      if (cx.jumps.returnPasses()) {
        cx.jumps.go(Jumps.Destination.RETURN, line);
      } else {
        cx.cursor.end(new Terminator.Return(null));
      }
      return;
    }
    ExpressionTree argument = done.getArguments().get(0);
    end(value(argument, cx.expressions.lower(argument), line), line);
  }

  private void lowerCoroutine(ExpressionTree tree) {
    int line = cx.unit.line(tree);
    Code coroutine = cx.expressions.lower(tree);
    if (cx.jumps.returnPasses() || cx.cursor.region() != null) {
      Code reply = cx.expressions.await(coroutine, cx.graph.method().result(), line);
      end(reply, line);
    } else {
      cx.cursor.end(new Terminator.Tail(coroutine));
    }
  }

  private void end(Code value, int line) {
    if (cx.jumps.returnPasses()) {
      cx.cursor.emit(new Statement.Assign(cx.jumps.returned(), value, line));
      cx.jumps.go(Jumps.Destination.RETURN, line);
    } else {
      cx.cursor.end(new Terminator.Return(value));
    }
  }

  /**
   * The value, with the type that {@code done} gave it where {@code Object} would give it another.
   */
  private Code value(ExpressionTree argument, Code value, int line) {
    return switch (targeting(argument)) {
      case NONE -> value;
      case CAST -> cast(value);
      case TYPED -> {
        Variable result = cx.store("result", cx.graph.method().result(), value, line);
        yield Code.of(Code.Use.read(result));
      }
    };
  }

  private Code cast(Code value) {
    TypeMirror type = cx.graph.method().result();
    return Code.join(
        Code.text("("), Code.of(new Code.Type(type)), Code.text(") ("), value, Code.text(")"));
  }

  /** A return in the middle of verbatim text: one statement. */
  Code verbatim(ExpressionTree expression) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(expression));
    int line = cx.unit.line(tree);
    if (!cx.awaits.isDone(tree)) {
      if (cx.jumps.returnPasses() || cx.cursor.region() != null) {
        return handOver(tree, line);
      }
      Code coroutine = cx.verbatim.of(tree, ended(tree));
      if (targeting(tree) == Targeting.NONE) {
        return Code.join(Code.text("return tail("), coroutine, Code.text(");"));
      }
      String name = cx.variables.fresh("tail");
      return Code.join(
          Code.text("{ "),
          Code.of(new Code.Type(cx.graph.method().element().getReturnType())),
          Code.text(" " + name + " = "),
          coroutine,
          Code.text("; return tail(" + name + "); }"));
    }
    MethodInvocationTree done = (MethodInvocationTree) tree;
    if (cx.jumps.returnPasses()) {
      Code leave = cx.jumps.leave(Jumps.Destination.RETURN, false, line);
      return done.getArguments().isEmpty()
          ? leave
          : Code.join(
              Code.text("{ "),
              Code.of(Code.Use.write(cx.jumps.returned())),
              Code.text(" = "),
              cx.verbatim.of(done.getArguments().get(0)),
              Code.text("; "),
              leave,
              Code.text(" }"));
    }
    if (done.getArguments().isEmpty()) {
      boolean ends = cx.graph.method().kind() == Method.Kind.COROUTINE;
      return Code.text(ends ? "return null;" : "return false;");
    }
    ExpressionTree argument = done.getArguments().get(0);
    Code value = cx.verbatim.of(argument);
    return switch (targeting(argument)) {
      case NONE -> Code.join(Code.text("return "), value, Code.text(";"));
      case CAST -> Code.join(Code.text("return "), cast(value), Code.text(";"));
      case TYPED -> {
        String name = cx.variables.fresh("result");
        yield Code.join(
            Code.text("{ "),
            Code.of(new Code.Type(cx.graph.method().result())),
            Code.text(" " + name + " = "),
            value,
            Code.text("; return " + name + "; }"));
      }
    };
  }

  /**
   * A coroutine that is returned out of a {@code synchronized} block within a {@code try}: it is
   * awaited in the {@code try}, but when the monitor has been left.
   */
  private Code handOver(ExpressionTree tree, int line) {
    TypeMirror type = cx.graph.method().element().getReturnType();
    Variable coroutine = cx.variables.temporary("coroutine", type);
    Block block = cx.cursor.create(line);
    handedOver.add(new HandedOver(coroutine, block, line));
    return Code.join(
        Code.text("{ "),
        Code.of(Code.Use.write(coroutine)),
        Code.text(" = "),
        cx.verbatim.of(tree, ended(tree)),
        Code.text("; "),
        Code.of(new Code.Jump(block)),
        Code.text(" }"));
  }

  /** Awaits what the statement that was emitted last has handed over. */
  void awaitHandedOver() {
    List<HandedOver> all = List.copyOf(handedOver);
    handedOver.clear();
    if (all.isEmpty()) {
      return;
    }
    boolean completes = cx.cursor.isOpen();
    Block behind = cx.cursor.create(all.get(0).line());
    cx.cursor.jump(behind);
    for (HandedOver handed : all) {
      cx.cursor.start(handed.block());
      Code coroutine = Code.of(Code.Use.read(handed.coroutine()));
      Code reply = cx.expressions.await(coroutine, cx.graph.method().result(), handed.line());
      end(reply, handed.line());
    }
    if (completes) {
      cx.cursor.start(behind);
    }
  }

  /**
   * A choice that cannot be taken apart, in a {@code synchronized} block: each {@code done(v)}
   * among its results is a coroutine that has ended.
   */
  private IdentityHashMap<Tree, Code> ended(ExpressionTree choice) {
    IdentityHashMap<Tree, Code> holes = new IdentityHashMap<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void unused) {
        if (!cx.awaits.isDone(call)) {
          return super.visitMethodInvocation(call, null);
        }
        Code value =
            call.getArguments().isEmpty()
                ? Code.text("null")
                : cx.verbatim.of(call.getArguments().get(0));
        holes.put(
            call,
            Code.join(
                Code.of(new Code.Type(cx.declared("dev.weft.Coroutine"))),
                Code.text(".<"),
                Code.of(new Code.Type(cx.graph.method().result())),
                Code.text(">of("),
                value,
                Code.text(")")));
        return null;
      }
    }.scan(choice, null);
    return holes;
  }

  private enum Targeting {
    NONE,
    CAST,
    TYPED
  }

  /**
   * Whether the expression takes its type from the parameter of {@code done}, which is gone in the
   * machine.
   */
  private Targeting targeting(ExpressionTree argument) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(argument));
    if (tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof SwitchExpressionTree) {
      return Targeting.CAST;
    }
    if (cx.awaits.isAwait(tree)) {
      return Targeting.NONE;
    }
    return isGeneric(tree) ? Targeting.TYPED : Targeting.NONE;
  }

  private boolean isGeneric(Tree tree) {
    return tree instanceof NewClassTree creation
        ? cx.unit.element(creation) != null && cx.expressions.isDiamond(creation)
        : tree instanceof MethodInvocationTree call
            && call.getTypeArguments().isEmpty()
            && cx.unit.element(call.getMethodSelect()) instanceof ExecutableElement method
            && !method.getTypeParameters().isEmpty();
  }
}
