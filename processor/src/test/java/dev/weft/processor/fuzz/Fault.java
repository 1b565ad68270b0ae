// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a bad compiler would make of a program. */
enum Fault {
  /** Arguments are evaluated, and passed, from the right. */
  ARGUMENTS {
    @Override
    @Nullable Node of(Node node) {
      if (!List.of("f(#, #, #)", "pick(#, #)").contains(node.text())) {
        return null;
      }
      List<Node> reversed = new ArrayList<>(node.parts());
      Collections.reverse(reversed);
      return node.withParts(reversed);
    }
  },

  /** A {@code finally} is left out. */
  FINALLY {
    @Override
    @Nullable Node of(Node node) {
      return node.role() == Node.Role.CLAUSE && node.text().startsWith("finally")
          ? Node.clause("finally {}")
          : null;
    }
  };

  /** The node after the fault, or null if it is none of those that suffer from it. */
  abstract @Nullable Node of(Node node);

  UnaryOperator<Node> everywhere() {
    return new UnaryOperator<>() {
      @Override
      public Node apply(Node node) {
        Node changed = node.withParts(node.parts().stream().map(this).toList());
        Node faulty = of(changed);
        return faulty == null ? changed : faulty;
      }
    };
  }
}
