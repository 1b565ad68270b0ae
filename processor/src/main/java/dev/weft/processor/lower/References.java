// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.LocalType;
import dev.weft.processor.graph.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Method references that the machine must write as lambdas, since it has to hand on more than the
 * arguments or to reach the member through a mirror.
 *
 * <pre>
 *   Inner::new         ((Supplier&lt;Inner>) () -> self.new Inner())
 *   Node::new          ((Function&lt;Integer, Node>) argument -> new Node(self, prefix, argument))
 *   Echo::secret       ((Function&lt;Echo, String>) argument -> hidden(argument).secret())
 * </pre>
 *
 * The cast keeps the choice of the overload that it is passed to, for which a lambda would be less
 * than a reference (JLS 15.12.2.2).
 */
final class References {
  private final Context cx;
  private final Substitution text;
  private final MemberReferenceTree tree;
  private final ExpressionTree qualifier;

  References(Context cx, Substitution text, MemberReferenceTree tree) {
    this.cx = cx;
    this.text = text;
    this.tree = tree;
    this.qualifier = tree.getQualifierExpression();
  }

  /** Null if the reference may stay one. */
  @Nullable Code lambda() {
    Element element = cx.unit.element(tree);
    if (!(element instanceof ExecutableElement called)) {
      return null;
    }
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      Element made = cx.unit.element(Creation.typeName(qualifier));
      LocalType local = cx.localClasses.of(made);
      if (local != null) {
        List<Code> given = inLambda(() -> text.captures(local, tree));
        return given.isEmpty() ? null : creation(Code.EMPTY, cx.members.type(local.type()), given);
      }
      return made instanceof TypeElement inner && Creation.isInner(inner) && !text.inText(made)
          ? innerCreation(inner, called)
          : null;
    }
    Member hidden = text.hidden(called);
    boolean isUnbound =
        !called.getModifiers().contains(Modifier.STATIC) && cx.operands.purity().isType(qualifier);
    return hidden != null && isUnbound ? unbound(hidden) : null;
  }

  private List<Code> inLambda(Supplier<List<Code>> arguments) {
    text.setDepth(text.depth() + 1);
    List<Code> codes = arguments.get();
    text.setDepth(text.depth() - 1);
    return codes;
  }

  private @Nullable Code innerCreation(TypeElement inner, ExecutableElement constructor) {
    TypeElement outer = Members.enclosing(inner);
    boolean isPrivate = cx.members.isPrivate(inner);
    Member hidden = isPrivate ? cx.members.constructor(constructor) : text.hidden(constructor);
    if (hidden == null && text.isInherited(outer)) {
      return null; // The class in the text is around it, or one of its heirs.
    }
    Code instance = cx.members.instance(Objects.requireNonNull(cx.members.lexical(outer)));
    if (hidden == null) {
      Code name = Code.text(inner.getSimpleName().toString());
      return creation(Code.join(instance, Code.text(".")), name, List.of());
    }
    List<Code> names = names(arity());
    List<Code> arguments = new ArrayList<>(List.of(instance));
    arguments.addAll(names);
    return lambda(
        names,
        Code.join(
            Substitution.through(hidden, Code.EMPTY),
            Substitution.name(hidden),
            inParentheses(arguments)));
  }

  private Code creation(Code outer, Code name, List<Code> given) {
    List<Code> names = names(arity());
    List<Code> arguments = new ArrayList<>(given);
    arguments.addAll(names);
    return lambda(
        names,
        Code.join(outer, Code.text("new "), name, typeArguments(), inParentheses(arguments)));
  }

  /** Those that the user wrote; without any, they are inferred as for a diamond (JLS 15.13.1). */
  private Code typeArguments() {
    if (qualifier instanceof ParameterizedTypeTree generic) {
      int end = cx.unit.end(generic.getType());
      return cx.verbatim.range(qualifier, end, cx.unit.end(qualifier), Map.of());
    }
    boolean isGeneric =
        cx.unit.element(Creation.typeName(qualifier)) instanceof TypeElement type
            && !type.getTypeParameters().isEmpty();
    return Code.text(isGeneric ? "<>" : "");
  }

  private Code unbound(Member hidden) {
    List<Code> names = names(arity());
    return lambda(
        names,
        Code.join(
            Substitution.through(hidden, names.get(0)),
            Substitution.name(hidden),
            inParentheses(names.subList(1, names.size()))));
  }

  private Code lambda(List<Code> parameters, Code body) {
    return Code.join(
        Code.text("(("),
        joined(targets().stream().map(type -> Code.of(new Code.Type(type))).toList(), " & "),
        Code.text(") "),
        inParentheses(parameters),
        Code.text(" -> "),
        body,
        Code.text(")"));
  }

  private List<Code> names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Code.text(cx.variables.fresh("argument")))
        .toList();
  }

  private static Code inParentheses(List<Code> codes) {
    return Code.join(Code.text("("), joined(codes, ", "), Code.text(")"));
  }

  private static Code joined(List<Code> codes, String separator) {
    Code all = Code.EMPTY;
    for (int i = 0; i < codes.size(); i++) {
      all = i == 0 ? codes.get(0) : Code.join(all, Code.text(separator), codes.get(i));
    }
    return all;
  }

  private List<? extends TypeMirror> targets() {
    TypeMirror type = cx.expressions.type(tree);
    return type instanceof IntersectionType several ? several.getBounds() : List.of(type);
  }

  /** How many parameters the function has. */
  private int arity() {
    return targets().stream()
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
        .flatMap(type -> ElementFilter.methodsIn(cx.unit.elements().getAllMembers(type)).stream())
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isOfObject(method))
        .findFirst()
        .filter(method -> method.getTypeParameters().isEmpty())
        .orElseThrow(
            () ->
                new UnsupportedException(
                    (Tree) tree, "a reference that stands for a generic function"))
        .getParameters()
        .size();
  }

  /** An interface may declare what each object has, as {@code Comparator.equals}. */
  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = cx.unit.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .anyMatch(
            of ->
                of.getSimpleName().equals(method.getSimpleName())
                    && of.getParameters().size() == method.getParameters().size());
  }
}
