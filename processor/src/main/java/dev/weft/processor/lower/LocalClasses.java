// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.LocalType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * The local and anonymous classes that the machine names by a stand-in: those that are declared in
 * a scope that is taken apart, and those of verbatim text whose type is wanted outside of it. What
 * is left of them in the machine is
 *
 * <pre>
 *   class Node { ... }       nothing: the class that javac made of it is the one
 *   new Node(1)              new Node(self, prefix, 1)      (Node uses the local "prefix")
 *   new Object() { ... }     new AnonymousObject(self, prefix)
 * </pre>
 */
final class LocalClasses {
  private final AttributedUnit unit;
  private final Graph graph;
  private final Members members;
  private final ReplacedParameters replaced;
  private final Map<TypeElement, ClassTree> trees = new HashMap<>();

  private LocalClasses(AttributedUnit unit, Graph graph, Members members) {
    this.unit = unit;
    this.graph = graph;
    this.members = members;
    this.replaced = new ReplacedParameters(graph, unit.types(), unit.elements());
  }

  /**
   * @param outliving those of verbatim text that are known to be wanted outside of it
   */
  static LocalClasses in(Context cx, Tree body, Iterable<TypeElement> outliving) {
    LocalClasses classes = new LocalClasses(cx.unit, cx.graph, cx.members);
    classes.new Scanner().scan(body, null);
    classes.replaced.choose(classes.trees.keySet());
    outliving.forEach(classes::standIn);
    return classes;
  }

  /** From now on the machine names the class by a stand-in. */
  void standIn(TypeElement type) {
    if (replaced.isStuck(type)) {
      throw new UnsupportedException(
          Objects.requireNonNull(trees.get(type)),
          "a local exception or record that uses a type parameter bounded twice or by itself");
    }
    graph.addLocalType(new LocalType(type, List.copyOf(captured(type))));
  }

  /** Null if the class has no stand-in. */
  @Nullable LocalType of(@Nullable Element element) {
    return element instanceof TypeElement type ? graph.localType(type) : null;
  }

  /** Whether the constructors of the direct superclass have other parameters in the machine. */
  boolean hasHiddenParent(TypeElement type) {
    if (!(type.getSuperclass() instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement parent)) {
      return false;
    }
    LocalType local = of(parent);
    return local == null ? members.isPrivate(parent) && Creation.isInner(parent) : local.isInner();
  }

  /** Whether the name of a type mentions a type parameter that the machine has its bound for. */
  boolean isReplacedIn(Tree type) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found[0] |=
            unit.element(tree) instanceof TypeParameterElement parameter
                && graph.isReplaced(parameter);
        return null;
      }
    }.scan(type, null);
    return found[0];
  }

  /** Those of its own, of the classes that it extends, and of those that it makes objects of. */
  private Set<VariableElement> captured(TypeElement type) {
    Captures captures = new Captures();
    captures.add(type);
    captures.used.removeAll(captures.declared);
    return captures.used;
  }

  private final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      if (unit.element(tree) instanceof TypeElement type) {
        trees.put(type, tree);
      }
      return super.visitClass(tree, null);
    }
  }

  private final class Captures extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<TypeElement> seen = new HashSet<>();
    private final Set<Element> declared = new HashSet<>();
    private final Set<VariableElement> used = new LinkedHashSet<>();

    void add(TypeElement type) {
      ClassTree tree = trees.get(type);
      if (tree != null && seen.add(type)) {
        scan(tree, null);
      }
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      Element type = unit.element(tree);
      boolean isStatic = type != null && type.getModifiers().contains(Modifier.STATIC);
      return isStatic ? null : super.visitClass(tree, null); // it can use no local
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      Element element = unit.element(tree);
      if (element != null) {
        declared.add(element);
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      Element element = unit.element(tree);
      if (element instanceof TypeElement type) {
        add(type);
      } else if (element instanceof VariableElement variable
          && Purity.isLocal(variable)
          && variable.getConstantValue() == null) {
        used.add(variable);
      }
      return null;
    }
  }
}
