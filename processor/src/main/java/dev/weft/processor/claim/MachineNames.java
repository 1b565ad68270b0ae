// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Names the machines: {@code Outer_Inner_m} for the method {@code m} of {@code Outer.Inner}, in the
 * same package. A name that is taken, as by an overload, gets a number: {@code Outer_Inner_m_2}.
 *
 * <p>An underscore in the name of a top-level class is doubled: {@code A_b.c} has {@code A__b_c}
 * and {@code A.b_c} has {@code A_b_c}. If they shared a name, a build that compiles only one of
 * them again would replace the other's machine.
 */
final class MachineNames {
  private final Elements elements;
  private final Trees trees;
  private final Set<String> taken = new HashSet<>();

  MachineNames(Elements elements, Trees trees) {
    this.elements = elements;
    this.trees = trees;
  }

  /** A name that has not been given before, qualified. */
  String next(ExecutableElement method) {
    String base = base(method);
    String name = base;
    ModuleElement module = elements.getModuleOf(method);
    for (int i = 2; isUsers(name, module) || !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private static String base(ExecutableElement method) {
    StringBuilder name = new StringBuilder(method.getSimpleName());
    Element enclosing = method.getEnclosingElement();
    for (; enclosing instanceof TypeElement; enclosing = enclosing.getEnclosingElement()) {
      boolean isNested = enclosing.getEnclosingElement() instanceof TypeElement;
      String simple = enclosing.getSimpleName().toString();
      name.insert(0, (isNested ? simple : simple.replace("_", "__")) + "_");
    }
    if (enclosing instanceof PackageElement in && !in.isUnnamed()) {
      name.insert(0, in.getQualifiedName() + ".");
    }
    return name.toString();
  }

  /**
   * Whether there is such a class, other than the machine of an earlier build on the class path.
   * The module is named because javac looks into each one there is otherwise, and there are dozens.
   */
  private boolean isUsers(String name, @Nullable ModuleElement module) {
    TypeElement existing =
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    return existing != null && (trees.getTree(existing) != null || !Contract.isMachine(existing));
  }
}
