// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Fields that may stand as they are in {@code try (field)}, which takes only final ones. */
final class ResourceFields {
  private ResourceFields() {}

  static boolean contain(VariableElement field, Types types, Elements elements) {
    TypeElement resource = elements.getTypeElement(AutoCloseable.class.getName());
    return field.getModifiers().contains(Modifier.FINAL)
        && types.isSubtype(field.asType(), resource.asType());
  }
}
