// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.ImportTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds out which {@code --add-exports} the user must have given: what is imported from the
 * platform although its module does not export it.
 */
final class AddedExports {
  private AddedExports() {}

  /** The options that give the nested compiler the same. */
  static Set<String> options(List<OuterUnit> units, Elements elements, Platform platform) {
    Set<String> options = new LinkedHashSet<>();
    for (OuterUnit unit : units) {
      for (ImportTree tree : unit.tree().getImports()) {
        packages(tree, platform).stream()
            .filter(platform::contains)
            .filter(each -> !isExported(each, elements))
            .map(
                each -> "--add-exports=" + elements.getModuleOf(each) + "/" + each + "=ALL-UNNAMED")
            .forEach(options::add);
      }
    }
    return options;
  }

  /**
   * The packages that the longest beginning of an import names: of what follows, it cannot be told
   * here.
   */
  private static Set<? extends PackageElement> packages(ImportTree tree, Platform platform) {
    String name = tree.getQualifiedIdentifier().toString();
    Set<? extends PackageElement> found = Set.of();
    for (int dot = name.lastIndexOf('.'); dot > 0 && found.isEmpty(); dot = name.lastIndexOf('.')) {
      name = name.substring(0, dot);
      found = platform.packages(name);
    }
    return found;
  }

  private static boolean isExported(PackageElement element, Elements elements) {
    ModuleElement module = elements.getModuleOf(element);
    return module == null
        || ElementFilter.exportsIn(module.getDirectives()).stream()
            .anyMatch(e -> e.getPackage().equals(element) && e.getTargetModules() == null);
  }
}
