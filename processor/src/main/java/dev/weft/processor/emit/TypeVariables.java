// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/**
 * The type parameters of a machine: those that are in scope in the method, outermost first. Where
 * an inner one hides an outer one, the outer one gets a new name, as the user's text cannot mean
 * it.
 */
final class TypeVariables {
  private TypeVariables() {}

  static List<TypeParameterElement> of(Method method) {
    List<TypeParameterElement> parameters = new ArrayList<>();
    if (!method.isStatic()) {
      parameters.addAll(of(method.owner()));
    }
    parameters.addAll(method.element().getTypeParameters());
    return parameters;
  }

  /** The type parameters of a class and, where it is an inner class, of those around it. */
  static List<TypeParameterElement> of(TypeElement type) {
    List<TypeParameterElement> parameters = new ArrayList<>();
    if (Enclosing.isInner(type) && Enclosing.of(type) instanceof TypeElement enclosing) {
      parameters.addAll(of(enclosing));
    }
    parameters.addAll(type.getTypeParameters());
    return parameters;
  }

  static Map<TypeParameterElement, String> renamed(List<TypeParameterElement> parameters) {
    Map<TypeParameterElement, String> renamed = new HashMap<>();
    Set<String> taken = new HashSet<>();
    parameters.forEach(parameter -> taken.add(parameter.getSimpleName().toString()));
    Set<String> inner = new HashSet<>();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      TypeParameterElement parameter = parameters.get(i);
      String name = parameter.getSimpleName().toString();
      if (!inner.add(name)) {
        renamed.put(parameter, free(name, taken));
      }
    }
    return renamed;
  }

  private static String free(String base, Set<String> taken) {
    int n = 1;
    while (!taken.add(base + n)) {
      n++;
    }
    return base + n;
  }
}
