// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What other processors, such as Lombok, changed in a unit's outer trees, as edits of its text.
 * They are found by comparing the outer classes with the text as it parses: members the text does
 * not have are added as declarations, and bodies that print differently are replaced by what they
 * print.
 */
final class ForeignChanges {
  private final CompilationUnitTree parsed;
  private final SourcePositions positions;
  private final Trees trees;
  private final MemberText memberText;
  private final SourceEdits edits = new SourceEdits();
  private final ChangedCode code;
  private final Set<Integer> madeStatic = new HashSet<>();

  private ForeignChanges(
      CompilationUnitTree parsed, SourcePositions positions, Trees trees, Elements elements) {
    this.parsed = parsed;
    this.positions = positions;
    this.trees = trees;
    this.memberText = new MemberText(trees, elements);
    this.code = new ChangedCode(parsed, positions, edits);
  }

  /**
   * Compares a unit with its text.
   *
   * @param parsed the text's tree, of any compiler, neither attributed nor changed
   * @param positions that compiler's positions
   * @param trees the outer compiler's
   */
  static SourceEdits in(
      OuterUnit unit,
      CompilationUnitTree parsed,
      SourcePositions positions,
      Trees trees,
      Elements elements) {
    ForeignChanges changes = new ForeignChanges(parsed, positions, trees, elements);
    for (Tree declaration : parsed.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        TypeElement element = elements.getTypeElement(unit.qualified(type.getSimpleName()));
        if (element != null) {
          changes.compare(type, element);
        }
      }
    }
    return changes.edits;
  }

  private void compare(ClassTree text, TypeElement type) {
    Map<String, Queue<Tree>> members = new HashMap<>();
    for (Tree member : text.getMembers()) {
      members.computeIfAbsent(key(member), k -> new ArrayDeque<>()).add(member);
    }
    StringBuilder added = new StringBuilder();
    for (Element element : type.getEnclosedElements()) {
      Tree outer = trees.getTree(element);
      Queue<Tree> candidates = outer == null ? null : members.get(key(outer));
      Tree member = candidates == null ? null : candidates.poll();
      if (member == null) {
        added.append(isOfRecord(element, type) ? "" : memberText.of(element));
      } else {
        compareMember(member, outer, element, type);
      }
    }
    code.compareInitializers(text, trees.getTree(type));
    if (!added.isEmpty()) {
      // The constants of an enum need not end with a semicolon; elsewhere one too many is harmless.
      String separator = type.getKind() == ElementKind.ENUM ? "; " : " ";
      int end = (int) positions.getEndPosition(parsed, text);
      edits.insert(end - 1, separator + added);
    }
  }

  /** Equal for what is the same member; the types are as printed, since the text has no others. */
  private static String key(Tree member) {
    if (member instanceof MethodTree method) {
      return method.getName()
          + method.getParameters().stream()
              .map(p -> String.valueOf(p.getType()))
              .toList()
              .toString();
    } else if (member instanceof VariableTree field) {
      return "field " + field.getName();
    }
    return member instanceof ClassTree type ? "class " + type.getSimpleName() : "initializer";
  }

  /** Fields, accessors and the canonical constructor of a record are javac's to add. */
  private static boolean isOfRecord(Element member, TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        && !member.getModifiers().contains(Modifier.STATIC)
        && switch (member.getKind()) {
          case FIELD -> true;
          case CONSTRUCTOR ->
              types(((ExecutableElement) member).getParameters())
                  .equals(types(type.getRecordComponents()));
          case METHOD ->
              ((ExecutableElement) member).getParameters().isEmpty()
                  && type.getRecordComponents().stream()
                      .anyMatch(c -> c.getSimpleName().equals(member.getSimpleName()));
          default -> false;
        };
  }

  private static List<String> types(List<? extends Element> variables) {
    return variables.stream().map(variable -> variable.asType().toString()).toList();
  }

  private void compareMember(Tree text, Tree outer, Element element, TypeElement owner) {
    if (text instanceof MethodTree method && outer instanceof MethodTree outerMethod) {
      makeStatic(method, method.getModifiers(), element, owner);
      code.compare(method, outerMethod);
    } else if (text instanceof VariableTree field
        && outer instanceof VariableTree outerField
        && element.getKind() == ElementKind.FIELD) {
      makeStatic(field, field.getModifiers(), element, owner);
      code.compare(field, outerField);
    } else if (text instanceof ClassTree nested && element instanceof TypeElement nestedType) {
      makeStatic(nested, nested.getModifiers(), element, owner);
      compare(nested, nestedType);
    }
  }

  /** Lombok's utility classes have members that are static without saying so. */
  private void makeStatic(Tree text, ModifiersTree modifiers, Element element, TypeElement owner) {
    boolean implicit =
        owner.getKind().isInterface()
            || (element instanceof TypeElement && element.getKind() != ElementKind.CLASS);
    int start = (int) positions.getStartPosition(parsed, text);
    if (element.getModifiers().contains(Modifier.STATIC)
        && !modifiers.getFlags().contains(Modifier.STATIC)
        && !implicit
        // Fields that are declared together begin together.
        && madeStatic.add(start)) {
      edits.insert(start, "static ");
    }
  }
}
