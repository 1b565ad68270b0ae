// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.List;
import java.util.function.Supplier;

/** Loops of every kind, each with a counter of its own that ends it. */
final class Loops {
  private static final int DEPTH = 3;

  private final Draft draft;
  private final Dice dice;
  private int depth;

  Loops(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** How many loops there are around. */
  int depth() {
    return depth;
  }

  boolean mayLoop() {
    return depth < DEPTH;
  }

  Node statement() {
    depth++;
    Node loop =
        draft.scope.inner(
            () ->
                dice.menu()
                    .add(3, this::counted)
                    .add(2, () -> fuelled("while (#n++ < 3 && #c) #b"))
                    .add(1, this::bare)
                    .add(2, this::several)
                    .add(2, () -> fuelled("do #b while (#n++ < 2 && #c);"))
                    .add(1, () -> fuelled("for (; #n++ < 3 && #c; #u) #b"))
                    .add(1, this::endless)
                    .add(4, this::each)
                    .addIf(!draft.generators.usable().isEmpty(), 6, this::generated)
                    .choose());
    depth--;
    return loop;
  }

  /** A loop and, behind it, whether it can be left otherwise than by a break. */
  private Node labelled(Supplier<Node> loop, Jumps.Target target, boolean ends) {
    Node made = loop.get();
    draft.jumps.live = ends;
    draft.jumps.pop(target);
    return Node.statement(Jumps.label(target) + made.text(), made.parts().toArray(Node[]::new));
  }

  private Jumps.Target target() {
    return draft.jumps.push(Jumps.Kind.LOOP, dice.oneIn(2));
  }

  private Node body() {
    return draft.statements.block();
  }

  private Node counted() {
    Scope.Local i = draft.scope.create(dice, Type.INT, Scope.Use.COUNTER);
    Node start = draft.numbers.small();
    draft.scope.add(i);
    Node limit = dice.oneIn(2) ? small(3) : Node.expression(Type.INT, Level.PRIMARY, "3");
    Node update =
        dice.oneIn(2)
            ? Node.statement("i++".replace("i", i.name()))
            : Node.statement(i.name() + " += 1 + (#)", draft.numbers.small());
    Jumps.Target target = target();
    return labelled(
        () ->
            Node.statement(
                "for (int " + i.name() + " = #; " + i.name() + " < #; #) #",
                start,
                limit.at(Level.SHIFT),
                update,
                body()),
        target,
        true);
  }

  private Node small(int mask) {
    return Node.expression(
        Type.INT, Level.BIT_AND, "# & " + mask, draft.expressions.of(Type.INT).at(Level.BIT_AND));
  }

  /** In a block, since its counter is declared before it. */
  private Node fuelled(String text) {
    String counter = "n" + draft.program.number();
    Node condition = draft.expressions.of(Type.BOOLEAN).at(Level.BIT_OR);
    Node update = draft.statements.expression();
    Jumps.Target target = target();
    Node loop =
        labelled(
            () -> {
              Node body = body();
              String changed = text.replace("#n", counter);
              if (text.startsWith("do")) {
                return Node.statement(
                    changed.replace("#b", "#").replace("#c", "#"), body, condition);
              } else if (text.contains("#u")) {
                return Node.statement(
                    "for (; " + counter + "++ < 3 && #; #) #", condition, update, body);
              }
              return Node.statement(changed.replace("#b", "#").replace("#c", "#"), condition, body);
            },
            target,
            true);
    return withCounter(counter, loop);
  }

  /** One without a body. */
  private Node bare() {
    String counter = "n" + draft.program.number();
    Node condition = draft.expressions.of(Type.BOOLEAN).at(Level.BIT_OR);
    return withCounter(counter, Node.statement("while (" + counter + "++ < 3 && #) ;", condition));
  }

  /** One that begins and goes on with several things. */
  private Node several() {
    if (dice.oneIn(2)) {
      String counter = "n" + draft.program.number();
      Node[] heads = new Node[4];
      for (int i = 0; i < heads.length; i++) {
        heads[i] = draft.statements.expression();
      }
      Jumps.Target target = target();
      Node loop =
          labelled(
              () ->
                  Node.statement(
                      "for (#, #; " + counter + "++ < 2; #, #) #",
                      heads[0],
                      heads[1],
                      heads[2],
                      heads[3],
                      body()),
              target,
              true);
      return withCounter(counter, loop);
    }
    Scope.Local i = draft.scope.create(dice, Type.INT, Scope.Use.COUNTER);
    Node first = draft.numbers.small();
    draft.scope.add(i);
    Scope.Local j = draft.scope.create(dice, Type.INT, Scope.Use.ASSIGNED);
    Node second = draft.expressions.assigned(Type.INT);
    draft.scope.add(j);
    Node update = draft.statements.expression();
    Jumps.Target target = target();
    String head = "for (int %1$s = #, %2$s = #; %1$s < 3; %1$s++, #) #";
    return labelled(
        () -> Node.statement(head.formatted(i.name(), j.name()), first, second, update, body()),
        target,
        true);
  }

  private static Node withCounter(String counter, Node loop) {
    return Node.statement("{\n  int " + counter + " = 0;\n  #\n}", loop);
  }

  private Node endless() {
    String counter = "n" + draft.program.number();
    String head = dice.of("while (true)", "for (;;)", "while (K == 3)");
    Jumps.Target target = target();
    Node loop =
        labelled(
            () -> {
              draft.jumps.leave(target);
              return Node.statement(
                  head + " {\n  if (" + counter + "++ > 2) break;\n  #\n}", body());
            },
            target,
            false);
    return withCounter(counter, loop);
  }

  /** Over what one of the program's generators hands out. */
  private Node generated() {
    Jumps.Target[] left = new Jumps.Target[1];
    Node loop =
        draft.generators.loop(
            type -> {
              Scope.Local element =
                  draft.scope.declare(dice, type, dice.of(Scope.Use.ASSIGNED, Scope.Use.CAPTURED));
              String written = dice.oneIn(3) ? "var" : type.java();
              // The element has the generator's type, and no primitive one, if it is inferred.
              written = type.isPrimitive() ? type.java() : written;
              left[0] = draft.jumps.push(Jumps.Kind.LOOP, false);
              Node body = body();
              draft.jumps.live = true;
              draft.jumps.pop(left[0]);
              return Node.list(
                  Node.Role.GROUP, List.of(Node.clause(written + " " + element.name()), body));
            });
    draft.jumps.live = true;
    return loop;
  }

  private Node each() {
    record Kind(String element, Type read, Type source, String iterable) {}
    Kind kind =
        dice.of(
            new Kind("int", Type.INT, Type.INTS, "#"),
            new Kind("long", Type.LONG, Type.INTS, "#"),
            new Kind("var", Type.INT, Type.INTS, "#"),
            new Kind("String", Type.STRING, Type.STRINGS, "#"),
            new Kind("Object", Type.OBJECT, Type.STRINGS, "#"),
            new Kind("int", Type.INT, Type.NUMBERS, "#"),
            new Kind("Integer", Type.INTEGER, Type.NUMBERS, "#"),
            new Kind("var", Type.INTEGER, Type.NUMBERS, "#"),
            new Kind("var", Type.STRING, Type.NAMES, "#"),
            new Kind("int[]", Type.INTS, Type.TABLE, "#"),
            new Kind("Hue", Type.HUE, Type.HUE, "EnumSet.allOf(Hue.class)"),
            new Kind("int", Type.INT, Type.INT, "counted(# & 3)"),
            new Kind("long", Type.LONG, Type.INT, "counted(# & 3)"));
    boolean hasSource = kind.iterable.contains("#");
    boolean masked = kind.iterable.contains("&");
    Node source = draft.expressions.of(kind.source);
    Node[] sources =
        hasSource ? new Node[] {masked ? source.at(Level.BIT_AND) : source} : new Node[0];
    Scope.Local element =
        draft.scope.declare(dice, kind.read, dice.of(Scope.Use.ASSIGNED, Scope.Use.CAPTURED));
    Jumps.Target target = target();
    return labelled(
        () -> {
          Node iterable = Node.clause(kind.iterable, sources);
          Node body = body();
          boolean unnamed =
              Patterns.JAVA >= 22 && !body.print().matches("(?s).*\\b" + element.name() + "\\b.*");
          return Node.statement(
              "for (" + kind.element + " " + (unnamed ? "_" : element.name()) + " : #) #",
              iterable,
              body);
        },
        target,
        true);
  }
}
