// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.weft.processor.graph.Nesting;
import dev.weft.processor.graph.PrivateTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The private and local types that a machine names. Each is declared again inside of the machine,
 * whole and under its own simple name, so that the user's text means it; the linker puts the user's
 * type in its place.
 */
final class StandIns {
  private final PrivateTypes privateTypes;
  private final ClassName machine;
  private final Set<String> taken;
  private final Map<TypeElement, ClassName> names = new LinkedHashMap<>();

  /**
   * @param taken the simple names in use; a stand-in adds its own
   */
  StandIns(PrivateTypes privateTypes, ClassName machine, Set<String> taken) {
    this.privateTypes = privateTypes;
    this.machine = machine;
    this.taken = taken;
  }

  /** Whether the type can only be named by a stand-in. */
  boolean isNeeded(TypeElement type) {
    return privateTypes.has(type);
  }

  /** Whether a stand-in stands in the type, or in that of a member. */
  boolean isNeededIn(TypeMirror type) {
    return privateTypes.mentionedIn(type);
  }

  /** The name of the type's stand-in, which is printed from now on. */
  ClassName name(TypeElement type) {
    return names.computeIfAbsent(type, key -> machine.nestedClass(free(key)));
  }

  private String free(TypeElement type) {
    String base = baseName(type);
    String name = base;
    for (int n = 2; !taken.add(name); n++) {
      name = base + n;
    }
    return name;
  }

  private static String baseName(TypeElement type) {
    if (Nesting.of(type) != NestingKind.ANONYMOUS) {
      return type.getSimpleName().toString();
    }
    TypeMirror parent =
        type.getInterfaces().isEmpty() ? type.getSuperclass() : type.getInterfaces().get(0);
    return "Anonymous" + ((DeclaredType) parent).asElement().getSimpleName();
  }

  /** In the order of their first use. Printing one may bring others. */
  List<TypeElement> all() {
    return new ArrayList<>(names.keySet());
  }
}
