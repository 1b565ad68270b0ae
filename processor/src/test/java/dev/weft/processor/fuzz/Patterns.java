// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code instanceof} with patterns, and where what they bind can be seen. */
final class Patterns {
  /** Which Java the programs may be written in. */
  static final int JAVA = Runtime.version().feature();

  private final Draft draft;
  private final Dice dice;

  Patterns(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** A pattern for an {@code Object}, and what it binds. */
  record Pattern(String text, List<Scope.Local> bound) {}

  /**
   * Makes a pattern; what it binds has to be added to the scope where it is sure to have matched.
   */
  Pattern pattern() {
    if (JAVA >= 21 && dice.oneIn(6)) {
      Scope.Local at = bound(Type.INT, "x");
      Scope.Local to = bound(dice.of(Type.STRING, Type.POINT), "y");
      String first = dice.of("int", "var");
      return new Pattern(
          "Line(Dot(%s %s), %s %s)".formatted(first, at.name(), to.type().java(), to.name()),
          List.of(at, to));
    }
    if (JAVA >= 22 && dice.oneIn(8)) {
      Scope.Local x = bound(Type.INT, "x");
      return new Pattern(
          "Point(int " + x.name() + ", " + dice.of("_", "var _", "String _") + ")", List.of(x));
    }
    if (JAVA >= 21 && dice.oneIn(3)) {
      Scope.Local x = bound(Type.INT, "x");
      Scope.Local y = bound(dice.of(Type.STRING, Type.INTEGER), "y");
      String first = dice.of("int", "var");
      return new Pattern(
          "Point(" + first + " " + x.name() + ", " + y.type().java() + " " + y.name() + ")",
          List.of(x, y));
    }
    Type type = dice.of(Type.STRING, Type.INTEGER, Type.POINT, Type.HUE);
    Scope.Local local = bound(type, "p");
    return new Pattern(
        (dice.oneIn(4) ? "final " : "") + type.java() + " " + local.name(), List.of(local));
  }

  /** One that takes every {@code Line}. */
  Pattern line() {
    Scope.Local at = bound(Type.INT, "x");
    Scope.Local to = bound(Type.OBJECT, "y");
    return new Pattern(
        "Line(Dot(int %s), var %s)".formatted(at.name(), to.name()), List.of(at, to));
  }

  private Scope.Local bound(Type type, String prefix) {
    return draft.scope.bound(prefix + draft.program.number(), type);
  }

  <T> T with(Pattern pattern, Supplier<T> part) {
    return draft.scope.inner(
        () -> {
          pattern.bound().forEach(draft.scope::add);
          return part.get();
        });
  }

  private Node object() {
    return draft.expressions.of(Type.OBJECT).at(Level.RELATION);
  }

  Node test(Type type) {
    if (dice.oneIn(3)) {
      return Node.expression(
          type, Level.RELATION, "# instanceof " + dice.of("String", "Integer", "Point"), object());
    }
    Node object = object();
    Pattern pattern = pattern();
    Node rest = with(pattern, () -> draft.expressions.of(Type.BOOLEAN).at(Level.BIT_OR));
    return Node.expression(
        type, Level.AND, "# instanceof " + pattern.text() + " && #", object, rest);
  }

  Node conditional(Type type) {
    Node object = object();
    Pattern pattern = pattern();
    Node then = with(pattern, () -> draft.expressions.of(type).at(Level.TERNARY));
    Node otherwise = draft.expressions.of(type).at(Level.TERNARY);
    return dice.oneIn(2)
        ? Node.expression(
            type,
            Level.TERNARY,
            "# instanceof " + pattern.text() + " ? # : #",
            object,
            then,
            otherwise)
        : Node.expression(
            type,
            Level.TERNARY,
            "!(# instanceof " + pattern.text() + ") ? # : #",
            object,
            otherwise,
            then);
  }

  /** An {@code if} whose bindings are seen in its branch. */
  Node statement() {
    Node object = object();
    Pattern pattern = pattern();
    List<Node> parts = new ArrayList<>(List.of(object));
    boolean more = dice.oneIn(2);
    if (more) {
      parts.add(with(pattern, () -> draft.expressions.of(Type.BOOLEAN).at(Level.BIT_OR)));
    }
    parts.add(with(pattern, draft.statements::block));
    draft.jumps.live = true;
    return Node.statement(
        "if (# instanceof " + pattern.text() + (more ? " && #" : "") + ") #",
        parts.toArray(Node[]::new));
  }

  /** A way out for what does not match; behind it, the bindings are seen. */
  Node gate() {
    Node object = object();
    Pattern pattern = pattern();
    String test = "!(# instanceof " + pattern.text() + ")";
    List<Node> parts = new ArrayList<>(List.of(object));
    if (dice.oneIn(3)) {
      test += " || #";
      parts.add(with(pattern, () -> draft.expressions.of(Type.BOOLEAN).at(Level.AND)));
    }
    // A loop must not be left by a break: what it binds would not be seen behind it.
    boolean loop = dice.oneIn(4);
    Node way = draft.scope.inner(loop ? draft.tries::thrown : draft.jumps::any);
    parts.add(Node.list(Node.Role.BLOCK, List.of(way)));
    draft.jumps.live = true;
    pattern.bound().forEach(draft.scope::add);
    return Node.statement((loop ? "while (" : "if (") + test + ") #", parts.toArray(Node[]::new));
  }
}
