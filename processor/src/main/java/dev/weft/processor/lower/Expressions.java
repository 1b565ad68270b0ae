// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import dev.weft.processor.lower.Operands.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers an expression to code without awaits, after the blocks that await.
 *
 * <p>The code that comes back must be the next thing that is emitted: it may hold the {@link
 * Code.Reply} of the block that the cursor now stands in.
 */
final class Expressions {
  private final Context cx;

  Expressions(Context cx) {
    this.cx = cx;
  }

  Code lower(ExpressionTree tree) {
    if (!cx.awaits.in(tree)) {
      return cx.verbatim.of(tree);
    }
    if (tree instanceof MethodInvocationTree call && cx.awaits.isAwait(call)) {
      return lowerAwait(call);
    }
    if (tree instanceof MethodInvocationTree call && cx.awaits.isEmit(call)) {
      return lowerEmit(call);
    }
    if (tree instanceof ConditionalExpressionTree || isLogical(tree)) {
      return cx.conditions.value(tree);
    }
    if (tree instanceof SwitchExpressionTree choice) {
      return cx.switches.value(choice);
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      return cx.assignments.compound(assignment);
    }
    if (tree instanceof NewClassTree creation) {
      new Initialization(cx).of(creation);
    }
    return cx.verbatim.of(tree, cx.operands.lower(operands(tree)));
  }

  private Code lowerAwait(MethodInvocationTree call) {
    ExpressionTree awaited = call.getArguments().get(0);
    int line = cx.unit.line(call);
    Code operand = lower(awaited);
    if (needsTarget(awaited)) {
      Variable typed = cx.store(cx.operands.hint(awaited), type(awaited), operand, line);
      operand = Code.of(Code.Use.read(typed));
    }
    return await(operand, type(call), line);
  }

  /** Hands out a value; the code that comes back throws what closes the generator there. */
  private Code lowerEmit(MethodInvocationTree call) {
    Code value = lower(call.getArguments().get(0));
    Block resume = cx.cursor.create(cx.unit.line(call));
    cx.cursor.end(new Terminator.Await(value, resume, true));
    cx.cursor.start(resume);
    cx.cursor.goOn(resume.line());
    return Code.text("emitted()");
  }

  /** Suspends; the code that comes back is the reply. */
  Code await(Code operand, TypeMirror type, int line) {
    Block resume = cx.cursor.create(line);
    cx.cursor.end(new Terminator.Await(operand, resume));
    cx.cursor.start(resume);
    cx.cursor.goOn(line);
    return cx.models.reply(operand, type);
  }

