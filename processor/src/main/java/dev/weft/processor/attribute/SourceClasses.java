// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static javax.lang.model.util.ElementFilter.typesIn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes that the outer compiler compiles, by package: those of the user and those that other
 * processors generated. Elements are looked up by name, and late, as those of earlier rounds are
 * stale in the last.
 */
final class SourceClasses {
  private final Elements elements;
  private final Map<String, Set<String>> topLevel = new HashMap<>();

  SourceClasses(Elements elements) {
    this.elements = elements;
  }

  /**
   * Adds a class that stands at the top level of a source file, or was generated as a class file.
   */
  void add(String qualifiedName) {
    topLevel.computeIfAbsent(packageOf(qualifiedName), p -> new TreeSet<>()).add(qualifiedName);
  }

  boolean contains(String qualifiedName) {
    return topLevel.getOrDefault(packageOf(qualifiedName), Set.of()).contains(qualifiedName);
  }

  /** All classes of a package with those nested in them, by binary name. */
  Map<String, TypeElement> in(String packageName) {
    Map<String, TypeElement> found = new LinkedHashMap<>();
    for (String name : topLevel.getOrDefault(packageName, Set.of())) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        addWithNested(type, elements, found);
      }
    }
    return found;
  }

  /** Adds a class and, recursively, the classes nested in it. */
  static void addWithNested(TypeElement type, Elements elements, Map<String, TypeElement> out) {
    out.put(elements.getBinaryName(type).toString(), type);
    typesIn(type.getEnclosedElements()).forEach(nested -> addWithNested(nested, elements, out));
  }

  static String packageOf(String qualifiedName) {
    return qualifiedName.substring(0, Math.max(qualifiedName.lastIndexOf('.'), 0));
  }
}
