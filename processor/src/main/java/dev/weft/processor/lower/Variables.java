// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The variables of the machine, by the elements they come from. */
final class Variables {
  private final AttributedUnit unit;
  private final Graph graph;
  private final Map<Element, Variable> known = new HashMap<>();

  /** The text range in which each pattern variable is named. */
  private final Map<Element, Range> bindings = new HashMap<>();

  /** Every name that the body mentions: a name made up for text must be none of them. */
  private final Set<String> mentioned = new HashSet<>();

  private record Range(int from, int to) {
    Range and(int start, int end) {
      return new Range(Math.min(from, start), Math.max(to, end));
    }
  }

  private Variables(AttributedUnit unit, Graph graph) {
    this.unit = unit;
    this.graph = graph;
  }

  static Variables in(AttributedUnit unit, Graph graph, Tree body) {
    Variables variables = new Variables(unit, graph);
    for (int i = 0; i < graph.parameters().size(); i++) {
      variables.known.put(
          graph.method().element().getParameters().get(i), graph.parameters().get(i));
    }
    variables.new Scanner().scan(body, null);
    return variables;
  }

  @Nullable Variable of(@Nullable Element element) {
    return element == null ? null : known.get(element);
  }

  /** A local of a scope that is taken apart. */
  Variable declare(VariableTree tree) {
    VariableElement element = element(tree);
    Variable variable = create(tree, element);
    known.put(element, variable);
    return variable;
  }

  private Variable create(VariableTree tree, VariableElement element) {
    String name = element.getSimpleName().toString();
    if (name.isEmpty()) {
      return temporary("unnamed", element.asType()); // written _, and of no use but for its value
    }
    if (element.getConstantValue() != null && element.getModifiers().contains(Modifier.FINAL)) {
      return Variable.of(name, element.asType(), Variable.Kind.CONSTANT);
    }
    boolean inferred = tree.getType() == null || unit.end(tree.getType()) < 0;
    return inferred
        ? Variable.inferred(name, element.asType())
        : Variable.of(name, element.asType(), Variable.Kind.LOCAL);
  }

  /** A catch parameter, whose type may be a union. */
  Variable declare(VariableTree tree, TypeMirror type) {
    VariableElement element = element(tree);
    String name = element.getSimpleName().toString();
    Variable variable =
        name.isEmpty() ? temporary("unnamed", type) : Variable.of(name, type, Variable.Kind.LOCAL);
    known.put(element, variable);
    return variable;
  }

  VariableElement element(VariableTree tree) {
    if (unit.element(tree) instanceof VariableElement element) {
      return element;
    }
    throw new UnsupportedException(tree, "a variable without a type");
  }

  Variable temporary(String hint, TypeMirror type) {
    return Variable.of(hint, type, Variable.Kind.TEMPORARY);
  }

  /**
   * The variable for a pattern variable that is named outside of the text from {@code from} to
   * {@code to}; null if it does not leave that text.
   */
  @Nullable Variable leaving(VariableTree binding, int from, int to) {
    Element element = unit.element(binding);
    Range range = element == null ? null : bindings.get(element);
    if (range == null || (range.from >= from && range.to <= to)) {
      return null;
    }
    return known.computeIfAbsent(
        element,
        key -> Variable.of(key.getSimpleName().toString(), key.asType(), Variable.Kind.LOCAL));
  }

  /** A name for text that hides no name of the body. */
  String fresh(String hint) {
    String name = hint;
    for (int i = 1; !mentioned.add(name); i++) {
      name = hint + i;
    }
    graph.addInnerName(name);
    return name;
  }

  private final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      mentioned.add(tree.getName().toString());
      Element element = unit.element(tree);
      if (element != null && element.getKind() == ElementKind.BINDING_VARIABLE) {
        note(element, tree);
      }
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      mentioned.add(tree.getName().toString());
      Element element = unit.element(tree);
      if (element != null && element.getKind() == ElementKind.BINDING_VARIABLE) {
        note(element, tree);
      }
      return super.visitVariable(tree, null);
    }

    private void note(Element element, Tree tree) {
      int start = unit.start(tree);
      int end = unit.end(tree);
      bindings.merge(element, new Range(start, end), (old, now) -> old.and(now.from, now.to));
    }
  }
}
