// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.Objects;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Folds the constant expressions (JLS 15.29) that conditions are made of: comparisons and logic
 * over constants.
 */
final class Constants {
  private Constants() {}

  static @Nullable Object fold(AttributedUnit unit, ExpressionTree expression) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(expression));
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    } else if (tree instanceof BinaryTree binary) {
      Object left = fold(unit, binary.getLeftOperand());
      Object right = fold(unit, binary.getRightOperand());
      return left == null || right == null ? null : apply(tree.getKind(), left, right);
    } else if (tree instanceof UnaryTree unary) {
      Object operand = fold(unit, unary.getExpression());
      return operand == null ? null : apply(tree.getKind(), operand);
    }
    return unit.element(tree) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }

  private static @Nullable Object apply(Tree.Kind operator, Object operand) {
    if (operand instanceof Boolean value) {
      return operator == Tree.Kind.LOGICAL_COMPLEMENT ? !value : null;
    }
    Double number = number(operand);
    return number != null && operator == Tree.Kind.UNARY_MINUS ? (Object) (-number) : null;
  }

  private static @Nullable Object apply(Tree.Kind operator, Object left, Object right) {
    if (left instanceof Boolean one && right instanceof Boolean other) {
      return switch (operator) {
        case CONDITIONAL_AND, AND -> one && other;
        case CONDITIONAL_OR, OR -> one || other;
        case XOR, NOT_EQUAL_TO -> !one.equals(other);
        case EQUAL_TO -> one.equals(other);
        default -> null;
      };
    }
    if (left instanceof String one && right instanceof String other) {
      return switch (operator) {
        case EQUAL_TO -> one.equals(other);
        case NOT_EQUAL_TO -> !one.equals(other);
        default -> null;
      };
    }
    Double one = number(left);
    Double other = number(right);
    return one == null || other == null ? null : compare(operator, one, other);
  }

  private static @Nullable Object compare(Tree.Kind operator, double one, double other) {
    return switch (operator) {
      case LESS_THAN -> one < other;
      case LESS_THAN_EQUAL -> one <= other;
      case GREATER_THAN -> one > other;
      case GREATER_THAN_EQUAL -> one >= other;
      case EQUAL_TO -> one == other;
      case NOT_EQUAL_TO -> one != other;
      case PLUS -> one + other;
      case MINUS -> one - other;
      case MULTIPLY -> one * other;
      default -> null;
    };
  }

  private static @Nullable Double number(Object value) {
    return value instanceof Number number
        ? Double.valueOf(number.doubleValue())
        : value instanceof Character character ? Double.valueOf(character) : null;
  }
}
