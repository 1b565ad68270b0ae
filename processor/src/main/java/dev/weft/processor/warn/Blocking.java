// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Calls that would hold up the loop, by the methods that they resolve to. */
final class Blocking {
  private final AnalysedClasses classes;
  private final Suppressions suppressions;
  private final InMemory inMemory;

  Blocking(AnalysedClasses classes, Suppressions suppressions) {
    this.classes = classes;
    this.suppressions = suppressions;
    this.inMemory = new InMemory(classes);
  }

  void declare(VariableTree local) {
    inMemory.declare(local);
  }

  void assign(IdentifierTree variable) {
    inMemory.assign(variable);
  }

  /** A call in code that runs on a loop. */
  void check(MethodInvocationTree call) {
    if (!(classes.element(call.getMethodSelect()) instanceof ExecutableElement method)) {
      return;
    }
    String name = method.getSimpleName().toString();
    if (isRun(method)) {
      suppressions.warn(Message.RUN_IN_COROUTINE, call);
    } else if (BlockingCall.NAMES.contains(name)) {
      ExpressionTree receiver = receiver(call);
      Map<String, TypeElement> above = classes.supertypes(site(receiver, method));
      BlockingCall.ALL.stream()
          .filter(listed -> fits(listed, method, above))
          .findFirst()
          .filter(listed -> receiver == null || !inMemory.isIn(receiver))
          .ifPresent(
              listed ->
                  suppressions.warn(
                      Message.BLOCKING_CALL, call, shown(listed) + "." + name, listed.instead()));
    }
  }

  private static boolean isRun(ExecutableElement method) {
    return Contract.isWeft(method, "run")
        || (method.getSimpleName().contentEquals("run")
            && Contract.isClass(method.getEnclosingElement(), Contract.LOOP));
  }

  private boolean fits(
      BlockingCall listed, ExecutableElement method, Map<String, TypeElement> above) {
    TypeElement owner = above.get(listed.owner());
    return owner != null
        && listed.except().stream().noneMatch(above::containsKey)
        && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(listed::names)
            .anyMatch(declared -> isOrOverrides(method, declared));
  }

  private boolean isOrOverrides(ExecutableElement method, ExecutableElement declared) {
    return method.equals(declared)
        || (method.getEnclosingElement() instanceof TypeElement type
            && classes.elements().overrides(method, declared, type));
  }

  private static @Nullable ExpressionTree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : null;
  }

  /** The type whose method is called: what is known of the object, if there is one. */
  private @Nullable TypeMirror site(@Nullable ExpressionTree receiver, ExecutableElement method) {
    Element owner = requireNonNull(method.getEnclosingElement());
    TypeMirror given = receiver == null ? null : classes.type(receiver);
    return given == null || method.getModifiers().contains(Modifier.STATIC)
        ? owner.asType()
        : given;
  }

  private static String shown(BlockingCall listed) {
    return listed.owner().substring(listed.owner().lastIndexOf('.') + 1);
  }
}
