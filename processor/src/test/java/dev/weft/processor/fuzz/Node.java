// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program: text with a {@code #} for each of its parts.
 *
 * @param type of an expression; null for all else
 * @param level how tightly an expression binds, see {@link Level}
 */
record Node(Role role, @Nullable Type type, int level, String text, List<Node> parts) {
  /** What a node is to the one who prints or cuts it. */
  enum Role {
    EXPRESSION,
    STATEMENT,
    /** A member of a class, a case of a switch, a catch: to be dropped whole. */
    CLAUSE,
    /** Parts that stand on lines of their own between braces, and may be dropped. */
    BLOCK,
    /** The same without braces. */
    GROUP,
    /** Parts that stand on one line, and may be dropped. */
    CHAIN
  }

  static Node expression(Type type, int level, String text, Node... parts) {
    return new Node(Role.EXPRESSION, type, level, text, List.of(parts));
  }

  static Node statement(String text, Node... parts) {
    return new Node(Role.STATEMENT, null, 0, text, List.of(parts));
  }

  static Node clause(String text, Node... parts) {
    return new Node(Role.CLAUSE, null, 0, text, List.of(parts));
  }

  static Node list(Role role, List<Node> parts) {
    return new Node(role, null, 0, "", List.copyOf(parts));
  }

  boolean isList() {
    return role == Role.BLOCK || role == Role.GROUP || role == Role.CHAIN;
  }

  Node withParts(List<Node> changed) {
    return new Node(role, type, level, text, List.copyOf(changed));
  }

  Node withPart(int index, Node part) {
    List<Node> changed = new ArrayList<>(parts);
    changed.set(index, part);
    return withParts(changed);
  }

  /** The same expression where only what binds as tightly as {@code needed} may stand. */
  Node at(int needed) {
    return level >= needed
        ? this
        : expression(java.util.Objects.requireNonNull(type), Level.PRIMARY, "(#)", this);
  }

  /** How many nodes there are in it. */
  int size() {
    return 1 + parts.stream().mapToInt(Node::size).sum();
  }

  String print() {
    StringBuilder out = new StringBuilder();
    print(out, "", false);
    return out.toString();
  }

  /**
   * @param inline whether all of it stands on one line: what is part of an expression does, so that
   *     the lines of a stack trace are those of statements
   */
  private void print(StringBuilder out, String indent, boolean inline) {
    switch (role) {
      case BLOCK -> {
        out.append('{').append(inline ? ' ' : '\n');
        printLines(out, indent + "  ", inline);
        out.append(inline ? "" : indent).append('}');
      }
      case GROUP -> {
        out.append(inline ? ' ' : '\n');
        printLines(out, indent + "  ", inline);
      }
      case CHAIN -> {
        for (Node part : parts) {
          part.print(out, indent, inline);
          out.append(' ');
        }
      }
      default -> printText(out, indent, inline || role == Role.EXPRESSION);
    }
  }

  private void printLines(StringBuilder out, String indent, boolean inline) {
    for (Node part : parts) {
      out.append(inline ? "" : indent);
      part.print(out, indent, inline);
      out.append(inline ? ' ' : '\n');
    }
  }

  private void printText(StringBuilder out, String indent, boolean inline) {
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#') {
        parts.get(next++).print(out, indent, inline);
      } else {
        out.append(c == '\n' && inline ? ' ' : c);
        if (c == '\n' && !inline) {
          out.append(indent);
        }
      }
    }
  }
}
