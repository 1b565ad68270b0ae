// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.lang.module.ModuleFinder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/**
 * Tells what belongs to the JDK, which the nested compiler reads for itself, from what it must be
 * told.
 */
final class Platform {
  private final Elements elements;
  private final Set<String> modules =
      ModuleFinder.ofSystem().findAll().stream()
          .map(module -> module.descriptor().name())
          .collect(Collectors.toUnmodifiableSet());
  private final Map<String, Boolean> packages = new HashMap<>();

  Platform(Elements elements) {
    this.elements = elements;
  }

  boolean hasPackage(String name) {
    // Each module has an unnamed package, empty unless the module is the unnamed one.
    return !name.isEmpty()
        && packages.computeIfAbsent(
            name, n -> elements.getAllPackageElements(n).stream().anyMatch(this::contains));
  }

  boolean contains(PackageElement element) {
    ModuleElement module = elements.getModuleOf(element);
    return module != null && contains(module);
  }

  boolean contains(ModuleElement module) {
    return modules.contains(module.getQualifiedName().toString());
  }
}
