// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static javax.lang.model.util.ElementFilter.fieldsIn;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Whether to initialise a class runs code of its own. Of a class that is there as a tree, the tree
 * tells; class files have a method for it, and headers get one where the tree says so.
 */
public final class StaticInitializers {
  private StaticInitializers() {}

  /** Of the class alone, without the classes above it. */
  public static boolean has(TypeElement type, Trees trees) {
    ClassTree tree = trees.getTree(type);
    if (tree == null) {
      return type.getEnclosedElements().stream()
          .anyMatch(member -> member.getKind() == ElementKind.STATIC_INIT);
    }
    Set<String> constants =
        fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getConstantValue() != null)
            .map(field -> field.getSimpleName().toString())
            .collect(Collectors.toSet());
    boolean isInterface = type.getKind().isInterface();
    return tree.getMembers().stream().anyMatch(member -> runs(member, isInterface, constants));
  }

  private static boolean runs(Tree member, boolean isInterface, Set<String> constants) {
    if (member instanceof BlockTree block) {
      return block.isStatic();
    }
    return member instanceof VariableTree field
        && field.getInitializer() != null
        && (isInterface || field.getModifiers().getFlags().contains(Modifier.STATIC))
        && !constants.contains(field.getName().toString());
  }
}
