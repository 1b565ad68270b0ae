// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Finds the fields of a machine's objects in its printed type. */
final class Fields {
  /** A package, or a class around another one, in front of a name. */
  private static final Pattern QUALIFIER = Pattern.compile("(?:\\w+\\.)+(?=@|\\w)");

  private Fields() {}

  static List<Emitted.Field> of(TypeSpec machine, Layout layout, Names names) {
    Map<String, Variable> variables = new HashMap<>();
    layout.stored(Storage.FIELD).forEach(variable -> variables.put(names.of(variable), variable));
    return machine.fieldSpecs().stream()
        .filter(field -> !field.modifiers().contains(Modifier.STATIC))
        .map(field -> new Emitted.Field(field.name(), type(field), variables.get(field.name())))
        .toList();
  }

  private static String type(FieldSpec field) {
    return QUALIFIER.matcher(field.type().toString()).replaceAll("");
  }
}
