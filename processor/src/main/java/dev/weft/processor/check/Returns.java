// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the {@code return} of an {@code @Async} method may give, where javac allows it all. */
final class Returns {
  private final AttributedUnit unit;
  private final Reporter reporter;

  Returns(AttributedUnit unit, Reporter reporter) {
    this.unit = unit;
    this.reporter = reporter;
  }

  /**
   * @param results all that one {@code return} may give
   * @param type what the method returns; of one that it must not, enough has been said
   */
  void check(Set<Tree> results, TypeMirror type) {
    for (Tree result : results) {
      if (Contract.isGenerator(type)) {
        checkGenerator(result);
      } else if (Contract.is(type, Contract.COROUTINE)) {
        checkCoroutine(result, (DeclaredType) type);
      }
    }
  }

  private void checkGenerator(Tree result) {
    if (!isDone(result) && !isUnknown(result)) {
      reporter.report(Message.GENERATOR_RETURNS_VALUE, unit, result);
    }
  }

  private void checkCoroutine(Tree result, DeclaredType type) {
    if (result.getKind() == Tree.Kind.NULL_LITERAL) {
      reporter.report(Message.NULL_RETURNED, unit, result);
    }
    for (TypeMirror value : type.getTypeArguments()) {
      boolean hasValue =
          value.getKind() != TypeKind.WILDCARD
              && value.getKind() != TypeKind.ERROR
              && !Contract.is(value, "java.lang.Void");
      if (hasValue && isDone(result)) {
        reporter.report(Message.DONE_WITHOUT_VALUE, unit, result, value);
      }
    }
  }

  private boolean isDone(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && Contract.isWeft(unit.element(call.getMethodSelect()), Contract.DONE);
  }

  /** Whether it has a name that means nothing: javac will say so. */
  private boolean isUnknown(Tree tree) {
    Tree named = tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
    if (!(named instanceof IdentifierTree) && !(named instanceof MemberSelectTree)) {
      return false;
    }
    Element element = unit.element(named);
    return element == null || element.asType().getKind() == TypeKind.ERROR;
  }
}
