// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The fields that a machine inherits, as the runtime on the user's class path declares them. */
final class RuntimeFields {
  private RuntimeFields() {}

  /**
   * @return those of each class, the topmost first
   */
  static List<List<ObjectSize.Field>> of(TypeElement base) {
    List<List<ObjectSize.Field>> classes = new ArrayList<>();
    for (TypeElement type = base;
        type.getSuperclass() instanceof DeclaredType above;
        type = (TypeElement) above.asElement()) {
      classes.add(0, declared(type));
    }
    return classes;
  }

  private static List<ObjectSize.Field> declared(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .map(
            field ->
                new ObjectSize.Field(
                    field.getSimpleName().toString(),
                    field.asType().getKind().isPrimitive()
                        ? field.asType().getKind().name().toLowerCase(Locale.ROOT)
                        : CodeText.simple(field.asType().toString()),
                    ObjectSize.Use.RUNTIME))
        .toList();
  }
}
