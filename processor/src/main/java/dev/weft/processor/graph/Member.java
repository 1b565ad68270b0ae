// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A member that may be named in the body of the original but not in another source file.
 *
 * @param kind what is reached, and how
 * @param host the class through which it is reached: the one that declares a private member; for
 *     {@link Kind#PROTECTED} and {@link Kind#SUPER} the class of the body whose subclass or package
 *     rights are used
 * @param element the field, method or constructor; for {@link Kind#OUTER} the enclosing class
 */
public record Member(Kind kind, TypeElement host, Element element) {
  /** The ways in which a member can be hidden. */
  public enum Kind {
    /**
     * A private field or method, read or called on the instance itself: a nestmate's instruction.
     */
    PRIVATE,
    /**
     * A private constructor: {@code create(...)} of the mirror stands for {@code new Host(...)}.
     */
    CONSTRUCTOR,
    /** A protected field or method that is inherited from a class of another package. */
    PROTECTED,
    /** {@code super.m(...)} or {@code I.super.m(...)}. */
    SUPER,
    /** The enclosing instance of an inner class: {@code Outer.this}. */
    OUTER
  }

  /** The name under which the mirror declares it, which is the name that the text must use. */
  public String name() {
    return switch (kind) {
      case PRIVATE, PROTECTED -> element.getSimpleName().toString();
      case CONSTRUCTOR -> "create";
      case SUPER -> "super_" + element.getSimpleName();
      case OUTER -> "outer";
    };
  }

  public boolean isMethod() {
    return element instanceof ExecutableElement;
  }
}
