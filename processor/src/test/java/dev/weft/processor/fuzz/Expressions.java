// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Expressions of any type, and what there is for all types alike. */
final class Expressions {
  /** Those to which a constant of type {@code int} may be assigned (JLS 5.2). */
  private static final Set<Type> NARROW = EnumSet.of(Type.BYTE, Type.SHORT, Type.CHAR);

  private final Draft draft;
  private final Dice dice;

  Expressions(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** An expression of this type, or of its box. */
  Node of(Type type) {
    return draft.isTired() ? leaf(type) : draft.deeper(() -> composed(type));
  }

  /** One of exactly this type, to be cast or to have its type inferred. */
  Node exactly(Type type) {
    return Node.expression(type, Level.UNARY, "(" + type.java() + ") #", cast(type));
  }

  /** One to be cast: {@code (T) -1} would be a subtraction. */
  Node cast(Type type) {
    Node node = of(type);
    boolean signed = node.text().startsWith("-") || node.text().startsWith("+");
    return node.at(signed ? Level.PRIMARY + 1 : Level.UNARY);
  }

  /** One that may be assigned to the type. */
  Node assigned(Type type) {
    List<Scope.Local> constants = draft.scope.constants(Type.INT);
    if (!type.isPrimitive() && dice.oneIn(20)) {
      return Node.expression(type, Level.PRIMARY, "null");
    } else if (NARROW.contains(type) && !constants.isEmpty() && dice.oneIn(2)) {
      return Node.expression(type, Level.PRIMARY, dice.of(constants).name());
    } else if (dice.oneIn(3)) {
      return of(type);
    } else if (type == Type.SUPPLIER && !draft.isTired()) {
      return draft.deeper(() -> chosen(type, draft.closures::supplier));
    } else if (type == Type.FUNCTION && !draft.isTired()) {
      return draft.deeper(() -> chosen(type, draft.closures::function));
    }
    return of(
        switch (type) {
          case LONG -> dice.of(Type.INT, Type.CHAR, Type.LONG);
          case FLOAT -> dice.of(Type.INT, Type.LONG, Type.FLOAT);
          case DOUBLE -> dice.of(Type.INT, Type.FLOAT, Type.LONG, Type.DOUBLE);
          case INT -> dice.of(Type.INT, Type.INT, Type.SHORT, Type.CHAR, Type.INTEGER);
          case OBJECT -> dice.of(Type.PRINTABLE);
          default -> type;
        });
  }

  /** What has its type from where it stands, and may be one of two. */
  private Node chosen(Type type, Supplier<Node> maker) {
    return dice.oneIn(3)
        ? Node.expression(
            type,
            Level.TERNARY,
            "# ? # : #",
            of(Type.BOOLEAN).at(Level.OR),
            maker.get().at(Level.TERNARY),
            maker.get())
        : maker.get();
  }

  Node leaf(Type type) {
    List<Scope.Local> locals = draft.scope.readable(Set.of(type));
    return dice.menu()
        .add(2, () -> literal(type))
        .addIf(!locals.isEmpty(), 6, () -> Places.local(dice.of(locals)))
        .addIf(Places.types().contains(type), 2, () -> draft.places.field(type))
        .addIf(
            type == Type.SELF && draft.hasInstance(),
            4,
            () -> Node.expression(type, Level.PRIMARY, draft.self()))
        .choose();
  }

  private Node literal(Type type) {
    String text = dice.of(type.literals());
    int level =
        text.startsWith("(") || text.startsWith("-")
            ? Level.UNARY
            : text.contains("<< ") ? Level.SHIFT : Level.PRIMARY;
    return Node.expression(type, text.contains("->") ? Level.ASSIGNMENT : level, text);
  }

  private Node composed(Type type) {
    return dice.menu()
        .add(3, () -> leaf(type))
        .addIf(draft.mayAwait(), 7, () -> draft.awaits.of(type))
        .add(6, () -> special(type))
        .add(1, () -> conditional(type))
        .add(1, () -> draft.switches.expression(type))
        .addIf(draft.places.has(type), 2, () -> assignment(type))
        .addIf(draft.places.has(type), 1, () -> draft.places.of(type))
        .add(1, () -> pick(type))
        .add(1, () -> supplied(type))
        .add(1, () -> downcast(type))
        .add(1, () -> draft.patterns.conditional(type))
        .choose();
  }

  /** What there is for this type only. */
  private Node special(Type type) {
    if (type.isNumeric()
        || type == Type.INTEGER
        || type == Type.LONG_BOX
        || type == Type.CHAR_BOX) {
      return draft.numbers.of(type);
    }
    return type == Type.BOOLEAN || type == Type.BOOL_BOX
        ? draft.conditions.of(type)
        : draft.references.of(type);
  }

  private Node conditional(Type type) {
    return Node.expression(
        type,
        Level.TERNARY,
        "# ? # : #",
        of(Type.BOOLEAN).at(Level.OR),
        of(type).at(Level.TERNARY),
        of(type).at(Level.TERNARY));
  }

  Node assignment(Type type) {
    return Node.expression(type, Level.ASSIGNMENT, "# = #", draft.places.of(type), assigned(type));
  }

  /** A generic method with arguments of which each may be anything. */
  private Node pick(Type type) {
    String call = dice.of("pick(#, #)", "$.<" + type.boxed() + ">pick(#, #)");
    return Node.expression(type, Level.PRIMARY, call, of(type), of(type));
  }

  private Node supplied(Type type) {
    Node body = draft.closures.body(type);
    return Node.expression(
        type, Level.PRIMARY, "((Supplier<" + type.boxed() + ">) () -> #).get()", body);
  }

  private Node downcast(Type type) {
    if (!EnumSet.of(Type.STRING, Type.HUE, Type.POINT, Type.SELF, Type.INTEGER, Type.INT)
        .contains(type)) {
      return leaf(type);
    }
    Node object =
        dice.oneIn(12)
            ? cast(Type.OBJECT)
            : Node.expression(Type.OBJECT, Level.UNARY, "(Object) #", cast(type));
    return Node.expression(type, Level.UNARY, "(" + type.java() + ") #", object.at(Level.UNARY));
  }
}
