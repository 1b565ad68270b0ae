// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces bodies and initialisers that another processor changed. The outer tree then prints
 * differently from the tree of the text, and what it prints is put in its place.
 */
final class ChangedCode {
  private final CompilationUnitTree parsed;
  private final SourcePositions positions;
  private final SourceEdits edits;

  ChangedCode(CompilationUnitTree parsed, SourcePositions positions, SourceEdits edits) {
    this.parsed = parsed;
    this.positions = positions;
    this.edits = edits;
  }

  void compare(MethodTree text, MethodTree outer) {
    compareCode(text.getBody(), outer.getBody());
  }

  /** The type too may have changed, as that of Lombok's lazy getters. */
  void compare(VariableTree text, VariableTree outer) {
    Tree value = text.getInitializer();
    Tree outerValue = outer.getInitializer();
    if (value == null || outerValue == null) {
      return;
    }
    if (text.getType().toString().equals(outer.getType().toString())) {
      compareCode(value, outerValue);
    } else {
      String replacement = outer.getType() + " " + outer.getName() + " = " + print(outerValue);
      edits.replace(start(text.getType()), end(value), null, replacement);
    }
  }

  void compareInitializers(ClassTree text, @Nullable ClassTree outer) {
    List<? extends Tree> blocks = initializers(text);
    List<? extends Tree> outerBlocks = outer == null ? List.of() : initializers(outer);
    for (int i = 0; blocks.size() == outerBlocks.size() && i < blocks.size(); i++) {
      compareCode(blocks.get(i), outerBlocks.get(i));
    }
  }

  private static List<? extends Tree> initializers(ClassTree type) {
    return type.getMembers().stream().filter(BlockTree.class::isInstance).toList();
  }

  private void compareCode(@Nullable Tree text, @Nullable Tree outer) {
    if (text != null && outer != null && !text.toString().equals(outer.toString())) {
      edits.replace(start(text), end(text), outer, print(outer));
    }
  }

  /** javac prints the type that {@code var} leaves out as a comment. */
  private static String print(Tree tree) {
    return tree.toString().replace("/*missing*/", "var");
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(parsed, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(parsed, tree);
  }
}
