// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file might use Weft, and use it wrongly, though no {@code @Async} method was found in
 * it: by its names alone, because a look at types would change the user's trees. A false alarm
 * costs some milliseconds of attribution.
 */
final class Mentions extends TreeScanner<@Nullable Void, @Nullable Void> {
  private boolean weft;
  private boolean use;

  private Mentions() {}

  static boolean in(CompilationUnitTree unit) {
    Mentions mentions = new Mentions();
    mentions.scan(unit, null);
    return mentions.weft && mentions.use;
  }

  /** {@code dev.weft}, in an import or in a qualified name. */
  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    weft |=
        tree.getIdentifier().contentEquals("weft")
            && tree.getExpression() instanceof IdentifierTree root
            && root.getName().contentEquals("dev");
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    note(tree.getMethodSelect());
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    note(tree.getName());
    return super.visitMemberReference(tree, null);
  }

  /** In the declaration of what only an {@code @Async} method can go through or close. */
  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    use |= tree.getName().toString().startsWith("Async");
    return null;
  }

  /** Methods of local and anonymous classes are not among the elements of a round. */
  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    note(tree.getAnnotationType());
    return super.visitAnnotation(tree, null);
  }

  private void note(Tree named) {
    if (named instanceof IdentifierTree name) {
      note(name.getName());
    } else if (named instanceof MemberSelectTree select) {
      note(select.getIdentifier());
    }
  }

  private void note(Name name) {
    use |=
        name.contentEquals(Contract.AWAIT)
            || name.contentEquals(Contract.DONE)
            || name.contentEquals(Contract.EMIT)
            || name.contentEquals("Async");
  }
}
