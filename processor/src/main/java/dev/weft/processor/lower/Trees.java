// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Shapes of trees, by syntax alone. */
final class Trees {
  private Trees() {}

  static @Nullable ExpressionTree skipParentheses(@Nullable ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  static boolean isName(@Nullable Tree tree, String name) {
    return tree instanceof IdentifierTree id && id.getName().contentEquals(name);
  }

  /** {@code super}, {@code X.super}. */
  static boolean isSuper(Tree tree) {
    return isName(tree, "super")
        || (tree instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("super"));
  }

  /** {@code this}, {@code X.this}. */
  static boolean isThis(Tree tree) {
    return isName(tree, "this")
        || (tree instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("this"));
  }
}
