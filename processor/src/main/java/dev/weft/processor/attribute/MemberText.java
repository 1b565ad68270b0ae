// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Prints members that another processor added to a class: declarations, with bodies that only
 * throw.
 */
final class MemberText {
  private static final String THROW = "throw new java.lang.Error();";

  private final Trees trees;
  private final Elements elements;

  MemberText(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  /** The text of a member, on one line; empty for what javac itself adds to a class. */
  String of(Element member) {
    Tree tree = trees.getTree(member);
    if (elements.getOrigin(member) == Elements.Origin.MANDATED) {
      return "";
    } else if (tree instanceof MethodTree method) {
      return method((ExecutableElement) member, method);
    } else if (tree instanceof VariableTree field) {
      return member.getKind() == ElementKind.FIELD ? field((VariableElement) member, field) : "";
    } else {
      return tree instanceof ClassTree type ? type((TypeElement) member, type) : "";
    }
  }

  private static String modifiers(Element member, Modifier... without) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(member.getModifiers());
    Set.of(without).forEach(modifiers::remove);
    return modifiers.stream().map(modifier -> modifier + " ").collect(joining());
  }

  private static String field(VariableElement field, VariableTree tree) {
    Object constant = field.getConstantValue();
    // Without an initialiser a final field would have to be assigned somewhere.
    return constant == null
        ? modifiers(field, Modifier.FINAL) + tree.getType() + " " + tree.getName() + "; "
        : modifiers(field)
            + tree.getType()
            + " "
            + tree.getName()
            + " = "
            + tree.getInitializer()
            + "; ";
  }

  private static String method(ExecutableElement method, MethodTree tree) {
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    String name =
        isConstructor
            ? requireNonNull(method.getEnclosingElement()).getSimpleName().toString()
            : tree.getReturnType() + " " + tree.getName();
    return modifiers(method, Modifier.NATIVE, Modifier.SYNCHRONIZED)
        + list("<", tree.getTypeParameters(), "> ")
        + name
        + "("
        + list("", tree.getParameters(), "")
        + ")"
        + list(" throws ", tree.getThrows(), "")
        + (method.getModifiers().contains(Modifier.ABSTRACT)
            ? "; "
            : " { " + constructorCall(tree.getBody()) + THROW + " } ");
  }

  /** Whether {@code super(...)} may be left out depends on the superclass, so it stays. */
  private static String constructorCall(@Nullable BlockTree body) {
    if (body == null || body.getStatements().isEmpty()) {
      return "";
    }
    StatementTree first = body.getStatements().get(0);
    if (first instanceof ExpressionStatementTree statement
        && statement.getExpression() instanceof MethodInvocationTree call) {
      String name = call.getMethodSelect().toString();
      if (name.equals("this") || name.equals("super") || name.endsWith(".super")) {
        return first + " ";
      }
    }
    return "";
  }

  private String type(TypeElement type, ClassTree tree) {
    boolean isEnum = type.getKind() == ElementKind.ENUM;
    String keyword =
        switch (type.getKind()) {
          case ENUM -> "enum ";
          case INTERFACE -> "interface ";
          case ANNOTATION_TYPE -> "@interface ";
          default -> "class ";
        };
    String constants =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(member -> member.getSimpleName().toString())
            .collect(joining(", ", "", "; "));
    Tree superclass = tree.getExtendsClause();
    return modifiers(type, isEnum ? new Modifier[] {Modifier.FINAL} : new Modifier[0])
        + keyword
        + tree.getSimpleName()
        + list("<", tree.getTypeParameters(), ">")
        + (superclass == null ? "" : " extends " + superclass)
        + list(
            type.getKind().isInterface() ? " extends " : " implements ",
            tree.getImplementsClause(),
            "")
        + " { "
        + (isEnum ? constants : "")
        + type.getEnclosedElements().stream().map(this::of).collect(joining())
        + "} ";
  }

  private static String list(String before, List<? extends Tree> trees, String after) {
    return trees.isEmpty()
        ? ""
        : trees.stream().map(Tree::toString).collect(joining(", ", before, after));
  }
}
