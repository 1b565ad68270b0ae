// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Awaits of everything that can be awaited. */
final class Awaits {
  private final Draft draft;
  private final Dice dice;

  Awaits(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node of(Type type) {
    List<Program.Method> callable =
        draft.callable.stream().filter(m -> m.result() == type && !m.kind().isGenerator()).toList();
    return dice.menu()
        .add(8, () -> awaited(type, "#", coroutine(type)))
        .add(
            1,
            () ->
                awaited(
                    type, dice.of("event", "stage", "io") + "(" + label() + ", #)", value(type)))
        .add(
            1,
            () ->
                awaited(
                    type,
                    "# ? # : #",
                    draft.expressions.of(Type.BOOLEAN).at(Level.OR),
                    coroutine(type),
                    coroutine(type)))
        .addIf(
            !callable.isEmpty() && draft.loops.depth() < 2, 6, () -> call(dice.of(callable), true))
        .addIf(dice.oneIn(4), 1, () -> failing(type))
        .choose();
  }

  private static Node awaited(Type type, String text, Node... parts) {
    return Node.expression(type, Level.PRIMARY, "await(" + text + ")", parts);
  }

  /** One that ends with a value of the type. */
  Node coroutine(Type type) {
    Node value = value(type);
    return dice.oneIn(3) && draft.places.has(Type.INT)
        ? part("later(" + label() + ", #, () -> #)", value, meanwhile())
        : part("later(" + label() + ", #)", value);
  }

  private Node value(Type type) {
    Node value = draft.expressions.of(type);
    return type.isPrimitive() || type == Type.OBJECT
        ? value
        : Node.expression(type, Level.UNARY, "#", value);
  }

  /** What others do while it is suspended. */
  private Node meanwhile() {
    return draft.closures.inside(
        () -> {
          Type type = dice.of(Places.types());
          Node place = draft.places.field(type);
          return type == Type.INT || type == Type.LONG
              ? Node.expression(type, Level.POSTFIX, "#++", place)
              : Node.expression(
                  type, Level.ASSIGNMENT, "# = #", place, draft.expressions.assigned(type));
        });
  }

  private Node failing(Type type) {
    String failure =
        dice.of(
            "new IllegalStateException(\"\" + #)",
            "new IOException(\"\" + #)",
            "new IllegalArgumentException(\"\" + #)",
            "new Oops(#)");
    return awaited(
        type,
        "$.<" + type.boxed() + ">bad(" + label() + ", " + failure + ")",
        draft.expressions.of(Type.STRING).at(Level.PRODUCT));
  }

  /** A call of another method of the program; the coroutine of it if it is not awaited. */
  Node call(Program.Method method, boolean awaited) {
    List<Node> parts = new ArrayList<>();
    String receiver = receiver(method, parts);
    List<Type> parameters = new ArrayList<>(method.parameters());
    if (method.isGeneric()) {
      parameters.add(dice.of(Type.STRING, Type.INTEGER, Type.HUE));
    }
    parameters.forEach(type -> parts.add(draft.expressions.assigned(type)));
    String arguments = parameters.stream().map(p -> "#").collect(Collectors.joining(", "));
    String text = receiver + method.name() + "(" + arguments + ")";
    Node[] nodes = parts.toArray(Node[]::new);
    return awaited ? awaited(method.result(), text, nodes) : part(text, nodes);
  }

  /** What stands before the name of the method. */
  private String receiver(Program.Method method, List<Node> parts) {
    Owner owner = method.owner();
    boolean same = owner == draft.method.owner();
    if (method.isStatic()) {
      return same && dice.oneIn(2) ? "" : owner.type() + ".";
    } else if (same && !draft.method.isStatic() && dice.oneIn(2)) {
      return dice.of("", "this.");
    } else if (owner == Owner.TOP && draft.hasInstance() && dice.oneIn(2)) {
      return dice.of("", "$.this.");
    } else if (owner == Owner.PART && draft.hasInstance() && dice.oneIn(2)) {
      return "new Part().";
    } else if (owner.hasOutermost()) {
      parts.add(
          dice.oneIn(6)
              ? draft.expressions.of(Type.SELF).at(Level.PRIMARY)
              : Node.expression(Type.SELF, Level.PRIMARY, "me()"));
      return owner == Owner.TOP ? "#." : "#.new Part().";
    }
    owner.arguments().forEach(type -> parts.add(draft.expressions.assigned(type)));
    return owner.object(dice) + ".";
  }

  private static Node part(String text, Node... parts) {
    return new Node(Node.Role.CLAUSE, null, Level.PRIMARY, text, List.of(parts));
  }

  private String label() {
    return "\"" + draft.program.label() + "\"";
  }
}
