// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.LocalType;
import dev.weft.processor.graph.Member;
import dev.weft.processor.graph.Nesting;
import dev.weft.processor.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in one piece of text that must be replaced, by what they mean and not by how they
 * are spelt.
 */
final class Substitution extends JumpScanner {
  private final Context cx;
  private final int from;
  private final int to;
  private final Map<Tree, Code> holes;
  private final List<Verbatim.Edit> edits = new ArrayList<>();

  /** Classes of the text around the present place, innermost first. */
  private final Deque<TypeElement> classes = new ArrayDeque<>();

  private final IdentityHashMap<Tree, Code.Access> access = new IdentityHashMap<>();

  private final Set<Tree> resources = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Where the guard of the innermost {@code case} ends. */
  private int guardEnd;

  /** Names that mean what they say, whatever is in scope. */
  private final Set<Tree> labels = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Names of classes where no type arguments may stand. */
  private final Set<Tree> bare = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Pattern variables that have a name of their own in this text. */
  private final IdentityHashMap<Variable, String> renamed = new IdentityHashMap<>();

  Substitution(Context cx, int from, int to, Map<Tree, Code> holes) {
    this.cx = cx;
    this.from = from;
    this.to = to;
    this.holes = holes;
  }

  List<Verbatim.Edit> edits() {
    return edits;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null) {
      return null;
    }
    int start = cx.unit.start(tree);
    int end = cx.unit.end(tree);
    Code hole = holes.get(tree);
    if (hole != null) {
      edit(start, end, hole);
      return null;
    }
    // Trees that attribution added stand nowhere in the text.
    if (end < 0 || end <= from || start >= to) {
      return null;
    }
    return super.scan(tree, null);
  }

  @Override
  void leaves(Tree jump) {
    int line = cx.unit.line(jump);
    if (jump instanceof BreakTree out) {
      edit(jump, cx.jumps.leave(cx.jumps.breakOf(out.getLabel()), isGuarded(), line));
    } else if (jump instanceof ContinueTree next) {
      edit(jump, cx.jumps.leave(cx.jumps.continueOf(next.getLabel()), isGuarded(), line));
    } else if (jump instanceof YieldTree result) {
      edit(jump, cx.switches.verbatimYield(result, isGuarded()));
    } else if (jump instanceof ReturnTree end) {
      edit(jump, cx.returns.verbatim(Objects.requireNonNull(end.getExpression())));
    }
  }

  void edit(int start, int end, Code code) {
    edits.add(new Verbatim.Edit(start, end, code));
  }

  void edit(Tree tree, Code code) {
    edit(cx.unit.start(tree), cx.unit.end(tree), code);
  }

  // Names.

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    Element element = cx.unit.element(tree);
    if (Trees.isThis(tree)) {
      if (classes.isEmpty()) {
        edit(tree, Code.of(new Code.Self()));
      }
    } else if (element == null || labels.contains(tree)) {
      return null;
    } else if (element instanceof TypeElement type) {
      nameType(tree, type);
    } else if (element.getKind() == ElementKind.TYPE_PARAMETER) {
      edit(tree, Code.of(new Code.Type(element.asType())));
    } else if (element.getEnclosingElement() instanceof TypeElement && !Trees.isSuper(tree)) {
      Code qualified = cx.members.qualify(element, List.copyOf(classes));
      if (qualified != null) {
        edit(tree, qualified);
      }
    } else if (element instanceof VariableElement) {
      nameVariable(tree, element);
    }
    return null;
  }

  private void nameVariable(IdentifierTree tree, Element element) {
    Variable variable = cx.variables.of(element);
    String own = variable == null ? tree.getName().toString() : renamed.get(variable);
    Code.Access how = access.getOrDefault(tree, Code.Access.READ);
    if (own == null && variable != null) {
      edit(tree, Code.of(new Code.Use(variable, how, mustBeFinal(tree))));
    } else if (how == Code.Access.READ && !resources.contains(tree)) {
      edit(tree, cx.rawTypes.bound(element, Code.text(String.valueOf(own))));
    } else if (own != null) {
      edit(tree, Code.text(own));
    }
  }

  /** Whether only an effectively final local may be named here. */
  private boolean mustBeFinal(Tree tree) {
    return depth() > 0 || resources.contains(tree) || cx.unit.start(tree) < guardEnd;
  }

  private void nameType(IdentifierTree tree, TypeElement type) {
    boolean isOfText = Nesting.of(type) == NestingKind.LOCAL && !cx.members.isPrivate(type);
    if (!isOfText && !inText(type)) {
      edit(tree, typeName(tree, type));
    }
  }

  /**
   * An inner class has the type arguments of the classes around it, which the text may leave out:
   * there {@code Node} is {@code Tree<T>.Node}, or {@code Node<T>} by its stand-in.
   */
  private Code typeName(Tree tree, TypeElement type) {
    TypeMirror meant = cx.unit.type(tree);
    return meant == null || bare.contains(tree) || !Members.hasOuterParameters(type)
        ? cx.members.type(type)
        : Code.of(new Code.Type(meant));
  }

  /** {@code In<String>} of a generic class has the arguments of that class in front. */
  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void unused) {
    TypeMirror meant = cx.unit.type(tree);
    if (meant != null
        && !tree.getTypeArguments().isEmpty()
        && !labels.contains(tree.getType())
        && cx.unit.element(tree.getType()) instanceof TypeElement type
        && Members.hasOuterParameters(type)
        && !inText(type)) {
      edit(tree, Code.of(new Code.Type(meant)));
      return null;
    }
    return super.visitParameterizedType(tree, null);
  }

  /** The name that stands for that of a nested type takes no annotation in front (JLS 9.7.4). */
  @Override
  public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, @Nullable Void unused) {
    ExpressionTree named = tree.getUnderlyingType();
    if (!labels.contains(named)
        && named instanceof IdentifierTree
        && cx.unit.element(named) instanceof TypeElement type
        && Nesting.of(type) == NestingKind.MEMBER
        && !inText(type)) {
      edit(cx.unit.start(tree), cx.unit.start(named), Code.EMPTY);
      return scan(named, null);
    }
    return super.visitAnnotatedType(tree, null);
  }

  /**
   * What the constructor of a stand-in for a local class is given in front of the user's arguments:
   * the enclosing instance, and what the class captures.
   */
  List<Code> captures(LocalType type, Tree place) {
    List<Code> arguments = new ArrayList<>();
    if (!type.isInner()) {
      return arguments;
    }
    if (!cx.graph.method().isStatic()) {
      arguments.add(Code.of(new Code.Self()));
    }
    for (VariableElement captured : type.captured()) {
      Variable variable = cx.variables.of(captured);
      String own = variable == null ? captured.getSimpleName().toString() : renamed.get(variable);
      arguments.add(
          own == null && variable != null
              ? Code.of(new Code.Use(variable, Code.Access.READ, mustBeFinal(place)))
              : Code.text(String.valueOf(own)));
    }
    if (!arguments.isEmpty() && !classes.isEmpty()) {
      // A class in the text may have members of these names.
      throw new OutlivingTypeException(classes.getLast());
    }
    return arguments;
  }

  /** Lets the name of a type stand as that of what {@code new} makes in an outer instance. */
  void addLabel(Tree typeName) {
    labels.add(typeName);
  }

  /** Whether a class of the text around the present place has the members of {@code type}. */
  boolean isInherited(TypeElement type) {
    return classes.stream().anyMatch(around -> cx.members.inherits(around, type));
  }

  /** Whether the type is declared in a class of the text, where its simple name still means it. */
  private boolean inText(TypeElement type) {
    for (Element e = type; e != null; e = e.getEnclosingElement()) {
      if (classes.contains(e)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    Element element = cx.unit.element(tree);
    if (Trees.isThis(tree)) {
      TypeElement type = (TypeElement) cx.unit.element(tree.getExpression());
      if (type != null && !classes.contains(type)) {
        edit(tree, cx.members.instance(type));
      }
      return null;
    }
    ExpressionTree expression = tree.getExpression();
    if (!(element instanceof TypeElement)) {
      bare.add(RawTypes.leaf(expression)); // of a static member or a class literal
    }
    if (tree.getIdentifier().contentEquals("class")) {
      return cx.rawTypes.replace(tree, expression, ".class", this) ? null : scan(expression, null);
    }
    if (Trees.isSuper(expression)) {
      Code member = element == null ? null : superMember(expression, element, ".");
      if (member != null) {
        edit(tree, member);
      }
      return null;
    }
    if (element instanceof TypeElement type && cx.members.isPrivate(type) && !inText(type)) {
      edit(tree, typeName(tree, type));
      return null;
    }
    if (element instanceof TypeElement && isPackage(expression)) {
      return null;
    }
    Member hidden = element == null || element instanceof TypeElement ? null : hidden(element);
    if (hidden == null || element == null) {
      return super.visitMemberSelect(tree, null);
    }
    // What stands between the dot and the name, type arguments, stays.
    edit(
        cx.unit.start(tree),
        cx.unit.end(expression),
        through(hidden, receiver(expression, element)));
    return null;
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  private boolean isPackage(Tree tree) {
    Element element = cx.unit.element(tree);
    return element != null && element.getKind() == ElementKind.PACKAGE;
  }

  private Code receiver(ExpressionTree expression, Element member) {
    if (!isStatic(member)) {
      return nested(expression);
    }
    // What stands left of a static member is evaluated all the same (JLS 15.11.1, 15.12.4.1).
    Purity purity = cx.operands.purity();
    boolean isEvaluated = !purity.isType(expression) && !purity.isPure(expression, List.of());
    return isEvaluated ? nested(expression) : Code.EMPTY;
  }

  static Code through(Member member, Code receiver) {
    return Code.of(new Code.Hidden(member, receiver));
  }

  static Code name(Member member) {
    return Code.text("." + member.name());
  }

  /** Null where the superclass is that of a class of the text. */
  private @Nullable Code superMember(Tree expression, Element element, String separator) {
    TypeElement host = classes.isEmpty() ? cx.members.owner() : null;
    if (expression instanceof MemberSelectTree select
        && cx.unit.element(select.getExpression()) instanceof TypeElement through
        && !through.getKind().isInterface()) {
      host = classes.contains(through) ? null : through;
    }
    if (host == null) {
      return null;
    }
    Member member = cx.members.superMember(host, element);
    return Code.join(
        through(member, cx.members.instance(host)), Code.text(separator + member.name()));
  }

  /**
   * Members of the user's own classes that other files may not name; those declared in the text
   * itself are named there.
   */
  @Nullable Member hidden(Element element) {
    return inText(element) ? null : cx.members.hidden(element);
  }

  boolean inText(Element element) {
    if (element.getEnclosingElement() instanceof TypeElement type) {
      return (Nesting.isInBody(type) && !cx.members.isPrivate(type)) || inText(type);
    }
    return false;
  }

  /** The code of a part, as it stands at this place. */
  Code nested(ExpressionTree part) {
    Substitution inner = new Substitution(cx, cx.unit.start(part), cx.unit.end(part), holes);
    inner.classes.addAll(classes);
    inner.setDepth(depth());
    inner.scan(part, null);
    return cx.verbatim.apply(inner.from, inner.to, inner.edits);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    Element element = cx.unit.element(tree);
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean constructor = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    if (Trees.isSuper(qualifier)) {
      Code member = element == null ? null : superMember(qualifier, element, "::");
      if (member != null) {
        edit(tree, member);
      }
      return null;
    }
    if (constructor && cx.rawTypes.replace(tree, qualifier, "::new", this)) {
      return null;
    }
    if (element != null && isStatic(element)) {
      bare.add(qualifier);
    }
    Code lambda = new References(cx, this, tree).lambda();
    if (lambda != null) {
      edit(tree, lambda);
      return null;
    }
    Member hidden = element == null ? null : hidden(element);
    boolean ofArray = constructor && cx.unit.element(qualifier) == null;
    if (element == null || hidden == null || ofArray) {
      return super.visitMemberReference(tree, null);
    }
    Code receiver = isStatic(element) || constructor ? Code.EMPTY : nested(qualifier);
    edit(tree, Code.join(through(hidden, receiver), Code.text("::" + hidden.name())));
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    if (new Creation(cx, this, tree).replaceHead()) {
      return scan(tree.getArguments(), null);
    }
    if (tree.getEnclosingExpression() != null) {
      // Found in the type of what stands left of it.
      addLabel(Creation.typeName(tree.getIdentifier()));
    }
    return super.visitNewClass(tree, null);
  }

  /** What is cast to a {@code List<T>} may be no {@code List} of the bound that stands for T. */
  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
    ExpressionTree value = Objects.requireNonNull(Trees.skipParentheses(tree.getExpression()));
    boolean isFunction =
        value instanceof LambdaExpressionTree || value instanceof MemberReferenceTree;
    if (!isFunction && cx.localClasses.isReplacedIn(tree.getType())) {
      int start = cx.unit.start(tree.getExpression());
      edit(start, start, Code.text("(Object) "));
    }
    return super.visitTypeCast(tree, null);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
    cx.rawTypes.array(tree, this);
    return super.visitNewArray(tree, null);
  }

  // How variables are touched.

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    mark(tree.getVariable(), Code.Access.WRITE);
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    mark(tree.getVariable(), Code.Access.UPDATE);
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    if (Purity.isIncrement(tree)) {
      mark(tree.getExpression(), Code.Access.UPDATE);
    }
    return super.visitUnary(tree, null);
  }

  private void mark(ExpressionTree target, Code.Access how) {
    access.put(Objects.requireNonNull(Trees.skipParentheses(target)), how);
  }

  // Declarations.

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    cx.graph.addInnerName(tree.getName().toString());
    Element element = cx.unit.element(tree);
    if (element != null && tree.getInitializer() != null) {
      cx.rawTypes.initializer(tree.getInitializer(), element.asType(), this);
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    tree.getParameters().forEach(p -> cx.graph.addInnerName(p.getName().toString()));
    return super.visitLambdaExpression(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    TypeElement type = (TypeElement) Objects.requireNonNull(cx.unit.element(tree));
    if (cx.localClasses.of(type) != null) {
      edit(tree, Code.EMPTY);
      return null;
    }
    if (Nesting.of(type) == NestingKind.LOCAL && cx.localClasses.hasHiddenParent(type)) {
      throw new OutlivingTypeException(type); // Its constructors call that of a stand-in.
    }
    classes.push(type);
    super.visitClass(tree, null);
    classes.pop();
    return null;
  }

  /** The names left of {@code =} in an annotation are its own. */
  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    scan(tree.getAnnotationType(), null);
    for (ExpressionTree argument : tree.getArguments()) {
      scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, null);
    }
    return null;
  }

  /** {@code try (r)} takes no field of the machine (JLS 14.20.3). */
  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    resources.addAll(tree.getResources());
    return super.visitTry(tree, null);
  }

  /** Enum constants in labels have no qualifier; guards take no field (JLS 14.11.1). */
  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    for (ExpressionTree label : tree.getExpressions()) {
      Element element = cx.unit.element(label);
      if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
        labels.add(label);
      }
    }
    int outer = guardEnd;
    guardEnd = CaseLabels.isPatternOrNull(cx.unit, tree) ? CaseLabels.end(cx.unit, tree) : 0;
    super.visitCase(tree, null);
    guardEnd = outer;
    return null;
  }

  // Pattern variables that are named outside of this text.

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
    List<Code> saves = new ArrayList<>();
    new PatternVariables(cx, from, to)
        .in(tree)
        .forEach(
            (binding, variable) -> {
              if (renamed.containsKey(variable)) {
                return; // A guard assigns nothing; what it binds is saved behind the arrow.
              }
              String inner = cx.variables.fresh(variable.name());
              int end = cx.unit.end(binding);
              edit(end - variable.name().length(), end, Code.text(inner));
              saves.add(
                  Code.join(
                      Code.text(" && bound("),
                      Code.of(Code.Use.write(variable)),
                      Code.text(" = " + inner + ")")));
            });
    if (!saves.isEmpty()) {
      int start = cx.unit.start(tree);
      int end = cx.unit.end(tree);
      edit(start, start, Code.text("("));
      edit(end, end, Code.join(Code.join(saves.toArray(Code[]::new)), Code.text(")")));
    }
    if (tree.getPattern() == null) {
      cx.rawTypes.test(tree.getType(), this);
    }
    return super.visitInstanceOf(tree, null);
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
    cx.rawTypes.test(tree.getVariable().getType(), this);
    return super.visitBindingPattern(tree, null);
  }

  /** Inside of a {@code case} label the pattern's own names are used; see {@link CaseLabels}. */
  void rename(VariableTree binding, Variable variable, String own) {
    renamed.put(variable, own);
    int end = cx.unit.end(binding);
    edit(end - variable.name().length(), end, Code.text(own));
  }
}
