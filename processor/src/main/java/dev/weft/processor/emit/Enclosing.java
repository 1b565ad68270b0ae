// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What is around an element. */
final class Enclosing {
  private Enclosing() {}

  /** The enclosing element, for all but modules and the packages of the unnamed one. */
  static Element of(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), element::toString);
  }

  /** The class around a member. */
  static TypeElement typeOf(Element member) {
    return (TypeElement) of(member);
  }

  static TypeElement outermost(TypeElement type) {
    return of(type) instanceof TypeElement enclosing ? outermost(enclosing) : type;
  }

  /** Whether each instance of {@code type} has an enclosing one. */
  static boolean isInner(TypeElement type) {
    return type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
  }
}
