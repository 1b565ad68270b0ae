// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * A compilation unit of the outer compiler, with its text.
 *
 * @param tree its tree, never attributed by us
 * @param text what the file says
 * @param packageName its package, empty for the unnamed one
 */
record OuterUnit(CompilationUnitTree tree, String text, String packageName) {

  /** The units that contain the named classes, each once, in the order of the names. */
  static List<OuterUnit> of(Collection<String> ownerNames, Trees trees, Elements elements) {
    Map<CompilationUnitTree, OuterUnit> units = new LinkedHashMap<>();
    for (String name : ownerNames) {
      TypeElement owner = elements.getTypeElement(name);
      TreePath path = owner == null ? null : trees.getPath(owner);
      if (path == null) {
        throw new IllegalArgumentException("javac has no source of a class " + name);
      }
      units.computeIfAbsent(path.getCompilationUnit(), OuterUnit::of);
    }
    return List.copyOf(units.values());
  }

  private static OuterUnit of(CompilationUnitTree tree) {
    Tree name = tree.getPackageName();
    try {
      String text = tree.getSourceFile().getCharContent(true).toString();
      return new OuterUnit(tree, text, name == null ? "" : name.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + tree.getSourceFile().getName(), e);
    }
  }

  JavaFileObject file() {
    return tree.getSourceFile();
  }

  /** The qualified name of a top level class of this unit's package. */
  String qualified(CharSequence simpleName) {
    return packageName.isEmpty() ? simpleName.toString() : packageName + "." + simpleName;
  }

  /** The qualified names of its top level classes. */
  List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (Tree declaration : tree.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        names.add(qualified(type.getSimpleName()));
      }
    }
    return names;
  }
}
