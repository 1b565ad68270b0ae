// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.diagnostic;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.weft.processor.attribute.AttributedUnit;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user's own tree for a tree of the attributed copy. It only compares kinds and
 * positions: asking the outer trees for a type or an element would change them.
 */
final class OuterTrees {
  private final Trees trees;

  OuterTrees(Trees trees) {
    this.trees = trees;
  }

  @Nullable Place of(Element element) {
    TreePath path = trees.getPath(element);
    return path == null ? null : place(path.getCompilationUnit(), path.getLeaf());
  }

  /** The tree of the same kind and extent; if another processor changed it, the narrowest there. */
  Place of(AttributedUnit unit, Tree nested) {
    Tree shown = shown(nested);
    CompilationUnitTree outer = unit.original();
    if (unit.start(shown) < 0) {
      return new Place(outer, outer, 0);
    }
    int start = unit.originalOffset(unit.start(shown));
    int end = unit.originalOffset(unit.end(shown));
    Search search = new Search(outer, shown.getKind(), start, end);
    search.scan(outer, null);
    return new Place(outer, search.found(), start);
  }

  /** A tree of the user's own. */
  Place of(CompilationUnitTree unit, Tree tree) {
    return place(unit, shown(tree));
  }

  /** javac puts the caret of a call under its parenthesis; under the name it says more. */
  private static Tree shown(Tree tree) {
    return tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
  }

  private Place place(CompilationUnitTree unit, Tree tree) {
    return new Place(unit, tree, trees.getSourcePositions().getStartPosition(unit, tree));
  }

  private final class Search extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourcePositions positions = trees.getSourcePositions();
    private final CompilationUnitTree unit;
    private final Tree.Kind kind;
    private final int start;
    private final int end;
    private @Nullable Tree same;
    private @Nullable Tree around;

    Search(CompilationUnitTree unit, Tree.Kind kind, int start, int end) {
      this.unit = unit;
      this.kind = kind;
      this.start = start;
      this.end = end;
    }

    Tree found() {
      return same != null ? same : around != null ? around : unit;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null || same != null) {
        return null;
      }
      long from = positions.getStartPosition(unit, tree);
      long to = positions.getEndPosition(unit, tree);
      if (from <= start && start < to) {
        around = tree;
        if (tree.getKind() == kind && from == start && to == end) {
          same = tree;
          return null;
        }
      }
      // Another processor's trees may lie outside of their parents, so none is skipped for its
      // extent.
      return super.scan(tree, null);
    }
  }
}
