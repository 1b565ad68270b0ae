// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.EnumSet;
import java.util.Set;

/** Expressions of type {@code boolean}. */
final class Conditions {
  private static final Set<Type> COMPARED =
      EnumSet.of(
          Type.INT, Type.LONG, Type.CHAR, Type.BYTE, Type.DOUBLE, Type.INTEGER, Type.LONG_BOX);

  private final Draft draft;
  private final Dice dice;

  Conditions(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node of(Type type) {
    return dice.menu()
        .add(3, () -> binary(type, "&&", Level.AND))
        .add(3, () -> binary(type, "||", Level.OR))
        .add(1, () -> binary(type, "&", Level.BIT_AND))
        .add(1, () -> binary(type, "|", Level.BIT_OR))
        .add(1, () -> binary(type, dice.of("==", "!="), Level.EQUALITY))
        .add(2, () -> Node.expression(type, Level.UNARY, "!#", part(Type.BOOLEAN, Level.UNARY)))
        .add(4, () -> comparison(type))
        .add(1, () -> identity(type))
        .addIf(!draft.scope.constants(Type.INT).isEmpty(), 1, () -> constant(type))
        .add(1, () -> equality(type))
        .add(
            1,
            () ->
                Node.expression(
                    type, Level.PRIMARY, "yes(#)", draft.expressions.assigned(Type.OBJECT)))
        .add(2, () -> draft.patterns.test(type))
        .addIf(draft.places.has(Type.BOOLEAN), 2, () -> compound(type))
        .choose();
  }

  /** Not a constant, which would change what can be reached. */
  Node changing() {
    Node condition = draft.expressions.of(Type.BOOLEAN);
    return Node.expression(Type.BOOLEAN, Level.AND, "si < 1000 && #", condition.at(Level.AND + 1));
  }

  private Node part(Type type, int level) {
    return draft.expressions.of(type).at(level);
  }

  private Node binary(Type type, String operator, int level) {
    Node left = part(Type.BOOLEAN, level);
    Node right = part(dice.oneIn(5) ? Type.BOOL_BOX : Type.BOOLEAN, level + 1);
    return Node.expression(type, level, "# " + operator + " #", left, right);
  }

  private Node comparison(Type type) {
    Node left = part(dice.of(COMPARED), Level.RELATION);
    Node right = part(dice.of(COMPARED), Level.RELATION + 1);
    return Node.expression(
        type, Level.RELATION, "# " + dice.of("<", "<=", ">", ">=") + " #", left, right);
  }

  /** Of numbers where one is primitive, of references else. */
  private Node identity(Type type) {
    if (dice.oneIn(4)) {
      // Whoever boxes a value anew has another object.
      Type box = dice.of(Type.INTEGER, Type.LONG_BOX);
      return Node.expression(
          type,
          Level.EQUALITY,
          "# " + dice.of("==", "!=") + " #",
          draft.expressions.exactly(box),
          draft.expressions.exactly(box));
    }
    Type one = dice.of(Type.INT, Type.STRING, Type.HUE, Type.SELF, Type.CHAR, Type.INTS);
    Node left = one == Type.INT ? draft.expressions.exactly(one) : part(one, Level.EQUALITY);
    Node right = part(one == Type.INT ? dice.of(COMPARED) : one, Level.EQUALITY + 1);
    return Node.expression(type, Level.EQUALITY, "# " + dice.of("==", "!=") + " #", left, right);
  }

  private Node equality(Type type) {
    Type one = dice.of(Type.STRING, Type.POINT, Type.NUMBERS, Type.HUE, Type.OBJECT);
    return Node.expression(
        type,
        Level.PRIMARY,
        "#.equals(#)",
        part(one, Level.PRIMARY),
        draft.expressions.assigned(Type.OBJECT));
  }

  /** A string made of constants is one itself, and always the same object. */
  private Node constant(Type type) {
    String name = dice.of(draft.scope.constants(Type.INT)).name();
    return Node.expression(type, Level.EQUALITY, "\"k\" + " + name + " == \"k1\"");
  }

  private Node compound(Type type) {
    return Node.expression(
        type,
        Level.ASSIGNMENT,
        "# " + dice.of("&=", "|=", "^=") + " #",
        draft.places.of(Type.BOOLEAN),
        draft.expressions.of(Type.BOOLEAN));
  }
}
