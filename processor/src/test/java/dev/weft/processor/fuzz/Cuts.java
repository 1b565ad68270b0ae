// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All ways to make a program smaller in one place. What comes out need not be valid Java. */
final class Cuts {
  private final List<Node> cuts = new ArrayList<>();

  private Cuts() {}

  static List<Node> of(Node program) {
    Cuts all = new Cuts();
    all.walk(program, all.cuts::add);
    return all.cuts;
  }

  /**
   * @param rebuild takes what stands for {@code node}, and notes the whole program with it
   */
  private void walk(Node node, Consumer<Node> rebuild) {
    if (node.isList()) {
      drop(node, rebuild);
    } else if (node.role() == Node.Role.EXPRESSION) {
      simplify(node, rebuild);
    } else if (node.role() == Node.Role.STATEMENT) {
      unwrap(node, node, rebuild);
    }
    for (int i = 0; i < node.parts().size(); i++) {
      int index = i;
      walk(node.parts().get(i), part -> rebuild.accept(node.withPart(index, part)));
    }
  }

  /** Runs of parts are dropped: all, halves, quarters, single ones. */
  private static void drop(Node list, Consumer<Node> rebuild) {
    int size = list.parts().size();
    for (int length = size; length > 0; length /= 2) {
      for (int from = 0; from + length <= size; from += length) {
        List<Node> left = new ArrayList<>(list.parts());
        left.subList(from, from + length).clear();
        rebuild.accept(list.withParts(left));
      }
    }
    // A block in a block gives way to its statements.
    for (int i = 0; i < size; i++) {
      if (list.parts().get(i).role() == Node.Role.BLOCK) {
        List<Node> flat = new ArrayList<>(list.parts());
        Node inner = flat.remove(i);
        flat.addAll(i, inner.parts());
        rebuild.accept(list.withParts(flat));
      }
    }
  }

  /** A literal, or an expression of the same type that it contains. */
  private static void simplify(Node node, Consumer<Node> rebuild) {
    Type type = java.util.Objects.requireNonNull(node.type());
    if (!node.parts().isEmpty() || node.text().length() > 3) {
      String literal = type.literals().get(type == Type.INT ? 1 : 0);
      if (!literal.equals(node.text())) {
        rebuild.accept(Node.expression(type, Level.PRIMARY, literal));
      }
    }
    inside(node, type, rebuild);
  }

  private static void inside(Node node, Type type, Consumer<Node> rebuild) {
    for (Node part : node.parts()) {
      if (part.type() == type && part.role() == Node.Role.EXPRESSION) {
        rebuild.accept(part.at(Math.min(node.level(), Level.PRIMARY)));
      }
      inside(part, type, rebuild);
    }
  }

  /** A statement gives way to one that it contains. */
  private static void unwrap(Node statement, Node node, Consumer<Node> rebuild) {
    for (Node part : node.parts()) {
      if (part.role() == Node.Role.STATEMENT || part.role() == Node.Role.BLOCK) {
        rebuild.accept(part);
      } else {
        unwrap(statement, part, rebuild);
      }
    }
  }
}
