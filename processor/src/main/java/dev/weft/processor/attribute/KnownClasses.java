// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static javax.lang.model.util.ElementFilter.typesIn;

import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What the outer compiler knows, found by name. Each class that is mentioned somewhere is looked up
 * once, and so gives away the jar or directory it comes from, or else that it must be described by
 * a header.
 *
 * <p>Listing a package of the outer compiler would be simpler but makes it read every class in it,
 * and warn of what it finds there. So that is done only for packages whose files cannot be reached:
 * those of in-memory file managers, and of modules on the module path.
 */
final class KnownClasses {
  private final Elements elements;
  private final Trees trees;
  private final Platform platform;
  private final SourceClasses sources;
  private final LibraryRoots roots;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> unreachable = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private boolean stale;

  KnownClasses(ProcessingEnvironment env, Trees trees, SourceClasses sources, Platform platform) {
    this.elements = env.getElementUtils();
    this.trees = trees;
    this.platform = platform;
    this.sources = sources;
    this.roots = new LibraryRoots(env.getFiler());
  }

  Set<Path> roots() {
    return roots.roots();
  }

  /**
   * Whether something was learnt too late: a package was listed before, and would now have more in
   * it.
   */
  boolean isStale() {
    return stale;
  }

  /** Begins anew: nothing has been listed yet. */
  void restart() {
    stale = false;
    listed.clear();
  }

  /** Notes that there may be a class of this binary name. */
  void learn(String binaryName) {
    String packageName = SourceClasses.packageOf(binaryName);
    if (!seen.add(binaryName) || platform.hasPackage(packageName)) {
      return;
    }
    String topLevel = topLevel(binaryName);
    if (sources.contains(topLevel)) {
      return;
    }
    int before = roots.roots().size();
    if (roots.find(binaryName)) {
      // A package may lie in several jars, so a new one may have more of any package.
      stale |= roots.roots().size() > before && !listed.isEmpty();
      return;
    }
    TypeElement type = find(topLevel);
    if (type != null) {
      if (trees.getPath(type) != null) {
        sources.add(topLevel);
      } else {
        unreachable.add(packageName);
      }
      stale |= listed.contains(packageName);
    }
  }

  /**
   * Looks for a class in the modules that have its package. Asked for a name alone, javac looks for
   * it in each module there is, and most of these names mean no class.
   */
  private @Nullable TypeElement find(String qualifiedName) {
    for (ModuleElement module : platform.modulesWith(SourceClasses.packageOf(qualifiedName))) {
      TypeElement type = elements.getTypeElement(module, qualifiedName);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  boolean initialises(TypeElement type) {
    return StaticInitializers.has(type, trees);
  }

  /** The classes of a package that need a header, by binary name. */
  Map<String, TypeElement> withoutFile(String packageName) {
    listed.add(packageName);
    if (platform.hasPackage(packageName)) {
      return Map.of();
    }
    Map<String, TypeElement> found = new LinkedHashMap<>(sources.in(packageName));
    if (unreachable.contains(packageName)) {
      for (PackageElement element : elements.getAllPackageElements(packageName)) {
        typesIn(element.getEnclosedElements())
            .forEach(type -> SourceClasses.addWithNested(type, elements, found));
      }
    }
    return found;
  }

  /**
   * A top level class may have a {@code $} in its name too; then the class looked for is not found,
   * and no harm done.
   */
  private static String topLevel(String binaryName) {
    int dollar = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    return dollar < 0 ? binaryName : binaryName.substring(0, dollar);
  }
}
