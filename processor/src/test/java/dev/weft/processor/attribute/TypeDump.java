// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types of a unit's variables and the errors in its trees. */
final class TypeDump extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AttributedUnit unit;
  private final Map<String, String> variables = new TreeMap<>();

  private TypeDump(AttributedUnit unit) {
    this.unit = unit;
  }

  /** Type by name of variable; names should be unique in a test's source. */
  static Map<String, String> variables(AttributedUnit unit) {
    TypeDump dump = new TypeDump(unit);
    dump.scan(unit.tree(), null);
    return dump.variables;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    TypeMirror type = unit.type(tree);
    if (unit.start(tree) >= 0) {
      variables.put(tree.getName().toString(), String.valueOf(type));
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null) {
      TypeMirror type = unit.type(tree);
      if (type != null && type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
        throw new AssertionError("no type: " + tree);
      }
    }
    return super.scan(tree, null);
  }
}
