// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Arithmetic, with promotion and narrowing. */
final class Numbers {
  private static final List<Type> INTS =
      List.of(Type.INT, Type.INT, Type.SHORT, Type.BYTE, Type.CHAR, Type.INTEGER);

  private static final Set<Type> INCREMENTED =
      EnumSet.of(Type.INT, Type.LONG, Type.SHORT, Type.BYTE, Type.CHAR, Type.DOUBLE, Type.INTEGER);

  private final Draft draft;
  private final Dice dice;

  Numbers(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node of(Type type) {
    return dice.menu()
        .addIf(isWide(type), 6, () -> binary(type))
        .addIf(
            isWide(type),
            1,
            () -> Node.expression(type, Level.UNARY, dice.of("-#", "+#"), unary(type)))
        .addIf(
            type == Type.INT || type == Type.LONG,
            1,
            () -> Node.expression(type, Level.UNARY, "~#", unary(type)))
        .addIf(type.isPrimitive(), 1, () -> narrowed(type))
        .addIf(INCREMENTED.contains(type) && draft.places.has(type), 3, () -> increment(type))
        .addIf(type.isNumeric() && draft.places.has(type), 3, () -> compound(type))
        .addIf(type == Type.INT, 8, () -> draft.references.number())
        .addIf(!type.isPrimitive(), 1, () -> draft.expressions.leaf(type))
        .addIf(type == Type.INTEGER || type == Type.DOUBLE, 1, () -> mixed(type))
        .choose();
  }

  private static boolean isWide(Type type) {
    return type == Type.INT || type == Type.LONG || type == Type.FLOAT || type == Type.DOUBLE;
  }

  private Node unary(Type type) {
    // "--1" would be a decrement.
    Node operand = draft.expressions.of(type);
    String text = operand.text();
    return operand.at(
        text.startsWith("-") || text.startsWith("+") ? Level.PRIMARY + 1 : Level.UNARY);
  }

  private Node binary(Type type) {
    Type left = operand(type);
    Type right = operand(type);
    if (dice.oneIn(2)) {
      left = widest(type);
    } else {
      right = widest(type);
    }
    if (type == Type.INT || type == Type.LONG) {
      switch (dice.below(8)) {
        case 0:
          return shift(type);
        case 1:
          return binary(type, dice.of("&"), Level.BIT_AND, left, right);
        case 2:
          return binary(type, "^", Level.BIT_XOR, left, right);
        case 3:
          return binary(type, "|", Level.BIT_OR, left, right);
        default:
      }
    }
    return dice.oneIn(2)
        ? binary(type, dice.of("+", "-"), Level.SUM, left, right)
        : binary(type, dice.of("*", "*", "/", "%"), Level.PRODUCT, left, right);
  }

  private Node binary(Type type, String operator, int level, Type left, Type right) {
    Node first = draft.expressions.of(left).at(level);
    Node second = draft.expressions.of(right).at(level + 1);
    return Node.expression(type, level, "# " + operator + " #", first, second);
  }

  private Node shift(Type type) {
    return binary(
        type,
        dice.of("<<", ">>", ">>>"),
        Level.SHIFT,
        type == Type.INT ? dice.of(INTS) : Type.LONG,
        dice.of(Type.INT, Type.LONG, Type.BYTE));
  }

  private static Type widest(Type type) {
    return type;
  }

  private Type operand(Type type) {
    return switch (type) {
      case INT -> dice.of(INTS);
      case LONG -> dice.of(Type.INT, Type.LONG, Type.LONG_BOX, Type.CHAR);
      case FLOAT -> dice.of(Type.INT, Type.LONG, Type.FLOAT);
      default -> dice.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);
    };
  }

  private Node narrowed(Type type) {
    return Node.expression(
        type,
        Level.UNARY,
        "(" + type.java() + ") #",
        draft.expressions.exactly(dice.of(Type.NUMERIC)));
  }

  private Node increment(Type type) {
    Node place = draft.places.of(type);
    return dice.oneIn(2)
        ? Node.expression(type, Level.POSTFIX, dice.of("#++", "#--"), place)
        : Node.expression(type, Level.UNARY, dice.of("++#", "--#"), place);
  }

  /** A box is opened, changed and closed again. */
  Node boxed() {
    Node place = draft.places.of(Type.INTEGER);
    return dice.oneIn(2)
        ? Node.expression(Type.INTEGER, Level.POSTFIX, dice.of("#++", "#--"), place)
        : Node.expression(
            Type.INTEGER,
            Level.ASSIGNMENT,
            dice.of("# += #", "# -= #", "# *= #", "# %= #", "# <<= #", "# ^= #"),
            place,
            draft.expressions.of(dice.of(Type.INT, Type.SHORT, Type.CHAR, Type.BYTE)));
  }

  /** Compound assignment, which narrows. */
  Node compound(Type type) {
    boolean integral = Type.INTEGRAL.contains(type);
    String operator = dice.of("+=", "-=", "*=", "/=", "%=");
    Type right = dice.of(Type.NUMERIC);
    if (integral && dice.oneIn(3)) {
      operator = dice.of("<<=", ">>=", ">>>=", "&=", "|=", "^=");
      right = dice.of(Type.INTEGRAL);
    }
    return Node.expression(
        type,
        Level.ASSIGNMENT,
        "# " + operator + " #",
        draft.places.of(type),
        draft.expressions.of(right));
  }

  /** A conditional of two types. */
  private Node mixed(Type type) {
    Node condition = draft.expressions.of(Type.BOOLEAN).at(Level.OR);
    Type one = type == Type.DOUBLE ? dice.of(Type.INTEGER, Type.CHAR, Type.INT) : Type.INTEGER;
    Node first = draft.expressions.of(one).at(Level.TERNARY);
    Node second = draft.expressions.of(type).at(Level.TERNARY);
    return Node.expression(type, Level.TERNARY, "# ? # : #", condition, first, second);
  }

  /** A number that is, as a rule, the index of an element. */
  Node index() {
    return dice.menu()
        .add(3, () -> Node.expression(Type.INT, Level.PRIMARY, dice.of("0", "1")))
        .add(1, () -> draft.expressions.of(Type.INT))
        .add(6, () -> small())
        .choose();
  }

  /** 0 or 1. */
  Node small() {
    return Node.expression(
        Type.INT, Level.BIT_AND, "# & 1", draft.expressions.of(Type.INT).at(Level.BIT_AND));
  }
}
