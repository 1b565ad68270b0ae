// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a generator hands out: javac cannot know what {@code emit} is for. */
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
}
