// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.WhileLoopTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.Objects;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Lowers loops with an await in them.
 *
 * <pre>
 *   for (init; c; update) body     init;  head: if (!c) goto end;  body;  next: update;  goto head;  end:
 *   for (T x : list) body          it = list.iterator();  next: if (!it.hasNext()) goto end;  x = it.next();  body;  goto next;  end:
 *   for (T x : asyncIterable) body it = asyncIterable.asyncIterator();  next: if (!await it.hasNext()) goto closing;  x = it.next();  body;  goto next;
 *                                  with it closed as a resource is: {@link Resources}
 * </pre>
 */
final class Loops {
  private final Context cx;

  Loops(Context cx) {
    this.cx = cx;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  /** Returns false if the tree is no loop. */
  boolean lower(StatementTree tree, @Nullable Name label) {
    if (tree instanceof WhileLoopTree loop) {
      lowerWhile(loop, label);
    } else if (tree instanceof DoWhileLoopTree loop) {
      lowerDo(loop, label);
    } else if (tree instanceof ForLoopTree loop) {
      lowerFor(loop, label);
    } else if (tree instanceof EnhancedForLoopTree loop) {
      lowerForEach(loop, label);
    } else {
      return false;
    }
    return true;
  }

  private void lowerWhile(WhileLoopTree tree, @Nullable Name label) {
    Block head = create(tree);
    Block body = create(tree.getStatement());
    Block end = create(tree);
    cx.cursor.start(head);
    cx.conditions.branch(tree.getCondition(), body, end);
    cx.cursor.start(body);
    body(tree.getStatement(), label, end, head);
    cx.cursor.jump(head);
    cx.cursor.start(end);
  }

  private void lowerDo(DoWhileLoopTree tree, @Nullable Name label) {
    Block body = create(tree.getStatement());
    Block condition = create(tree.getCondition());
    Block end = create(tree);
    cx.cursor.start(body);
    body(tree.getStatement(), label, end, condition);
    cx.cursor.start(condition);
    cx.conditions.branch(tree.getCondition(), body, end);
    cx.cursor.start(end);
  }

  private void lowerFor(ForLoopTree tree, @Nullable Name label) {
    Block head = create(tree);
    Block body = create(tree.getStatement());
    Block next = create(tree);
    Block end = create(tree);
    cx.statements.lowerAll(tree.getInitializer());
    cx.cursor.start(head);
    ExpressionTree condition = tree.getCondition();
    if (condition == null) {
      cx.cursor.jump(body);
    } else {
      cx.conditions.branch(condition, body, end);
    }
    cx.cursor.start(body);
    body(tree.getStatement(), label, end, next);
    cx.cursor.start(next);
    cx.statements.lowerAll(tree.getUpdate());
    cx.cursor.jump(head);
    cx.cursor.start(end);
  }

  private void lowerForEach(EnhancedForLoopTree tree, @Nullable Name label) {
    TypeMirror type = cx.expressions.type(tree.getExpression());
    if (type.getKind() == TypeKind.ARRAY) {
      lowerArray(tree, (ArrayType) type, label);
    } else if (cx.awaits.isLoop(tree)) {
      lowerAwaited(tree, type, label);
    } else {
      lowerIterable(tree, type, label);
    }
  }

  private void lowerArray(EnhancedForLoopTree tree, ArrayType type, @Nullable Name label) {
    int line = cx.unit.line(tree);
    Variable items = cx.store("items", type, cx.expressions.lower(tree.getExpression()), line);
    TypeMirror integer = cx.unit.types().getPrimitiveType(TypeKind.INT);
    Variable index = cx.store("index", integer, Code.text("0"), line);
    Block head = create(tree);
    Block body = create(tree.getStatement());
    Block next = create(tree);
    Block end = create(tree);
    cx.cursor.start(head);
    Code more = Code.join(read(index), Code.text(" < "), read(items), Code.text(".length"));
    cx.cursor.end(new Terminator.Branch(more, body, end));
    cx.cursor.start(body);
    item(tree, Code.join(read(items), Code.text("["), read(index), Code.text("]")));
    body(tree.getStatement(), label, end, next);
    cx.cursor.start(next);
    Code increment =
        Code.of(new Code.Use(index, Code.Access.UPDATE, false), new Code.Text("++;", 0));
    cx.run(increment, line);
    cx.cursor.jump(head);
    cx.cursor.start(end);
  }

  /** A loop that awaits each element, and the closing of its iterator. */
  private void lowerAwaited(EnhancedForLoopTree tree, TypeMirror type, @Nullable Name label) {
    int line = cx.unit.line(tree);
    TypeMirror iteratorType =
        iteratorType("dev.weft.AsyncIterator", "dev.weft.AsyncIterable", tree, type);
    Variable iterator = iterator(tree, iteratorType, ".asyncIterator()");
    cx.resources.around(
        iterator,
        Resources.Way.ITERATOR,
        line,
        cx.unit.lastLine(tree),
        closing -> {
          Block head = create(tree);
          Block body = create(tree.getStatement());
          cx.cursor.start(head);
          Code more =
              cx.expressions.await(
                  Code.join(read(iterator), Code.text(".hasNext()")),
                  cx.declared("java.lang.Boolean"),
                  line);
          cx.cursor.end(new Terminator.Branch(more, body, closing));
          cx.cursor.start(body);
          item(tree, Code.join(read(iterator), Code.text(".next()")));
          body(tree.getStatement(), label, closing, head);
          cx.cursor.jump(head);
        });
  }

  private Variable iterator(EnhancedForLoopTree tree, TypeMirror type, String call) {
    Code iterable = cx.expressions.lower(tree.getExpression());
    boolean bare =
        tree.getExpression() instanceof TypeCastTree
            || tree.getExpression() instanceof AssignmentTree
            || tree.getExpression() instanceof ConditionalExpressionTree
            || tree.getExpression() instanceof SwitchExpressionTree;
    Code receiver = bare ? Code.join(Code.text("("), iterable, Code.text(")")) : iterable;
    return cx.store("iterator", type, Code.join(receiver, Code.text(call)), cx.unit.line(tree));
  }

  private void lowerIterable(EnhancedForLoopTree tree, TypeMirror type, @Nullable Name label) {
    TypeMirror iteratorType = iteratorType("java.util.Iterator", "java.lang.Iterable", tree, type);
    Variable iterator = iterator(tree, iteratorType, ".iterator()");
    Block head = create(tree);
    Block body = create(tree.getStatement());
    Block end = create(tree);
    cx.cursor.start(head);
    cx.cursor.end(
        new Terminator.Branch(Code.join(read(iterator), Code.text(".hasNext()")), body, end));
    cx.cursor.start(body);
    item(tree, Code.join(read(iterator), Code.text(".next()")));
    body(tree.getStatement(), label, end, head);
    cx.cursor.jump(head);
    cx.cursor.start(end);
  }

  private void item(EnhancedForLoopTree tree, Code value) {
    Variable item = cx.variables.declare(tree.getVariable());
    cx.models.note(item, value);
    cx.cursor.emit(new Statement.Declare(item, value, cx.unit.line(tree)));
  }

  private TypeMirror iteratorType(
      String iteratorName, String iterableName, EnhancedForLoopTree tree, TypeMirror iterable) {
    Types types = cx.unit.types();
    TypeElement iterator = Objects.requireNonNull(cx.unit.elements().getTypeElement(iteratorName));
    TypeMirror item = item(iterable, iterableName);
    if (item != null && item.getKind() == TypeKind.INTERSECTION) {
      // It has no name. That of the variable will do, unless it is of this type too.
      item = cx.variables.element(tree.getVariable()).asType();
    }
    if (item == null) {
      return types.getDeclaredType(iterator);
    }
    return item.getKind() == TypeKind.INTERSECTION
        ? types.getDeclaredType(iterator, item)
        : types.getDeclaredType(iterator, types.getWildcardType(item, null));
  }

  /**
   * The {@code T} of the {@code Iterable<T>} that the type is, or of another interface; null where
   * it is raw.
   */
  private @Nullable TypeMirror item(TypeMirror type, String iterable) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(iterable)) {
      return declared.getTypeArguments().isEmpty()
          ? null
          : upperBound(declared.getTypeArguments().get(0));
    }
    for (TypeMirror parent : cx.unit.types().directSupertypes(type)) {
      if (cx.unit
          .types()
          .isSubtype(
              cx.unit.types().erasure(parent), cx.unit.types().erasure(cx.declared(iterable)))) {
        return item(parent, iterable);
      }
    }
    return null;
  }

  private TypeMirror upperBound(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? cx.declared("java.lang.Object")
          : wildcard.getExtendsBound();
    }
    boolean captured = type instanceof TypeVariable && type.toString().startsWith("capture#");
    return captured ? upperBound(((TypeVariable) type).getUpperBound()) : type;
  }

  private void body(StatementTree body, @Nullable Name label, Block end, Block next) {
    Jumps.Target target = new Jumps.Target(label, true, end, next, null);
    cx.jumps.push(target);
    cx.statements.lower(body);
    cx.jumps.pop(target);
  }

  private Block create(Tree tree) {
    return cx.cursor.create(cx.unit.line(tree));
  }

  private static Code read(Variable variable) {
    return Code.of(Code.Use.read(variable));
  }
}
