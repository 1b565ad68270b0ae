// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.graph.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * The pattern variables of a pattern that are named outside of a range of text, so must become the
 * machine's.
 */
final class PatternVariables extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Context cx;
  private final int from;
  private final int to;
  private final Map<VariableTree, Variable> found = new LinkedHashMap<>();

  PatternVariables(Context cx, int from, int to) {
    this.cx = cx;
    this.from = from;
    this.to = to;
  }

  /** Those of this pattern, not of one that stands in its expression. */
  Map<VariableTree, Variable> in(InstanceOfTree tree) {
    scan(tree.getPattern(), null);
    return found;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null
        && (cx.unit.start(tree) >= to
            || tree instanceof ClassTree
            || tree instanceof LambdaExpressionTree)) {
      return null;
    }
    return super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    Element element = cx.unit.element(tree);
    if (element != null && element.getKind() == ElementKind.BINDING_VARIABLE) {
      Variable variable = cx.variables.leaving(tree, from, to);
      if (variable != null) {
        found.put(tree, variable);
      }
    }
    return null;
  }
}
