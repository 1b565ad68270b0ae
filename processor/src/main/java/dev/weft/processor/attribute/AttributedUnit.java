// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A compilation unit whose every expression has a type.
 *
 * <p>Trees, elements and types are the nested compiler's own and must not be mixed with those of
 * the outer one. Text and offsets are those that the nested compiler saw. They differ from the
 * user's file only where another processor, such as Lombok, has changed the outer trees; lines are
 * always the user's.
 */
public final class AttributedUnit {
  private final OuterUnit outer;
  private final String text;
  private final SourceEdits edits;
  private final CompilationUnitTree tree;
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final SourcePositions positions;
  private final TreePath root;
  private final LineStarts lines;
  private final List<String> sourceLines;

  AttributedUnit(ChangedUnit unit, NestedCompile nested, CompilationUnitTree tree) {
    this.outer = unit.outer();
    this.edits = unit.edits();
    this.text = unit.text();
    this.tree = tree;
    this.trees = nested.trees();
    this.types = nested.task().getTypes();
    this.elements = nested.task().getElements();
    this.positions = trees.getSourcePositions();
    this.root = new TreePath(tree);
    this.lines = new LineStarts(outer.text());
    this.sourceLines = List.copyOf(outer.text().lines().toList());
  }

  /**
   * The attributed tree. Attribution adds trees to it that the text does not have: see {@link
   * #start}.
   */
  public CompilationUnitTree tree() {
    return tree;
  }

  /** The text that the tree was parsed from. */
  public String text() {
    return text;
  }

  public Trees trees() {
    return trees;
  }

  public Types types() {
    return types;
  }

  public Elements elements() {
    return elements;
  }

  /**
   * Where a tree begins in the text; -1 if it stands nowhere there, as what attribution has added.
   */
  public int start(Tree tree) {
    return end(tree) < 0 ? -1 : (int) positions.getStartPosition(this.tree, tree);
  }

  /** Where a tree ends in the text, exclusively; -1 if it stands nowhere there. */
  public int end(Tree tree) {
    int end = (int) positions.getEndPosition(this.tree, tree);
    // For javac, the semicolon between resources is a part of the variable in front of it.
    return tree instanceof ExpressionTree && end > 0 && text().charAt(end - 1) == ';'
        ? end - 1
        : end;
  }

  /** The line in the user's file, from 1, of an offset in the text. */
  public int line(int offset) {
    return lines.line(originalOffset(offset));
  }

  /** The line in the user's file, from 1, where a tree begins; -1 if that is not known. */
  public int line(Tree tree) {
    long start = positions.getStartPosition(this.tree, tree);
    return start == Diagnostic.NOPOS ? -1 : line((int) start);
  }

  /** The line on which a tree ends. */
  public int lastLine(Tree tree) {
    return line(end(tree) - 1);
  }

  /** The lines of the user's file, without their ends. */
  public List<String> sourceLines() {
    return sourceLines;
  }

  /** The simple name of the user's file. */
  public String fileName() {
    String name = outer.file().getName();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** The type of an expression or a variable; null for trees that have none. */
  public @Nullable TypeMirror type(Tree tree) {
    return trees.getTypeMirror(new TreePath(root, tree));
  }

  /** What a tree declares or refers to, if anything. */
  public @Nullable Element element(Tree tree) {
    return trees.getElement(new TreePath(root, tree));
  }

  /** The user's own tree, of the outer compiler, which has no types. */
  public CompilationUnitTree original() {
    return outer.tree();
  }

  /** Where an offset of the text is in the user's file. */
  public int originalOffset(int offset) {
    return edits.originalOffset(offset);
  }
}
