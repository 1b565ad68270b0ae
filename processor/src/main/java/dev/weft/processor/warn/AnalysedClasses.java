// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What javac has found out about the classes of a file. */
final class AnalysedClasses {
  private final ProcessingEnvironment env;
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Reporter reporter;
  private final TreePath root;

  AnalysedClasses(
      ProcessingEnvironment env, Trees trees, CompilationUnitTree unit, Reporter reporter) {
    this.env = env;
    this.trees = trees;
    this.unit = unit;
    this.reporter = reporter;
    this.root = new TreePath(unit);
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Elements elements() {
    return env.getElementUtils();
  }

  // The paths are false, and on purpose: where javac knows nothing, it must not begin to attribute
  // the class that a true path leads through.

  /** What a tree declares or refers to, if javac knows. */
  @Nullable Element element(Tree tree) {
    return trees.getElement(new TreePath(root, tree));
  }

  /** The type of an expression, if javac knows. */
  @Nullable TypeMirror type(Tree tree) {
    return trees.getTypeMirror(new TreePath(root, tree));
  }

  void report(Message message, Tree tree, Object... arguments) {
    reporter.report(message, unit, tree, arguments);
  }

  /** A type and all above it, by their qualified names. */
  Map<String, TypeElement> supertypes(@Nullable TypeMirror type) {
    Map<String, TypeElement> found = new LinkedHashMap<>();
    if (type != null && hasSupertypes(type)) {
      add(type, found);
    }
    return found;
  }

  private void add(TypeMirror type, Map<String, TypeElement> found) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && found.putIfAbsent(element.getQualifiedName().toString(), element) != null) {
      return;
    }
    Types types = env.getTypeUtils();
    types.directSupertypes(type).forEach(above -> add(above, found));
  }

  private static boolean hasSupertypes(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED, TYPEVAR, INTERSECTION -> true;
      default -> false;
    };
  }
}
