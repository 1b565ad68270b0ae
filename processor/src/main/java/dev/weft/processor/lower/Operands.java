// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.weft.processor.graph.Code;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The spiller: keeps the order of evaluation (JLS 15.7) where some operands of an expression await.
 *
 * <p>What is evaluated before the last await is stored, left to right; what comes behind it stays
 * where it is:
 *
 * <pre>
 *   f(g(1), await(a), g(2), h)          g1 = g(1);  await a;  then  f(g1, reply, g(2), h)
 *   f(await(a), g(1), await(b), g(2))   await a;  a1 = reply;  g1 = g(1);  await b;  then  f(a1, g1, reply, g(2))
 * </pre>
 *
 * An operand that cannot tell the difference (a literal, a local that is not assigned on the way)
 * is not stored.
 */
final class Operands {
  /**
   * @param tree an operand
   * @param type the type that it is converted to when it is evaluated, if that is not its own:
   *     unboxing may throw
   * @param checked whether it must not be null, which is found out before what follows is evaluated
   */
  record Operand(ExpressionTree tree, @Nullable TypeMirror type, boolean checked) {
    Operand(ExpressionTree tree, @Nullable TypeMirror type) {
      this(tree, type, false);
    }

    static Operand of(ExpressionTree tree) {
      return new Operand(tree, null);
    }

    /** The {@code o} of {@code o.new Inner(...)} (JLS 15.9.4). */
    static Operand enclosing(ExpressionTree tree) {
      return new Operand(tree, null, !Trees.isThis(tree));
    }
  }

  private final Context cx;
  private final Purity purity;

  Operands(Context cx) {
    this.cx = cx;
    this.purity = new Purity(cx.unit);
  }

  Purity purity() {
    return purity;
  }

  /**
   * Evaluates operands in order; the result is what stands for each of them in their expression.
   */
  IdentityHashMap<Tree, Code> lower(List<Operand> operands) {
    IdentityHashMap<Tree, Code> holes = new IdentityHashMap<>();
    int last = lastAwait(operands);
    for (int i = 0; i <= last; i++) {
      Operand operand = operands.get(i);
      ExpressionTree tree = operand.tree;
      List<ExpressionTree> later =
          operands.subList(i + 1, last + 1).stream().map(Operand::tree).toList();
      if (i == last) {
        holes.put(tree, cx.expressions.lower(tree));
      } else if (cx.awaits.in(tree) || !canWait(operand, later)) {
        holes.put(tree, spill(operand));
      }
    }
    return holes;
  }

  private int lastAwait(List<Operand> operands) {
    int last = -1;
    for (int i = 0; i < operands.size(); i++) {
      if (cx.awaits.in(operands.get(i).tree)) {
        last = i;
      }
    }
    return last;
  }

  /** Whether the operand may as well be evaluated behind the {@code later} ones. */
  boolean canWait(Operand operand, List<ExpressionTree> later) {
    boolean unboxes =
        operand.type != null
            && operand.type.getKind().isPrimitive()
            && !cx.expressions.type(operand.tree).getKind().isPrimitive();
    return !unboxes && !operand.checked && purity.isPure(operand.tree, later);
  }

  /** Evaluates an operand now and stores it. */
  Code spill(Operand operand) {
    ExpressionTree tree = operand.tree;
    TypeMirror type = operand.type == null ? cx.expressions.type(tree) : operand.type;
    Code value = typed(tree, cx.expressions.lower(tree));
    if (operand.checked) {
      value = Creation.nonNull(cx, value);
    }
    return Code.of(Code.Use.read(cx.store(hint(tree), type, value, line(tree))));
  }

  /** {@code {1, 2}} inside of an array's initializer has no type of its own. */
  private Code typed(ExpressionTree tree, Code value) {
    return tree instanceof NewArrayTree array && array.getType() == null
        ? Code.join(cx.rawTypes.head(cx.expressions.type(tree)), value)
        : value;
  }

  private int line(Tree tree) {
    return cx.unit.line(tree);
  }

  /** A name for a stored operand: that of what gave it. */
  String hint(Tree operand) {
    Tree tree =
        operand instanceof ExpressionTree expression
            ? Objects.requireNonNull(Trees.skipParentheses(expression))
            : operand;
    if (tree instanceof MethodInvocationTree call) {
      return cx.awaits.isAwait(call)
          ? hint(call.getArguments().get(0))
          : hint(call.getMethodSelect());
    } else if (tree instanceof MemberSelectTree select) {
      return plain(select.getIdentifier().toString());
    } else if (tree instanceof IdentifierTree id) {
      return plain(id.getName().toString());
    } else if (tree instanceof ArrayAccessTree access) {
      return hint(access.getExpression());
    } else if (tree instanceof NewClassTree creation) {
      return hint(creation.getIdentifier());
    } else if (tree instanceof TypeCastTree cast) {
      return hint(cast.getExpression());
    } else if (tree instanceof BinaryTree) {
      return "left";
    }
    return "operand";
  }

  private static String plain(String name) {
    String lower =
        name.equals(name.toUpperCase(Locale.ROOT))
            ? name.toLowerCase(Locale.ROOT)
            : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return SourceVersion.isName(lower) ? lower : lower + "Value";
  }
}
