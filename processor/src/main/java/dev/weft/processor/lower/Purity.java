// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.Collection;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Which operands may as well be evaluated after an await: they cannot fail, do nothing, and give
 * the same value then.
 */
final class Purity {
  private final AttributedUnit unit;

  Purity(AttributedUnit unit) {
    this.unit = unit;
  }

  /**
   * @param later the operands that are evaluated after this one and before its value is used
   */
  boolean isPure(ExpressionTree operand, Collection<? extends Tree> later) {
    ExpressionTree tree = Objects.requireNonNull(Trees.skipParentheses(operand));
    if (tree instanceof LiteralTree || tree instanceof LambdaExpressionTree) {
      return true;
    }
    if (Trees.isThis(tree) || Trees.isSuper(tree) || isClassLiteral(tree)) {
      return true;
    }
    if (tree instanceof MemberReferenceTree reference) {
      ExpressionTree qualifier = reference.getQualifierExpression();
      return Trees.isThis(qualifier) || Trees.isSuper(qualifier) || isType(qualifier);
    }
    if (tree instanceof UnaryTree unary && !isIncrement(unary)) {
      return unary.getExpression() instanceof LiteralTree;
    }
    if (!(tree instanceof IdentifierTree) && !(tree instanceof MemberSelectTree)) {
      return false;
    }
    Element element = unit.element(tree);
    if (element instanceof VariableElement variable && variable.getConstantValue() != null) {
      return isTypeQualified(tree);
    }
    return element != null
        && isLocal(element)
        && later.stream().noneMatch(other -> assigns(other, element));
  }

  private boolean isTypeQualified(Tree tree) {
    return tree instanceof IdentifierTree
        || (tree instanceof MemberSelectTree select && isType(select.getExpression()));
  }

  /** Whether the tree names a type or a package: it has no value. */
  boolean isType(Tree tree) {
    Element element = unit.element(tree);
    return element == null
        ? isArrayType(tree)
        : element.getKind().isClass()
            || element.getKind().isInterface()
            || element.getKind() == ElementKind.TYPE_PARAMETER
            || element.getKind() == ElementKind.PACKAGE;
  }

  private static boolean isArrayType(Tree tree) {
    return tree instanceof ArrayTypeTree || tree instanceof PrimitiveTypeTree;
  }

  private static boolean isClassLiteral(Tree tree) {
    return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class");
  }

  static boolean isLocal(Element element) {
    return switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          true;
      default -> false;
    };
  }

  static boolean isIncrement(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** Whether the tree assigns the local variable. */
  boolean assigns(Tree tree, Element local) {
    Assigns scanner = new Assigns(local);
    scanner.scan(tree, null);
    return scanner.found;
  }

  private final class Assigns extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Element local;
    private boolean found;

    Assigns(Element local) {
      this.local = local;
    }

    private void check(ExpressionTree target) {
      found |= local.equals(unit.element(Objects.requireNonNull(Trees.skipParentheses(target))));
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      check(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void unused) {
      check(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      if (isIncrement(tree)) {
        check(tree.getExpression());
      }
      return super.visitUnary(tree, null);
    }
  }
}
