// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a generator hands out and returns: javac cannot know what {@code emit} is for. */
final class Emits {
  private final AttributedUnit unit;
  private final Reporter reporter;

  Emits(AttributedUnit unit, Reporter reporter) {
    this.unit = unit;
    this.reporter = reporter;
  }

  /** A call of {@code emit}. */
  void check(MethodInvocationTree emit, Surroundings here) {
    Message misplaced = here.emitError();
    TypeMirror element = element(here.async());
    if (misplaced != null) {
      reporter.report(misplaced, unit, emit);
    } else if (element != null && emit.getArguments().size() == 1) {
      checkType(emit.getArguments().get(0), element);
    }
  }

  private void checkType(ExpressionTree value, TypeMirror element) {
    TypeMirror given = unit.type(value);
    if (given == null || given.getKind() == TypeKind.ERROR || given.getKind() == TypeKind.VOID) {
      return; // javac will say what is wrong
    }
    if (!unit.types().isAssignable(given, element)) {
      reporter.report(Message.EMIT_TYPE, unit, value, given, element);
    }
  }

  /** The {@code T} of a generator; null if it is none, or is raw. */
  private static @Nullable TypeMirror element(@Nullable TypeMirror result) {
    List<? extends TypeMirror> arguments =
        result instanceof DeclaredType declared && Contract.isGenerator(result)
            ? declared.getTypeArguments()
            : List.of();
    return arguments.isEmpty() ? null : arguments.get(0);
  }

  /** All that a {@code return} in an {@code @Async} method may give. */
  void checkReturned(Set<Tree> results, Surroundings here) {
    if (here.async() == null || !Contract.isGenerator(here.async())) {
      return;
    }
    for (Tree result : results) {
      if (!isDone(result) && !isUnknown(result)) {
        reporter.report(Message.GENERATOR_RETURNS_VALUE, unit, result);
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
