// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** How types are nested, local ones of initializers too. */
public final class Nesting {
  private Nesting() {}

  /**
   * As {@link TypeElement#getNestingKind()}, which calls a local class a member if it is declared
   * in a {@code switch} expression that a field is initialized with: javac lets the field enclose
   * it, and not a method.
   */
  public static NestingKind of(TypeElement type) {
    NestingKind kind = type.getNestingKind();
    return kind == NestingKind.MEMBER && !(type.getEnclosingElement() instanceof TypeElement)
        ? NestingKind.LOCAL
        : kind;
  }

  /** Whether the type is declared in the body of a method or in an initializer. */
  public static boolean isInBody(TypeElement type) {
    NestingKind kind = of(type);
    return kind == NestingKind.LOCAL || kind == NestingKind.ANONYMOUS;
  }
}
