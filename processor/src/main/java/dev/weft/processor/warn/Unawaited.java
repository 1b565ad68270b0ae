// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Warns of coroutines, generators and events that are thrown away where they are made. */
final class Unawaited {
  private final AttributedUnit unit;
  private final Reporter reporter;

  Unawaited(AttributedUnit unit, Reporter reporter) {
    this.unit = unit;
    this.reporter = reporter;
  }

  /** An expression whose value nobody gets. */
  void check(Tree dropped) {
    if (dropped instanceof MethodInvocationTree call) {
      check(call, unit.element(call.getMethodSelect()));
    }
  }

  /**
   * A lambda or method reference, and what it calls: the value is dropped if it is a {@code void}
   * function.
   */
  void checkFunction(Tree function, Tree called, @Nullable Element method) {
    if (isVoid(unit.type(function))) {
      check(called, method);
    }
  }

  /**
   * The declared type is what counts: {@code map.put(key, coroutine)} has the type of a coroutine
   * too, but makes none.
   */
  private void check(Tree call, @Nullable Element called) {
    if (!(called instanceof ExecutableElement method) || Contract.isWeft(method, Contract.DONE)) {
      return; // done has an error of its own, wherever it is not returned.
    }
    TypeMirror declared = method.getReturnType();
    if (Contract.isGenerator(declared)) {
      reporter.report(Message.GENERATOR_NOT_USED, unit, call, method.getSimpleName());
    }
    if (isA(declared, Contract.COROUTINE)) {
      reporter.report(Message.COROUTINE_NOT_AWAITED, unit, call, method.getSimpleName());
    } else if (isA(declared, Contract.EVENT)
        && Contract.isClass(method.getEnclosingElement(), Contract.WEFT)) {
      reporter.report(Message.EVENT_NOT_AWAITED, unit, call, method.getSimpleName());
    }
  }

  private boolean isA(TypeMirror type, String className) {
    TypeElement wanted = unit.elements().getTypeElement(className);
    return wanted != null
        && type.getKind() == TypeKind.DECLARED
        && unit.types()
            .isSubtype(unit.types().erasure(type), unit.types().erasure(wanted.asType()));
  }

  /** Whether all that a functional interface leaves abstract is {@code void}. */
  private boolean isVoid(@Nullable TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement function)) {
      return false;
    }
    List<ExecutableElement> open =
        ElementFilter.methodsIn(unit.elements().getAllMembers(function)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return !open.isEmpty()
        && open.stream().allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
  }
}
