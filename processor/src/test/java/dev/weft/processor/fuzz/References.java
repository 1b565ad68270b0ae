// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Strings, arrays, lists, records: how each is made, and which numbers can be had from them. */
final class References {
  private final Draft draft;
  private final Dice dice;

  References(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node of(Type type) {
    return switch (type) {
      case STRING -> string();
      case OBJECT ->
          Node.expression(
              type, Level.UNARY, "(Object) #", draft.expressions.cast(dice.of(Type.PRINTABLE)));
      case INTS -> ints();
      case STRINGS ->
          call(type, dice.of("new String[] {#, #}", "strings(#, #)"), Type.STRING, Type.STRING);
      case BYTES -> call(type, "new byte[] {#, 1, #}", Type.BYTE, Type.BYTE);
      case TABLE -> table();
      case NUMBERS -> numbers();
      case NAMES ->
          call(
              type,
              dice.of("List.of(#, #)", "Arrays.asList(#, #)", "new ArrayList<>(List.of(#, #))"),
              Type.STRING,
              Type.STRING);
      case HUE ->
          dice.oneIn(2)
              ? Node.expression(type, Level.PRIMARY, "Hue.values()[#]", draft.numbers.index())
              : call(type, "next(#)", Type.HUE);
      case POINT ->
          call(
              type,
              dice.of(
                  "new Point(#, #)",
                  "Point.of(#, #)",
                  "((BiFunction<Integer, Object, Point>) Point::new).apply(#, #)"),
              Type.INTEGER,
              Type.OBJECT);
      case SHAPE ->
          dice.oneIn(2)
              ? shape(call(type, "new Dot(#)", Type.INT))
              : shape(call(type, "new Line(new Dot(#), #)", Type.INT, Type.OBJECT));
      case BOX ->
          call(type, dice.of("new Box<>(#)", "new Box<String>(#)", "Box.of(#)"), Type.STRING);
      case INNER ->
          draft.hasInstance() && dice.oneIn(2)
              ? call(
                  type,
                  dice.of("new Inner(#)", "((Function<Integer, Inner>) Inner::new).apply(#)"),
                  Type.INTEGER)
              : call(type, "#.new Inner(#)", Type.SELF, Type.INT);
      case SUPPLIER ->
          Node.expression(
              type,
              Level.UNARY,
              dice.of("(Supplier<Integer>) #", "(Supplier<Integer> & Serializable) #"),
              draft.closures.supplier());
      case FUNCTION ->
          Node.expression(
              type, Level.UNARY, "(Function<Integer, Integer>) #", draft.closures.function());
      case SELF ->
          Node.expression(
              type, Level.PRIMARY, dice.oneIn(10) ? "nul()" : dice.of("me()", "ME", "me().me()"));
      default -> draft.expressions.leaf(type);
    };
  }

  private Node of(Type type, int level) {
    return draft.expressions.of(type).at(level);
  }

  /**
   * A call with an argument for each type; the first is the receiver if the text begins with it.
   */
  Node call(Type type, String text, Type... parts) {
    List<Node> nodes = new ArrayList<>();
    for (Type part : parts) {
      boolean receiver = nodes.isEmpty() && text.startsWith("#");
      nodes.add(receiver ? of(part, Level.PRIMARY) : draft.expressions.assigned(part));
    }
    return Node.expression(type, Level.PRIMARY, text, nodes.toArray(Node[]::new));
  }

  Node number() {
    return dice.menu()
        .add(3, () -> call(Type.INT, "g(#)", Type.INT))
        .add(3, () -> call(Type.INT, "f(#, #, #)", Type.INT, Type.INT, Type.INT))
        .add(1, () -> call(Type.INT, "sum(#, #, #)", Type.INT, Type.INT, Type.INT))
        .add(1, () -> call(Type.INT, "#.heft(#)", Type.SELF, Type.INT))
        .add(1, () -> call(Type.INT, "#.length()", Type.STRING))
        .add(1, () -> call(Type.INT, "#.x()", Type.POINT))
        .add(1, () -> call(Type.INT, dice.of("#.v", "#.twice()"), Type.INNER))
        .add(
            1,
            () ->
                Node.expression(
                    Type.INT,
                    Level.ASSIGNMENT,
                    "#.v += #",
                    of(Type.INNER, Level.PRIMARY),
                    draft.expressions.of(Type.INT)))
        .add(1, () -> call(Type.INT, "#.ordinal()", Type.HUE))
        .add(1, () -> call(Type.INT, "new Late(#).n", Type.INT))
        .add(1, () -> call(Type.INT, "#.size()", Type.NUMBERS))
        .add(
            1,
            () ->
                Node.expression(
                    Type.INT,
                    Level.PRIMARY,
                    "#.get(#)",
                    of(Type.NUMBERS, Level.PRIMARY),
                    draft.numbers.index()))
        .add(1, () -> call(Type.INT, "#.get()", Type.SUPPLIER))
        .add(1, () -> call(Type.INT, "#.apply(#)", Type.FUNCTION, Type.INTEGER))
        .add(
            1,
            () ->
                call(
                    Type.INT,
                    "((BiFunction<$, Integer, Integer>) $::heft).apply(#, #)",
                    Type.SELF,
                    Type.INTEGER))
        .add(
            1,
            () ->
                Node.expression(
                    Type.INT, Level.PRIMARY, "#.length", of(Type.INTS, Level.PRIMARY + 1)))
        .add(2, () -> draft.places.element(Type.INT))
        .add(1, () -> draft.closures.scale())
        .addIf(draft.hasInstance() && !draft.closures.isAnonymous(), 3, this::inherited)
        .addIf(draft.hasOwn(), 4, this::own)
        .choose();
  }

  /** Members of a superclass in another package, which only lets subclasses at them. */
  private Node inherited() {
    String call = dice.of("twice(#)", draft.self() + ".twice(#)", draft.parent() + ".twice(#)");
    return call(Type.INT, call, Type.INT);
  }

  /** A member of the nested class that the method is in. */
  private Node own() {
    String owner = draft.method.owner().type();
    return call(Type.INT, dice.of("own(#)", owner + ".this.own(#)"), Type.INT);
  }

  private Node string() {
    return dice.menu()
        .add(5, this::concatenation)
        .add(1, () -> call(Type.STRING, "String.valueOf(#)", Type.OBJECT))
        .add(1, () -> call(Type.STRING, "say(\"" + draft.program.label() + "\", #)", Type.STRING))
        .add(1, () -> call(Type.STRING, "#.concat(#)", Type.STRING, Type.STRING))
        .add(
            1,
            () ->
                call(
                    Type.STRING,
                    "new StringBuilder(#).append(#).append(#).toString()",
                    Type.STRING,
                    dice.of(Type.INT, Type.CHAR, Type.INTEGER),
                    Type.OBJECT))
        .add(1, () -> call(Type.STRING, "Arrays.toString(#)", Type.INTS))
        .add(1, () -> call(Type.STRING, "join(#, #, #)", Type.STRING, Type.OBJECT, Type.OBJECT))
        .add(
            2,
            () ->
                Node.expression(
                    Type.STRING,
                    Level.PRIMARY,
                    "ov(#)",
                    draft.expressions.of(
                        dice.of(
                            Type.INT,
                            Type.LONG,
                            Type.INTEGER,
                            Type.CHAR,
                            Type.STRING,
                            Type.HUE,
                            Type.BYTE))))
        .add(1, () -> call(Type.STRING, "#.name()", Type.HUE))
        .add(
            1,
            () -> call(Type.STRING, dice.of("#.get()", "#.value", "#.map(x -> x + 1)"), Type.BOX))
        .add(
            1,
            () -> call(Type.STRING, "#.toString()", dice.of(Type.POINT, Type.SHAPE, Type.NUMBERS)))
        .addIf(draft.places.has(Type.STRING), 2, this::appended)
        .add(1, () -> draft.places.element(Type.STRING))
        .choose();
  }

  private Node concatenation() {
    List<Node> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int count = 2 + dice.below(3);
    int string = dice.below(2);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "#" : " + #");
      Type type = i == string ? Type.STRING : dice.of(Type.PRINTABLE);
      parts.add(of(type, i == 0 ? Level.SUM : Level.PRODUCT));
    }
    return Node.expression(Type.STRING, Level.SUM, text.toString(), parts.toArray(Node[]::new));
  }

  private Node appended() {
    return Node.expression(
        Type.STRING,
        Level.ASSIGNMENT,
        "# += #",
        draft.places.of(Type.STRING),
        draft.expressions.of(dice.of(Type.PRINTABLE)));
  }

  /** Of its own type: two records have more in common than an interface. */
  private static Node shape(Node made) {
    return Node.expression(Type.SHAPE, Level.UNARY, "(Shape) #", made);
  }

  private Node ints() {
    return dice.menu()
        .add(2, () -> call(Type.INTS, "new int[] {#, #}", Type.INT, Type.INT))
        .add(
            1, () -> Node.expression(Type.INTS, Level.PRIMARY, "new int[#]", draft.numbers.small()))
        .add(1, () -> call(Type.INTS, "ints(#, #)", Type.INT, Type.INT))
        .add(1, () -> call(Type.INTS, "ints(#)", Type.INTS))
        .add(
            1,
            () ->
                Node.expression(
                    Type.INTS,
                    Level.PRIMARY,
                    "((IntFunction<int[]>) int[]::new).apply(#)",
                    draft.numbers.small()))
        .add(1, () -> draft.places.element(Type.INTS))
        .choose();
  }

  private Node table() {
    return dice.oneIn(2)
        ? call(Type.TABLE, "new int[][] {{#, #}, #}", Type.INT, Type.INT, Type.INTS)
        : Node.expression(
            Type.TABLE,
            Level.PRIMARY,
            "new int[#][#]",
            draft.numbers.small(),
            draft.numbers.small());
  }

  private Node numbers() {
    return dice.menu()
        .add(
            2,
            () ->
                call(
                    Type.NUMBERS,
                    "new ArrayList<Integer>(List.of(#, Integer.valueOf(#)))",
                    Type.INTEGER,
                    Type.INT))
        .add(1, () -> call(Type.NUMBERS, "Arrays.asList(#, #)", Type.INTEGER, Type.INTEGER))
        .add(1, () -> call(Type.NUMBERS, "List.of(#)", Type.INTEGER))
        .add(
            1,
            () ->
                Node.expression(
                    Type.NUMBERS,
                    Level.PRIMARY,
                    "#.stream().map(x -> x + #).toList()"
                        .replace("x", "x" + draft.program.number()),
                    of(Type.NUMBERS, Level.PRIMARY),
                    draft.closures.inside(() -> draft.expressions.of(Type.INT).at(Level.PRODUCT))))
        .choose();
  }
}
