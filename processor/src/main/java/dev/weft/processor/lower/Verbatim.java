// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.Tree;
import dev.weft.processor.graph.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The user's text, character for character, with the names replaced that mean something else in the
 * machine, and holes for the parts that lowering took out of it.
 */
final class Verbatim {
  /** Text from {@code from} up to {@code to} that is to be replaced. */
  record Edit(int from, int to, Code code) {}

  private final Context cx;

  Verbatim(Context cx) {
    this.cx = cx;
  }

  Code of(Tree tree) {
    return of(tree, Map.of());
  }

  /** The tree's text, with {@code holes} in the place of some of its subtrees (by identity). */
  Code of(Tree tree, Map<Tree, Code> holes) {
    return range(tree, cx.unit.start(tree), cx.unit.end(tree), holes);
  }

  /** A part of the tree's text. */
  Code range(Tree tree, int from, int to, Map<Tree, Code> holes) {
    Substitution scanner = new Substitution(cx, from, to, holes);
    scanner.scan(tree, null);
    return apply(from, to, scanner.edits());
  }

  /** Where edits overlap, the outer one stands; what is inserted comes before what is replaced. */
  Code apply(int from, int to, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.comparingInt(Edit::from)
            .thenComparing(edit -> edit.from != edit.to)
            .thenComparing(Edit::to, Comparator.reverseOrder()));
    List<Code.Piece> pieces = new ArrayList<>();
    int at = from;
    for (Edit edit : sorted) {
      if (edit.from < at || edit.to > to) {
        continue;
      }
      text(at, edit.from, pieces);
      pieces.addAll(edit.code.pieces());
      at = edit.to;
    }
    text(at, to, pieces);
    return new Code(pieces);
  }

  private void text(int from, int to, List<Code.Piece> pieces) {
    if (from < to) {
      pieces.add(new Code.Text(cx.unit.text().substring(from, to), cx.unit.line(from)));
    }
  }
}
