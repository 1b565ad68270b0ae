// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.function.Supplier;

/** Lambdas, method references and anonymous classes. Nothing is awaited in them. */
final class Closures {
  private final Draft draft;
  private final Dice dice;
  private int anonymous;

  Closures(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** Makes what stands in a closure: it sees what is effectively final. */
  Node inside(Supplier<Node> part) {
    return draft.jumps.none(() -> draft.scope.closure(part));
  }

  /** The same of an anonymous class, where {@code this} is another one. */
  Node anonymous(Supplier<Node> part) {
    anonymous++;
    Node made = inside(part);
    anonymous--;
    return made;
  }

  boolean isAnonymous() {
    return anonymous > 0;
  }

  /** The body of a lambda that gives a value. */
  Node body(Type type) {
    return inside(
        () -> dice.oneIn(3) ? draft.statements.function(type) : draft.expressions.of(type));
  }

  Node supplier() {
    return dice.menu()
        .add(3, () -> Node.expression(Type.SUPPLIER, Level.ASSIGNMENT, "() -> #", body(Type.INT)))
        .add(1, () -> draft.references.call(Type.SUPPLIER, "#::twice", Type.INNER))
        .add(1, () -> draft.references.call(Type.SUPPLIER, dice.of("#::size"), Type.NUMBERS))
        .addIf(
            draft.hasInstance(),
            1,
            () -> Node.expression(Type.SUPPLIER, Level.PRIMARY, draft.self() + "::weight"))
        .add(
            1,
            () ->
                Node.expression(Type.SUPPLIER, Level.PRIMARY, dice.of("me()::weight", "$::total")))
        .add(2, this::counter)
        .choose();
  }

  /** A function of one number. */
  Node function() {
    return dice.menu()
        .add(4, this::lambda)
        .add(1, () -> draft.references.call(Type.FUNCTION, "#::heft", Type.SELF))
        .add(1, () -> draft.references.call(Type.FUNCTION, "#::get", Type.NUMBERS))
        .add(1, () -> draft.references.call(Type.FUNCTION, "#::compareTo", Type.INTEGER))
        .add(1, () -> Node.expression(Type.FUNCTION, Level.PRIMARY, "Integer::bitCount"))
        .addIf(
            draft.hasInstance() && !isAnonymous(),
            2,
            () ->
                Node.expression(
                    Type.FUNCTION,
                    Level.PRIMARY,
                    dice.of(draft.parent() + "::twice", draft.self() + "::twice")))
        .choose();
  }

  private Node lambda() {
    Scope.Local[] parameter = new Scope.Local[1];
    Node body =
        inside(
            () -> {
              parameter[0] = draft.scope.declare(dice, Type.INTEGER, Scope.Use.CAPTURED);
              return dice.oneIn(3)
                  ? draft.statements.function(Type.INT)
                  : draft.expressions.of(Type.INT);
            });
    String name = parameter[0].name();
    if (Patterns.JAVA >= 22 && !body.print().matches("(?s).*\\b" + name + "\\b.*")) {
      name = "_";
    }
    return Node.expression(
        Type.FUNCTION,
        Level.ASSIGNMENT,
        dice.of(name, "(" + name + ")", "(Integer " + name + ")", "(final var " + name + ")")
            + " -> #",
        body);
  }

  private Node counter() {
    Node start = anonymous(() -> draft.expressions.of(Type.INT));
    Node body = anonymous(() -> draft.expressions.of(Type.INT).at(Level.PRODUCT));
    return Node.expression(
        Type.SUPPLIER,
        Level.PRIMARY,
        "new Supplier<Integer>() { int calls = #; @Override public Integer get() { return calls++ + #; } }",
        start,
        body);
  }

  /** An anonymous class with an argument for its superclass's constructor. */
  Node scale() {
    Node argument = draft.expressions.assigned(Type.INT);
    Node body = anonymous(() -> draft.expressions.of(Type.INT).at(Level.PRODUCT));
    return Node.expression(
        Type.INT,
        Level.PRIMARY,
        "new Scale(#) { @Override int weigh() { return base + #; } }.weigh()",
        argument,
        body);
  }
}
