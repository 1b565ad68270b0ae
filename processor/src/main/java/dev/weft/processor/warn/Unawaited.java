// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Coroutines, generators and events that are thrown away where they are made, or kept in a variable
 * that nobody reads.
 */
final class Unawaited {
  private final AnalysedClasses classes;
  private final Suppressions suppressions;

  /** The local variables that hold one and have not been read so far. */
  private final Map<Element, VariableTree> unread = new LinkedHashMap<>();

  Unawaited(AnalysedClasses classes, Suppressions suppressions) {
    this.classes = classes;
    this.suppressions = suppressions;
  }

  /** An expression whose value nobody gets. */
  void checkDropped(Tree dropped) {
    if (dropped instanceof MethodInvocationTree call) {
      check(call, classes.element(call.getMethodSelect()));
    }
  }

  /**
   * A lambda or method reference, and what it calls: the value is dropped if it is a {@code void}
   * function.
   */
  void checkFunction(Tree function, Tree called, @Nullable Element method) {
    if (message(method) != null && isVoid(classes.type(function))) {
      check(called, method);
    }
  }

  private void check(Tree call, @Nullable Element method) {
    Message message = message(method);
    if (message != null && method != null) {
      suppressions.warn(message, call, method.getSimpleName());
    }
  }

  /**
   * A variable, before what comes behind it. One without a name (JEP 456) is left out on purpose.
   */
  void checkVariable(VariableTree tree) {
    if (tree.getInitializer() instanceof MethodInvocationTree call
        && message(classes.element(call.getMethodSelect())) != null
        && classes.element(tree) instanceof VariableElement variable
        && variable.getKind() == ElementKind.LOCAL_VARIABLE
        && !variable.getSimpleName().isEmpty()
        && !suppressions.cover(Message.VARIABLE_NOT_AWAITED)) {
      unread.put(variable, tree);
    }
  }

  void use(IdentifierTree tree) {
    Name name = tree.getName();
    if (unread.keySet().stream().anyMatch(variable -> variable.getSimpleName().equals(name))) {
      unread.remove(classes.element(tree));
    }
  }

  /** All uses have been seen. */
  void finish() {
    unread.forEach(
        (variable, tree) -> classes.report(Message.VARIABLE_NOT_AWAITED, tree, variable));
  }

  /**
   * What to say if nobody gets what a method returns. The declared type is what counts: {@code
   * map.put(key, coroutine)} has the type of a coroutine too, but makes none. By its name, as it
   * may be a class that javac has had no need to read yet.
   */
  private static @Nullable Message message(@Nullable Element called) {
    if (!(called instanceof ExecutableElement method) || Contract.isWeft(method, Contract.DONE)) {
      return null; // done has an error of its own, wherever it is not returned.
    }
    TypeMirror declared = method.getReturnType();
    if (Contract.isGenerator(declared)) {
      return Message.GENERATOR_NOT_USED;
    } else if (Contract.is(declared, Contract.COROUTINE)) {
      return Message.COROUTINE_NOT_AWAITED;
    } else if (Contract.is(declared, Contract.EVENT) && onlyMakesIt(method)) {
      return Message.EVENT_NOT_AWAITED;
    }
    return null;
  }

  /** Of another's method it is not known, and {@code Coroutine.send} returns what it came to. */
  private static boolean onlyMakesIt(ExecutableElement method) {
    Element owner = requireNonNull(method.getEnclosingElement());
    return Contract.isClass(owner, Contract.WEFT)
        || owner.getEnclosingElement() instanceof PackageElement in
            && in.getQualifiedName().contentEquals(Contract.SYNC);
  }

  /** Whether all that a functional interface leaves abstract is {@code void}. */
  private boolean isVoid(@Nullable TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement function)) {
      return false;
    }
    List<ExecutableElement> open =
        ElementFilter.methodsIn(classes.elements().getAllMembers(function)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return !open.isEmpty()
        && open.stream().allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
  }
}
