// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.SourcePositions;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Spells out {@code import module m}, as the nested compiler knows no modules but the platform's:
 * it becomes an import on demand of each package that the module exports, on the same line.
 */
final class ModuleImports {
  /** What {@code ImportTree.isModule} tells, which is younger than the oldest JDK to run on. */
  private static final String PREFIX = "import module ";

  private final Platform platform;
  private final Set<ModuleElement> done = new LinkedHashSet<>();
  private final Set<String> imports = new LinkedHashSet<>();

  private ModuleImports(Elements elements) {
    this.platform = new Platform(elements);
  }

  /** Adds the edits that the imports of a parsed text need. */
  static void spellOut(
      CompilationUnitTree parsed, SourcePositions positions, Elements elements, SourceEdits edits) {
    for (ImportTree tree : parsed.getImports()) {
      ModuleElement module =
          tree.toString().stripLeading().startsWith(PREFIX)
              ? elements.getModuleElement(tree.getQualifiedIdentifier().toString())
              : null;
      if (module != null) {
        ModuleImports imports = new ModuleImports(elements);
        imports.add(module);
        edits.replace(
            (int) positions.getStartPosition(parsed, tree),
            (int) positions.getEndPosition(parsed, tree),
            null,
            imports.imports.stream().collect(joining(" ")));
      }
    }
  }

  private void add(ModuleElement module) {
    if (!done.add(module)) {
      return;
    }
    if (platform.contains(module)) {
      imports.add(PREFIX + module.getQualifiedName() + ";");
      return;
    }
    for (ExportsDirective exported : ElementFilter.exportsIn(module.getDirectives())) {
      // Exported to some modules only: if this is none of them, the outer compiler will say so.
      imports.add("import " + exported.getPackage().getQualifiedName() + ".*;");
    }
    for (RequiresDirective required : ElementFilter.requiresIn(module.getDirectives())) {
      if (required.isTransitive()) {
        add(required.getDependency());
      }
    }
  }
}
