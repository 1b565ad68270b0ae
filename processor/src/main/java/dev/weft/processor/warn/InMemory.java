// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.claim.Contract;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Whether what is read comes from memory, so that reading waits for nobody, as in {@code new
 * BufferedReader(new StringReader(text))}: by its type, or by how it was made, if that is to be
 * seen in the expression or where the local variable is declared.
 */
final class InMemory {
  private static final Set<String> SOURCES =
      Set.of("java.io.ByteArrayInputStream", "java.io.StringReader", "java.io.CharArrayReader");

  private final AnalysedClasses classes;
  private final Map<Element, ExpressionTree> initializers = new HashMap<>();

  InMemory(AnalysedClasses classes) {
    this.classes = classes;
  }

  void declare(VariableTree tree) {
    Element variable = tree.getInitializer() == null ? null : classes.element(tree);
    if (variable != null) {
      initializers.put(variable, tree.getInitializer());
    }
  }

  /** It may read from something else now. */
  void assign(IdentifierTree tree) {
    Element variable = classes.element(tree);
    if (variable != null) {
      initializers.remove(variable);
    }
  }

  boolean isIn(ExpressionTree source) {
    if (!Collections.disjoint(classes.supertypes(classes.type(source)).keySet(), SOURCES)) {
      return true;
    } else if (source instanceof ParenthesizedTree parenthesized) {
      return isIn(parenthesized.getExpression());
    } else if (source instanceof NewClassTree made) {
      return isScannerOfText(made) || made.getArguments().stream().anyMatch(this::isIn);
    }
    ExpressionTree initializer =
        source instanceof IdentifierTree ? initializers.get(classes.element(source)) : null;
    return initializer != null && isIn(initializer);
  }

  /** Elsewhere a text as the first argument is the name of a file. */
  private boolean isScannerOfText(NewClassTree made) {
    List<? extends ExpressionTree> arguments = made.getArguments();
    return Contract.is(classes.type(made), "java.util.Scanner")
        && Contract.is(classes.type(arguments.get(0)), "java.lang.String");
  }
}
