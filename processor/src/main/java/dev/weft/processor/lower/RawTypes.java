// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.ParameterizedLocals;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * Places where Java asks for a type that is known at run time (JLS 15.8.2, 15.10.1, 15.20.2), and
 * the user names a local one that in the machine is not: see {@link ParameterizedLocals}. There the
 * machine names the raw type, and a cast makes the user's of it again.
 *
 * <pre>
 *   new Node[2]                     ((Node[]) new Echo_go.Node[2])
 *   Node[] row = {first};           Node[] row = new Echo_go.Node[] {first};
 *   Node[]::new                     ((IntFunction&lt;Node[]>) Echo_go.Node[]::new)
 *   Node.class                      ((Class&lt;Node>) ((Class) Echo_go.Node.class))
 *   o instanceof Node n && n.last   o instanceof Echo_go.Node n && ((Node) n).last
 * </pre>
 */
final class RawTypes {
  private final Context cx;
  private final ParameterizedLocals parameterized;

  RawTypes(Context cx) {
    this.cx = cx;
    this.parameterized = new ParameterizedLocals(cx.graph, cx.unit.types());
  }

  boolean isParameterized(TypeElement type) {
    return parameterized.has(type);
  }

  /** The type of a pattern, or right of {@code instanceof}. */
  void test(Tree type, Substitution text) {
    TypeMirror tested = cx.unit.type(type);
    if (tested != null && parameterized.has(tested)) {
      text.edit(type, Code.of(new Code.RawType(tested)));
    }
  }

  /** A pattern variable, of which {@code name} is read. */
  Code bound(Element variable, Code name) {
    return variable.getKind() == ElementKind.BINDING_VARIABLE
            && parameterized.has(variable.asType())
        ? cast(variable.asType(), name)
        : name;
  }

  void array(NewArrayTree tree, Substitution text) {
    Tree leaf = tree.getType();
    TypeMirror type = cx.unit.type(tree);
    if (leaf == null || type == null || !parameterized.has(type)) {
      return;
    }
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    text.edit(leaf(leaf), Code.of(new Code.RawType(element)));
    int start = cx.unit.start(tree);
    int end = cx.unit.end(tree);
    text.edit(start, start, open(type));
    text.edit(end, end, Code.text(")"));
  }

  /** The element type of the name of an array. */
  static Tree leaf(Tree type) {
    Tree leaf = type;
    while (leaf instanceof ArrayTypeTree || leaf instanceof AnnotatedTypeTree) {
      leaf =
          leaf instanceof ArrayTypeTree array
              ? array.getType()
              : ((AnnotatedTypeTree) leaf).getUnderlyingType();
    }
    return leaf;
  }

  /** The initializer of a declaration, which stands in braces alone. */
  void initializer(ExpressionTree tree, TypeMirror type, Substitution text) {
    if (tree instanceof NewArrayTree array && array.getType() == null && parameterized.has(type)) {
      int start = cx.unit.start(tree);
      text.edit(start, start, head(type));
    }
  }

  /** What stands in front of an array's elements in braces: {@code new Node[] }. */
  Code head(TypeMirror type) {
    Code name = Code.of(parameterized.has(type) ? new Code.RawType(type) : new Code.Type(type));
    return Code.join(Code.text("new "), name, Code.text(" "));
  }

  /** {@code Node.class} and {@code Node[]::new}. */
  boolean replace(ExpressionTree tree, ExpressionTree named, String operator, Substitution text) {
    TypeMirror type = cx.unit.type(named);
    if (type == null || !parameterized.has(type)) {
      return false;
    }
    TypeMirror result = Objects.requireNonNull(cx.unit.type(tree));
    Code raw = Code.join(Code.of(new Code.RawType(type)), Code.text(operator));
    Code erased =
        operator.equals(".class")
            ? Code.join(open(cx.unit.types().erasure(result)), raw, Code.text(")"))
            : raw;
    text.edit(tree, cast(result, erased));
    return true;
  }

  private static Code cast(TypeMirror type, Code value) {
    return Code.join(open(type), value, Code.text(")"));
  }

  private static Code open(TypeMirror type) {
    return Code.join(Code.text("(("), Code.of(new Code.Type(type)), Code.text(") "));
  }
}
