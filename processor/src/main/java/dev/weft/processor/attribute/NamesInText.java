// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be the name of a class in a unit, as far as one can tell before names mean anything.
 * {@code a.b.C.d()} gives {@code a.b} and {@code a.b.C}; a simple name is looked for in the unit's
 * package and in those it imports.
 */
final class NamesInText extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> qualified = new LinkedHashSet<>();
  private final Set<String> simple = new LinkedHashSet<>();
  private final Set<String> packages = new LinkedHashSet<>();

  private NamesInText(String packageName) {
    packages.add(packageName);
  }

  /** The qualified names of classes that the unit may mean; most of them exist nowhere. */
  static Set<String> of(CompilationUnitTree unit) {
    Tree declared = unit.getPackageName();
    NamesInText names = new NamesInText(declared == null ? "" : declared.toString());
    names.scan(unit, null);
    Set<String> all = new LinkedHashSet<>(names.qualified);
    for (String packageName : names.packages) {
      String prefix = packageName.isEmpty() ? "" : packageName + ".";
      names.simple.forEach(name -> all.add(prefix + name));
    }
    return all;
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
    if (tree.getQualifiedIdentifier() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("*")) {
      packages.add(select.getExpression().toString());
      return scan(select.getExpression(), null);
    }
    return super.visitImport(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    scan(tree.getTypeArguments(), null);
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      scan(select.getExpression(), null);
    }
    return scan(tree.getArguments(), null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    if (isChain(tree)) {
      qualified.add(tree.toString());
    }
    return super.visitMemberSelect(tree, null);
  }

  private static boolean isChain(ExpressionTree tree) {
    return tree instanceof IdentifierTree
        || (tree instanceof MemberSelectTree select && isChain(select.getExpression()));
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    simple.add(tree.getName().toString());
    return null;
  }
}
