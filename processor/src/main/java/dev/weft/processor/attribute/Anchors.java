// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the trees of a printed and parsed body stand in the user's file: the outer tree
 * it was printed from has the same shape, and the user's positions.
 */
final class Anchors {
  private final CompilationUnitTree nested;
  private final SourcePositions nestedPositions;
  private final CompilationUnitTree outer;
  private final SourcePositions outerPositions;
  private final SourceEdits edits;

  Anchors(
      CompilationUnitTree nested,
      SourcePositions nestedPositions,
      CompilationUnitTree outer,
      SourcePositions outerPositions,
      SourceEdits edits) {
    this.nested = nested;
    this.nestedPositions = nestedPositions;
    this.outer = outer;
    this.outerPositions = outerPositions;
    this.edits = edits;
  }

  /** To be called before the nested trees are attributed, as that adds trees. */
  void add() {
    NavigableMap<Integer, SourceEdits.Edit> byNewOffset = edits.byNewOffset();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree == null) {
          return null;
        }
        var edit = byNewOffset.get((int) nestedPositions.getStartPosition(nested, tree));
        Tree printed = edit == null ? null : edit.printed();
        if (printed != null && printed.getKind() == tree.getKind()) {
          pair(tree, printed);
          return null;
        }
        return super.scan(tree, null);
      }
    }.scan(nested, null);
  }

  private void pair(Tree tree, Tree original) {
    if (tree.getKind() != original.getKind()) {
      return;
    }
    long from = outerPositions.getStartPosition(outer, original);
    long to = nestedPositions.getStartPosition(nested, tree);
    // What another processor made up may stand nowhere: then what precedes it counts.
    if (from >= 0 && to >= 0) {
      edits.anchor((int) to, (int) from);
    }
    List<Tree> parts = children(tree);
    List<Tree> originals = children(original);
    for (int i = 0; parts.size() == originals.size() && i < parts.size(); i++) {
      pair(parts.get(i), originals.get(i));
    }
  }

  private static List<Tree> children(Tree tree) {
    List<Tree> found = new ArrayList<>();
    tree.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree child, @Nullable Void unused) {
            if (child != null) {
              found.add(child);
            }
            return null;
          }
        },
        null);
    return found;
  }
}
