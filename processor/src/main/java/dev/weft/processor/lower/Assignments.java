// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Compound assignment (JLS 15.26.2): the old value of the target is read before the right side is
 * evaluated, and the result is cast to the type of the target.
 *
 * <pre>
 *   a[i()] += await(x)      a1 = a;  i1 = i();  old = a1[i1];  await x;  then  a1[i1] = (byte) (old + (reply))
 * </pre>
 */
final class Assignments {
  /** Arithmetic of two values of such a type gives one of this type again. */
  private static final Set<TypeKind> EXACT =
      Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

  private final Context cx;

  Assignments(Context cx) {
    this.cx = cx;
  }

  Code compound(CompoundAssignmentTree tree) {
    ExpressionTree target = Objects.requireNonNull(Trees.skipParentheses(tree.getVariable()));
    if (!cx.awaits.in(tree.getExpression())) {
      return cx.verbatim.of(tree, cx.operands.lower(cx.expressions.target(target)));
    }
    IdentityHashMap<Tree, Code> holes = new IdentityHashMap<>();
    List<ExpressionTree> later = List.of(tree.getExpression());
    for (Operands.Operand operand : cx.expressions.target(target)) {
      if (cx.awaits.in(operand.tree()) || !cx.operands.canWait(operand, later)) {
        holes.put(operand.tree(), cx.operands.spill(operand));
      }
    }
    if (isSettled(tree, target)) {
      holes.put(tree.getExpression(), cx.expressions.lower(tree.getExpression()));
      return cx.verbatim.of(tree, holes);
    }
    Code place = cx.verbatim.of(target, holes);
    Code old = oldValue(tree, target, place);
    Code right = cx.expressions.lower(tree.getExpression());
    Code sum = Code.join(old, Code.text(" " + operator(tree) + " "), grouped(right));
    return Code.join(written(place), Code.text(" = "), converted(tree, sum));
  }

  /** Whether the target is a local that has the same value behind the await. */
  private boolean isSettled(CompoundAssignmentTree tree, ExpressionTree target) {
    return cx.operands.canWait(
        new Operands.Operand(target, unboxed(tree, target)), List.of(tree.getExpression()));
  }

  /** The primitive type as which the old value is read; null if it is read as it is. */
  private @Nullable TypeMirror unboxed(CompoundAssignmentTree tree, ExpressionTree target) {
    return isConcatenation(tree) ? null : cx.expressions.unboxed(cx.expressions.type(target));
  }

  private Code oldValue(CompoundAssignmentTree tree, ExpressionTree target, Code place) {
    TypeMirror unboxed = unboxed(tree, target);
    TypeMirror type = cx.expressions.type(target);
    Variable old =
        cx.store(
            cx.operands.hint(target), unboxed == null ? type : unboxed, place, cx.unit.line(tree));
    return Code.of(Code.Use.read(old));
  }

  /** A reply is a call, which needs no parentheses. */
  private static Code grouped(Code right) {
    boolean simple = right.pieces().size() == 1 && !(right.pieces().get(0) instanceof Code.Text);
    return simple ? right : Code.join(Code.text("("), right, Code.text(")"));
  }

  private Code converted(CompoundAssignmentTree tree, Code value) {
    TypeMirror type = cx.expressions.type(tree.getVariable());
    boolean exact =
        type.getKind() == cx.expressions.type(tree.getExpression()).getKind()
            && EXACT.contains(type.getKind());
    if (!type.getKind().isPrimitive() || type.getKind() == TypeKind.BOOLEAN || exact) {
      return value;
    }
    return Code.join(
        Code.text("("), Code.of(new Code.Type(type)), Code.text(") ("), value, Code.text(")"));
  }

  private boolean isConcatenation(CompoundAssignmentTree tree) {
    TypeMirror string = cx.declared("java.lang.String");
    return tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT
        && cx.unit.types().isSameType(cx.expressions.type(tree), string);
  }

  private static Code written(Code place) {
    return new Code(
        place.pieces().stream()
            .map(
                piece ->
                    place.pieces().size() == 1 && piece instanceof Code.Use use
                        ? Code.Use.write(use.variable())
                        : piece)
            .toList());
  }

  private static String operator(CompoundAssignmentTree tree) {
    return switch (tree.getKind()) {
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case AND_ASSIGNMENT -> "&";
      case OR_ASSIGNMENT -> "|";
      case XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      default -> throw new IllegalStateException(tree.getKind().toString());
    };
  }
}
