// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import javax.lang.model.element.TypeElement;

/**
 * Thrown where verbatim text declares a local or anonymous class that the text cannot keep for
 * itself: the body must be lowered anew, with a stand-in for that class.
 */
public final class OutlivingTypeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient TypeElement type;

  OutlivingTypeException(TypeElement type) {
    super(type.toString());
    this.type = type;
  }

  public TypeElement type() {
    return type;
  }
}