  /**
   * Whether the type arguments of a call depend on what it is passed to, and would be others inside
   * of the machine.
   */
  private boolean needsTarget(ExpressionTree awaited) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(awaited));
    if (tree instanceof NewClassTree creation) {
      return isDiamond(creation);
    }
    if (!(tree instanceof MethodInvocationTree call) || !call.getTypeArguments().isEmpty()) {
      return false;
    }
    boolean generic =
        cx.unit.element(call.getMethodSelect()) instanceof ExecutableElement method
            && !method.getTypeParameters().isEmpty();
    return generic
        && (call.getArguments().isEmpty() || call.getArguments().stream().anyMatch(this::isPoly));
  }

  private boolean isPoly(ExpressionTree argument) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(argument));
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof SwitchExpressionTree
        || (!cx.awaits.in(tree) && needsTarget(tree));
  }

  boolean isDiamond(NewClassTree creation) {
    return creation.getIdentifier() instanceof ParameterizedTypeTree type
        && type.getTypeArguments().isEmpty();
  }

  static boolean isLogical(Tree tree) {
    return tree.getKind() == Tree.Kind.CONDITIONAL_AND
        || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  TypeMirror type(ExpressionTree tree) {
    TypeMirror type = cx.unit.type(tree);
    if (type == null || type.getKind() == TypeKind.ERROR) {
      throw new UnsupportedException(tree, "an expression whose type is unknown");
    }
    return type;
  }

  /** The direct operands, in the order in which they are evaluated. */
  private List<Operand> operands(ExpressionTree tree) {
    List<Operand> operands = new ArrayList<>();
    if (tree instanceof ParenthesizedTree inner) {
      operands.add(Operand.of(inner.getExpression()));
    } else if (tree instanceof UnaryTree unary) {
      if (Purity.isIncrement(unary)) {
        operands.addAll(target(unary.getExpression()));
      } else {
        operands.add(Operand.of(unary.getExpression()));
      }
    } else if (tree instanceof BinaryTree binary) {
      operands.add(new Operand(binary.getLeftOperand(), promoted(binary)));
      operands.add(Operand.of(binary.getRightOperand()));
    } else if (tree instanceof TypeCastTree cast) {
      operands.add(Operand.of(cast.getExpression()));
    } else if (tree instanceof InstanceOfTree test) {
      operands.add(Operand.of(test.getExpression()));
    } else if (tree instanceof MemberSelectTree || tree instanceof ArrayAccessTree) {
      operands.addAll(target(tree));
    } else if (tree instanceof AssignmentTree assignment) {
      operands.addAll(target(assignment.getVariable()));
      operands.add(Operand.of(assignment.getExpression()));
    } else if (tree instanceof MethodInvocationTree call) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        operands.addAll(target(select));
      }
      addArguments(call.getArguments(), cx.unit.element(call.getMethodSelect()), operands);
    } else if (tree instanceof NewClassTree creation) {
      if (creation.getEnclosingExpression() != null) {
        operands.add(Operand.enclosing(creation.getEnclosingExpression()));
      }
      addArguments(creation.getArguments(), cx.unit.element(creation), operands);
    } else if (tree instanceof NewArrayTree array) {
      addArray(array, operands);
    } else if (tree instanceof MemberReferenceTree reference) {
      operands.add(Operand.of(reference.getQualifierExpression()));
    } else {
      throw new UnsupportedException(tree, "an await in this kind of expression");
    }
    return operands;
  }

  /**
   * What is evaluated of the target of an assignment, or of a selection, before it is read or
   * written.
   */
  List<Operand> target(ExpressionTree tree) {
    ExpressionTree target = Objects.requireNonNull(Trees.skipParentheses(tree));
    if (target instanceof MemberSelectTree select) {
      ExpressionTree qualifier = select.getExpression();
      boolean valueless = cx.operands.purity().isType(qualifier) || Trees.isSuper(qualifier);
      return valueless ? List.of() : List.of(Operand.of(qualifier));
    } else if (target instanceof ArrayAccessTree access) {
      return List.of(
          Operand.of(access.getExpression()),
          new Operand(access.getIndex(), unboxed(type(access.getIndex()))));
    }
    return List.of();
  }

  private void addArguments(
      List<? extends ExpressionTree> arguments,
      javax.lang.model.element.@Nullable Element callee,
      List<Operand> operands) {
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror given = type(arguments.get(i));
      TypeMirror formal = callee instanceof ExecutableElement method ? formal(method, i) : null;
      boolean unboxes =
          formal != null
              && formal.getKind().isPrimitive()
              && !given.getKind().isPrimitive()
              && given.getKind() != TypeKind.ARRAY
              && given.getKind() != TypeKind.NULL;
      operands.add(new Operand(arguments.get(i), unboxes ? formal : null));
    }
  }

  /**
   * The type of a parameter; where there may be several, that of one. Only an array or null is
   * passed as all of them, and neither is ever unboxed.
   */
  private static @Nullable TypeMirror formal(ExecutableElement method, int index) {
    List<? extends TypeMirror> formals = ((ExecutableType) method.asType()).getParameterTypes();
    int last = formals.size() - 1;
    return method.isVarArgs() && index >= last && formals.get(last) instanceof ArrayType many
        ? many.getComponentType()
        : index <= last ? formals.get(index) : null;
  }

  private void addArray(NewArrayTree array, List<Operand> operands) {
    array.getDimensions().forEach(d -> operands.add(new Operand(d, unboxed(type(d)))));
    if (array.getInitializers() == null) {
      return;
    }
    TypeMirror component = type(array) instanceof ArrayType type ? type.getComponentType() : null;
    for (ExpressionTree element : array.getInitializers()) {
      boolean primitive = component != null && component.getKind().isPrimitive();
      operands.add(new Operand(element, primitive ? component : null));
    }
  }

  /** The type to which the left operand is converted before the right one is evaluated. */
  private @Nullable TypeMirror promoted(BinaryTree tree) {
    boolean arithmetic = type(tree).getKind().isPrimitive();
    boolean equality =
        tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
    if (!arithmetic || (equality && !type(tree.getRightOperand()).getKind().isPrimitive())) {
      return null;
    }
    return unboxed(type(tree.getLeftOperand()));
  }

  /** The primitive type, where the type is a box. */
  @Nullable TypeMirror unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return null;
    }
    try {
      return cx.unit.types().unboxedType(type);
    } catch (IllegalArgumentException notABox) {
      return null;
    }
  }
}
