// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What awaits without saying so: a {@code for} over an {@code AsyncIterable}, and a {@code try}
 * with an {@code AsyncCloseable}, by the declared types.
 */
public final class ImplicitAwaits {
  private final AttributedUnit unit;

  public ImplicitAwaits(AttributedUnit unit) {
    this.unit = unit;
  }

  public boolean isLoop(Tree tree) {
    return tree instanceof EnhancedForLoopTree loop
        && isA(unit.type(loop.getExpression()), Contract.ASYNC_ITERABLE);
  }

  /** Whether any resource of the tree, a {@code try}, is closed by awaiting. */
  public boolean isTry(Tree tree) {
    return tree instanceof TryTree attempt
        && attempt.getResources().stream().anyMatch(this::isResource);
  }

  public boolean isResource(Tree resource) {
    return isA(unit.type(resource), Contract.ASYNC_CLOSEABLE);
  }

  /** Whether the loop cannot go without awaiting: the type has no {@code iterator()} of its own. */
  public boolean needsAwait(EnhancedForLoopTree loop) {
    return isLoop(loop)
        && !overrides(unit.type(loop.getExpression()), "iterator", Contract.ASYNC_ITERABLE);
  }

  /**
   * Whether the resource cannot be closed without awaiting: it has no {@code close()} of its own.
   */
  public boolean needsAwait(Tree resource) {
    return isResource(resource)
        && !overrides(unit.type(resource), "close", Contract.ASYNC_CLOSEABLE);
  }

  private boolean overrides(@Nullable TypeMirror type, String method, String declaring) {
    if (type instanceof TypeVariable || type instanceof IntersectionType) {
      return unit.types().directSupertypes(type).stream()
          .anyMatch(bound -> overrides(bound, method, declaring));
    }
    List<ExecutableElement> found =
        type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
            ? ElementFilter.methodsIn(unit.elements().getAllMembers(element)).stream()
                .filter(member -> isPlain(member, method))
                .toList()
            : List.of();
    return !found.isEmpty()
        && found.stream()
            .noneMatch(member -> Contract.isClass(member.getEnclosingElement(), declaring));
  }

  private static boolean isPlain(ExecutableElement member, String name) {
    return member.getSimpleName().contentEquals(name) && member.getParameters().isEmpty();
  }

  /** A type variable is one if its bound is, hence no erasure of {@code type}. */
  private boolean isA(@Nullable TypeMirror type, String className) {
    Element wanted = unit.elements().getTypeElement(className);
    return wanted != null
        && type != null
        && (type.getKind() == TypeKind.DECLARED
            || type.getKind() == TypeKind.TYPEVAR
            || type.getKind() == TypeKind.INTERSECTION)
        && unit.types().isSubtype(type, unit.types().erasure(wanted.asType()));
  }
}
