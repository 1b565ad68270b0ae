// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be the name of a class in a unit, as far as one can tell before names mean anything.
 * {@code a.b.C.d()} gives {@code a.b} and {@code a.b.C}; a simple name is looked for in the unit's
 * package and in those it imports, unless it stands where only a variable may (JLS 6.5.1).
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
    return values(tree.getArguments());
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getTypeArguments(), null);
    scan(tree.getIdentifier(), null);
    values(tree.getArguments());
    return scan(tree.getClassBody(), null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    scan(tree.getModifiers(), null);
    scan(tree.getType(), null);
    scan(tree.getNameExpression(), null);
    return value(tree.getInitializer());
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    value(tree.getLeftOperand());
    return value(tree.getRightOperand());
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    return value(tree.getExpression());
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    value(tree.getVariable());
    return value(tree.getExpression());
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    value(tree.getVariable());
    return value(tree.getExpression());
  }

  @Override
  public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
    return value(tree.getExpression());
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    return value(tree.getExpression());
  }

  private @Nullable Void values(List<? extends ExpressionTree> trees) {
    trees.forEach(this::value);
    return null;
  }

  private @Nullable Void value(@Nullable ExpressionTree tree) {
    return tree instanceof IdentifierTree ? null : scan(tree, null);
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
