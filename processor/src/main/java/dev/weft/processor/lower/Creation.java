// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.LocalType;
import dev.weft.processor.graph.Member;
import dev.weft.processor.graph.Nesting;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of {@code new X} in text: its constructor may be hidden, and in the machine an inner
 * class has no enclosing instance of its own accord.
 *
 * <pre>
 *   new Echo(1)        EchoPrivate.create(1)         (the constructor is private)
 *   new Inner(1)       self.new Inner(1)
 *   new Inner(1)       InnerPrivate.create(self, 1)  (the class or its constructor is private)
 *   new Node(1)        new Node(self, prefix, 1)     (a local class, see LocalClasses)
 * </pre>
 */
final class Creation {
  private final Context cx;
  private final Substitution text;
  private final NewClassTree tree;

  Creation(Context cx, Substitution text, NewClassTree tree) {
    this.cx = cx;
    this.text = text;
    this.tree = tree;
  }

  /** Notes the edits; returns whether nothing but the arguments is left of the user's text. */
  boolean replaceHead() {
    LocalType local = localType();
    if (local != null) {
      addCaptures(local);
      return local.type().equals(anonymous());
    }
    Element constructor = cx.unit.element(tree);
    TypeElement inner = innerClass();
    boolean isPrivate = inner != null && cx.members.isPrivate(inner);
    if (tree.getClassBody() == null && constructor != null) {
      Member hidden = isPrivate ? cx.members.constructor(constructor) : text.hidden(constructor);
      if (hidden != null && hidden.kind() == Member.Kind.CONSTRUCTOR) {
        callCreate(hidden, inner);
        return true;
      }
    }
    if (tree.getEnclosingExpression() == null && inner != null) {
      if (isPrivate) {
        throw new OutlivingTypeException(Objects.requireNonNull(anonymous()));
      }
      qualify(inner);
    }
    return false;
  }

  /** The class that is made, or for an anonymous one that it extends, if it has a stand-in. */
  private @Nullable LocalType localType() {
    LocalType itself = cx.localClasses.of(anonymous());
    return itself == null
        ? cx.localClasses.of(cx.unit.element(typeName(tree.getIdentifier())))
        : itself;
  }

  private @Nullable TypeElement anonymous() {
    return tree.getClassBody() == null ? null : (TypeElement) cx.unit.element(tree.getClassBody());
  }

  private void addCaptures(LocalType local) {
    int end = cx.unit.end(tree.getIdentifier());
    int first = cx.unit.text().indexOf('(', end) + 1;
    List<Code> given = text.captures(local, tree);
    for (int i = 0; i < given.size(); i++) {
      boolean isLast = i == given.size() - 1 && tree.getArguments().isEmpty();
      text.edit(first, first, Code.join(given.get(i), Code.text(isLast ? "" : ", ")));
    }
    if (local.type().equals(anonymous())) {
      text.edit(
          cx.unit.start(tree), end, Code.join(Code.text("new "), cx.members.type(local.type())));
      int last = tree.getArguments().stream().mapToInt(cx.unit::end).max().orElse(first);
      int close = cx.unit.text().indexOf(')', Math.max(last, first)) + 1;
      text.edit(close, cx.unit.end(tree), Code.EMPTY);
    }
  }

  private void callCreate(Member hidden, @Nullable TypeElement inner) {
    if (inner != null && cx.rawTypes.isParameterized(inner)) {
      throw new UnsupportedException(
          tree, "new for an inner class of a local class that uses a type parameter");
    }
    int end = cx.unit.end(tree.getIdentifier());
    text.edit(
        cx.unit.start(tree),
        end,
        Code.join(Substitution.through(hidden, Code.EMPTY), Substitution.name(hidden)));
    if (inner != null) {
      int first = cx.unit.text().indexOf('(', end) + 1;
      String separator = tree.getArguments().isEmpty() ? "" : ", ";
      text.edit(first, first, Code.join(enclosingInstance(inner), Code.text(separator)));
    }
  }

  private Code enclosingInstance(TypeElement inner) {
    ExpressionTree enclosing = tree.getEnclosingExpression();
    if (enclosing == null) {
      TypeElement outer = Members.enclosing(inner);
      return cx.members.instance(Objects.requireNonNull(cx.members.lexical(outer)));
    }
    return nonNull(cx, text.nested(enclosing));
  }

  static Code nonNull(Context cx, Code value) {
    return Code.join(
        Code.of(new Code.Type(cx.declared("java.util.Objects"))),
        Code.text(".requireNonNull("),
        value,
        Code.text(")"));
  }

  private void qualify(TypeElement inner) {
    TypeElement outer = Members.enclosing(inner);
    if (text.isInherited(outer)) {
      return; // The class in the text is around it, or one of its heirs.
    }
    TypeElement site = Objects.requireNonNull(cx.members.lexical(outer));
    int start = cx.unit.start(tree);
    text.edit(start, start, Code.join(cx.members.instance(site), Code.text(".")));
    Tree name = typeName(tree.getIdentifier());
    text.edit(name, Code.text(inner.getSimpleName().toString()));
    text.addLabel(name);
  }

  /** The inner member class that the text makes an instance of. */
  private @Nullable TypeElement innerClass() {
    Element type = cx.unit.element(typeName(tree.getIdentifier()));
    return type instanceof TypeElement inner && isInner(inner) && !text.inText((Element) inner)
        ? inner
        : null;
  }

  static boolean isInner(TypeElement type) {
    return Nesting.of(type) == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)
        && type.getKind() == ElementKind.CLASS;
  }

  /** The bare name of a type, without arguments and annotations. */
  static Tree typeName(Tree identifier) {
    return identifier instanceof ParameterizedTypeTree generic
        ? generic.getType()
        : identifier instanceof AnnotatedTypeTree annotated
            ? typeName(annotated.getUnderlyingType())
            : identifier;
  }
}
