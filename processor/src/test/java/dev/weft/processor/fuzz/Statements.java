// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Blocks, and statements of all kinds. */
final class Statements {
  private static final int DEPTH = 5;

  private final Draft draft;
  private final Dice dice;
  private int depth;

  Statements(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** The body of the method. */
  Node body() {
    List<Node> statements = new ArrayList<>();
    int count = 3 + dice.below(5);
    for (int i = 0; i < count && draft.jumps.live; i++) {
      statements.add(any());
    }
    if (draft.jumps.live) {
      statements.add(returned());
    }
    return Node.list(Node.Role.BLOCK, statements);
  }

  /** The body of a lambda: a block that ends with a value. */
  Node function(Type type) {
    List<Node> statements = new ArrayList<>();
    if (dice.oneIn(2)) {
      statements.add(simple());
    }
    statements.add(draft.declarations.statement());
    statements.add(Node.statement("return #;", draft.expressions.of(type)));
    return Node.list(Node.Role.BLOCK, statements);
  }

  Node block() {
    return draft.scope.inner(() -> list(Node.Role.BLOCK));
  }

  /** The statements behind a label of a switch. */
  Node group() {
    return draft.scope.hidden(() -> list(Node.Role.GROUP));
  }

  /** A block of a switch expression, which must not end. */
  Node blockOrYield() {
    return draft.scope.inner(
        () -> {
          Node block = list(Node.Role.BLOCK);
          if (!draft.jumps.live) {
            return block;
          }
          List<Node> statements = new ArrayList<>(block.parts());
          statements.add(draft.jumps.yield());
          return block.withParts(statements);
        });
  }

  private Node list(Node.Role role) {
    List<Node> statements = new ArrayList<>();
    int count = dice.below(4);
    draft.jumps.live = true;
    for (int i = 0; i < count && draft.jumps.live; i++) {
      statements.add(any());
    }
    if (draft.jumps.live && dice.oneIn(5)) {
      statements.add(draft.fresh(draft.jumps::any));
    }
    return Node.list(role, statements);
  }

  private Node any() {
    return draft.fresh(
        () -> {
          if (draft.isTired() || depth > DEPTH) {
            return simple();
          }
          depth++;
          Node statement = draft.deeper(this::composed);
          depth--;
          return statement;
        });
  }

  private Node composed() {
    return dice.menu()
        .add(5, this::simple)
        .add(5, draft.declarations::statement)
        .add(4, this::choice)
        .add(2, draft.patterns::statement)
        .add(1, draft.patterns::gate)
        .addIf(draft.loops.mayLoop(), 4, draft.loops::statement)
        .add(4, draft.tries::statement)
        .addIf(draft.mayAwait(), 1, draft.tries::existing)
        .add(3, draft.switches::statement)
        .add(2, draft.localTypes::statement)
        .addIf(draft.generators.mayEmit(), 6, draft.generators::emit)
        .add(1, this::labelled)
        .add(1, this::locked)
        .addIf(draft.mayAwait(), 1, () -> draft.quietly(this::composed))
        .add(1, this::block)
        .add(2, this::guarded)
        .add(1, this::asserted)
        .choose();
  }

  /** A statement without statements in it. */
  Node simple() {
    return dice.menu()
        .add(3, () -> Node.statement("log(#);", draft.expressions.of(dice.of(Type.PRINTABLE))))
        .add(5, () -> Node.statement("#;", expression()))
        .addIf(draft.generators.mayEmit(), 4, draft.generators::emit)
        .choose();
  }

  /** An expression that may stand as a statement. */
  Node expression() {
    Type type = dice.of(Places.types());
    return dice.menu()
        .add(3, () -> draft.expressions.assignment(type))
        .add(
            2,
            () ->
                draft.numbers.compound(
                    dice.of(Type.INT, Type.LONG, Type.BYTE, Type.CHAR, Type.SHORT, Type.DOUBLE)))
        .add(
            1,
            () ->
                Node.expression(
                    Type.INT, Level.POSTFIX, dice.of("#++", "#--"), draft.places.of(Type.INT)))
        .addIf(draft.mayAwait(), 3, () -> draft.awaits.of(dice.of(Type.ALL)))
        .add(1, draft.numbers::boxed)
        .add(1, () -> draft.references.call(Type.INT, "f(#, #, #)", Type.INT, Type.INT, Type.INT))
        .choose();
  }

  private Node choice() {
    Node condition = draft.expressions.of(Type.BOOLEAN);
    draft.jumps.live = true;
    Node then = dice.oneIn(4) ? simple() : block();
    boolean live = draft.jumps.live;
    if (dice.oneIn(2)) {
      draft.jumps.live = true;
      return Node.statement("if (#) #", condition, then);
    }
    draft.jumps.live = true;
    Node otherwise = dice.oneIn(4) ? simple() : block();
    draft.jumps.live |= live;
    return Node.statement("if (#) # else #", condition, then, otherwise);
  }

  /** A jump that is not always made. */
  private Node guarded() {
    Node condition = draft.expressions.of(Type.BOOLEAN);
    Node jump = draft.jumps.any();
    draft.jumps.live = true;
    return Node.statement("if (#) #", condition, jump);
  }

  private Node labelled() {
    Jumps.Target target = draft.jumps.push(Jumps.Kind.BLOCK, true);
    Node labelled =
        switch (dice.below(4)) {
          case 0 -> choice();
          case 1 -> draft.tries.statement();
          default -> block();
        };
    draft.jumps.pop(target);
    return Node.statement(Jumps.label(target) + "#", labelled);
  }

  private Node locked() {
    Node lock = draft.expressions.of(Type.SELF);
    return Node.statement("synchronized (#) #", lock, draft.quietly(this::block));
  }

  private Node asserted() {
    return Node.statement(
        "assert # : #;",
        draft.expressions.of(Type.BOOLEAN).at(Level.TERNARY),
        draft.expressions.of(Type.STRING));
  }

  /** A return of the method, with a value or with a coroutine that has it. */
  Node returned() {
    if (draft.method.kind().isGenerator()) {
      return Node.statement("return done();");
    }
    Type type = draft.method.result();
    Node value = draft.expressions.of(type);
    List<Program.Method> callable =
        draft.callable.stream().filter(m -> m.result() == type && !m.kind().isGenerator()).toList();
    return switch (dice.below(8)) {
      case 0 ->
          draft.tries.depth() > 0
              ? Node.statement("return done(#);", value)
              : Node.statement("return #;", draft.awaits.coroutine(type));
      case 1 ->
          callable.isEmpty()
              ? Node.statement("return done(#);", value)
              : Node.statement("return #;", draft.awaits.call(dice.of(callable), false));
      case 2 ->
          draft.tries.depth() > 0
              ? Node.statement("return done(#);", value)
              : Node.statement(
                  "return # ? done(#) : #;",
                  draft.expressions.of(Type.BOOLEAN).at(Level.OR),
                  value,
                  draft.awaits.coroutine(type));
      default -> Node.statement("return done(#);", value);
    };
  }
}
