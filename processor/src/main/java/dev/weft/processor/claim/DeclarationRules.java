// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What may be marked {@code @Async}, as far as the declaration tells. */
final class DeclarationRules {
  private final Reporter reporter;

  DeclarationRules(Reporter reporter) {
    this.reporter = reporter;
  }

  /**
   * Whether the method can have a machine. If not, the first reason is reported, unless javac will
   * say it.
   *
   * @param isNamed whether another file can name the class that declares it
   */
  boolean allow(ExecutableElement method, boolean isNamed) {
    Set<Modifier> modifiers = method.getModifiers();
    Name name = method.getSimpleName();
    TypeMirror result = method.getReturnType();
    if (isMain(method)) {
      return refuse(method, Message.ASYNC_MAIN);
    } else if (!isNamed) {
      return refuse(method, Message.ASYNC_IN_COMPACT_FILE, name);
    } else if (modifiers.contains(Modifier.ABSTRACT)) {
      return refuse(method, Message.ASYNC_WITHOUT_BODY, name);
    } else if (modifiers.contains(Modifier.NATIVE)) {
      return refuse(method, Message.ASYNC_NATIVE, name);
    } else if (modifiers.contains(Modifier.SYNCHRONIZED)) {
      return refuse(method, Message.ASYNC_SYNCHRONIZED, name);
    } else if (result.getKind() == TypeKind.ERROR) {
      return false;
    } else if (!hasMachine(result)) {
      return refuse(method, Message.ASYNC_RETURN_TYPE, name, result);
    }
    return true;
  }

  private boolean refuse(ExecutableElement method, Message message, Object... arguments) {
    reporter.report(message, method, arguments);
    return false;
  }

  /**
   * One that a launcher would look for, whatever else it is: newer ones take an instance's, and one
   * without arguments.
   */
  private static boolean isMain(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return method.getSimpleName().contentEquals("main")
        && (parameters.isEmpty()
            || (parameters.size() == 1
                && parameters.get(0).asType() instanceof ArrayType array
                && Contract.is(array.getComponentType(), "java.lang.String")));
  }

  /**
   * Exactly {@code Coroutine<T>} or a generator of {@code T}: neither raw nor {@code Coroutine<?>},
   * which a machine could not extend.
   */
  private static boolean hasMachine(TypeMirror type) {
    return (Contract.is(type, Contract.COROUTINE) || Contract.isGenerator(type))
        && type instanceof DeclaredType declared
        && declared.getTypeArguments().size() == 1
        && declared.getTypeArguments().get(0).getKind() != TypeKind.WILDCARD;
  }
}
