// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A local or anonymous class that several states name. Each of them is a scope of its own, so the
 * machine names the class by a stand-in, as it does private ones, and hands to its constructors
 * what the class captures.
 *
 * @param type the class
 * @param captured the locals of the method that it may use
 */
public record LocalType(TypeElement type, List<VariableElement> captured) {
  public LocalType {
    captured = List.copyOf(captured);
  }

  /** Whether its instances may have an enclosing one: records, enums and interfaces have none. */
  public boolean isInner() {
    return isInner(type);
  }

  /** The same of a type that may have no stand-in. */
  public static boolean isInner(TypeElement type) {
    return !type.getModifiers().contains(Modifier.STATIC) && type.getKind() == ElementKind.CLASS;
  }
}
