// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types and lines of a unit's variables, and what is wrong with its trees. */
final class TypeDump extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AttributedUnit unit;
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, Integer> lines = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  private TypeDump(AttributedUnit unit) {
    this.unit = unit;
  }

  static TypeDump of(AttributedUnit unit) {
    TypeDump dump = new TypeDump(unit);
    dump.scan(unit.tree(), null);
    return dump;
  }

  /** Type by name of variable; names should be unique in a test's sources. */
  Map<String, String> types() {
    return types;
  }

  Map<String, Integer> lines() {
    return lines;
  }

  List<String> errors() {
    return errors;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    if (unit.start(tree) >= 0) {
      String name = tree.getName().toString();
      types.put(name, String.valueOf(unit.type(tree)));
      lines.put(name, unit.line(tree));
      if (!unit.text().substring(unit.start(tree), unit.end(tree)).contains(name)) {
        errors.add("does not stand where it should: " + tree);
      }
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null) {
      TypeMirror type = unit.type(tree);
      if (type != null && type.getKind() == TypeKind.ERROR) {
        errors.add("no type: " + tree);
      }
    }
    return super.scan(tree, null);
  }
}
