// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.lang.module.ModuleFinder;
import java.util.HashMap;
import java.util.List;
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
  private static final Set<String> BASE = Object.class.getModule().getDescriptor().packages();

  private final Elements elements;
  private final Set<String> modules =
      ModuleFinder.ofSystem().findAll().stream()
          .map(module -> module.descriptor().name())
          .collect(Collectors.toUnmodifiableSet());
  private final Map<String, Set<? extends PackageElement>> packages = new HashMap<>();

  Platform(Elements elements) {
    this.elements = elements;
  }

  /** Nearly all that are asked for are of {@code java.base}, and to ask javac takes a while. */
  boolean hasPackage(String name) {
    return BASE.contains(name) || packages(name).stream().anyMatch(this::contains);
  }

  /** The modules that have a package of this name. */
  List<ModuleElement> modulesWith(String packageName) {
    return packages(packageName).stream().map(elements::getModuleOf).toList();
  }

  /** The packages of this name, of all modules. */
  Set<? extends PackageElement> packages(String name) {
    Set<? extends PackageElement> known = packages.get(name);
    if (known == null) {
      known = name.isEmpty() ? unnamed() : elements.getAllPackageElements(name);
      packages.put(name, known);
    }
    return known;
  }

  /** Each module has an unnamed package, empty unless the module is the unnamed one. */
  private Set<? extends PackageElement> unnamed() {
    ModuleElement module = elements.getModuleElement("");
    PackageElement found = module == null ? null : elements.getPackageElement(module, "");
    return found == null ? Set.of() : Set.of(found);
  }

  boolean contains(PackageElement element) {
    ModuleElement module = elements.getModuleOf(element);
    return module != null && contains(module);
  }

  boolean contains(ModuleElement module) {
    return modules.contains(module.getQualifiedName().toString());
  }
}
