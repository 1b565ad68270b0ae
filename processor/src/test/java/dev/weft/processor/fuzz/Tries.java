// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code try} in every shape, and what is thrown. */
final class Tries {
  /** Each may stand before those behind it. */
  private static final List<String> CAUGHT =
      List.of(
          "IllegalStateException | IllegalArgumentException",
          "ArithmeticException",
          "NullPointerException",
          "world.World.Failed",
          "IOException",
          "RuntimeException",
          "Exception",
          "Throwable");

  private final Draft draft;
  private final Dice dice;
  private int depth;

  Tries(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** How many there are around: a coroutine of the world would only run behind them, eagerly. */
  int depth() {
    return depth;
  }

  Node statement() {
    return inside(this::attempt);
  }

  /** Something else that ends with cleaning up. */
  <T> T inside(Supplier<T> part) {
    depth++;
    T made = part.get();
    depth--;
    return made;
  }

  private Node attempt() {
    Set<Jumps.Target> before = draft.jumps.mark();
    boolean cleans = dice.oneIn(2);
    boolean closes = draft.mayAwait() && dice.oneIn(3);
    List<String> caught = caught(cleans || closes);
    List<Node> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder("try ");
    Node body =
        draft.scope.inner(
            () -> {
              if (closes) {
                text.append("(#) ");
                parts.add(resources());
              }
              return draft.statements.block();
            });
    if (caught.contains("IOException")) {
      body = risky(body);
    }
    parts.add(body);
    boolean live = draft.jumps.live;
    List<Node> clauses = new ArrayList<>();
    for (String type : caught) {
      draft.jumps.live = true;
      clauses.add(clause(type));
      live |= draft.jumps.live;
    }
    if (cleans) {
      draft.jumps.live = true;
      clauses.add(Node.clause("finally #", draft.statements.block()));
      if (!draft.jumps.live) {
        // Only what finally itself breaks out to is reached; to tell is more than it is worth.
        draft.jumps.forget(before);
      }
      live &= draft.jumps.live;
    }
    draft.jumps.live = live;
    text.append("# #");
    parts.add(Node.list(Node.Role.CHAIN, clauses));
    return Node.statement(text.toString(), parts.toArray(Node[]::new));
  }

  private List<String> caught(boolean maybeNone) {
    List<String> caught = new ArrayList<>();
    int count = maybeNone ? dice.below(3) : 1 + dice.below(2);
    int next = 0;
    for (int i = 0; i < count && next < CAUGHT.size(); i++) {
      next += dice.below(CAUGHT.size() - next);
      caught.add(CAUGHT.get(next++));
    }
    if (!draft.mayAwait()) {
      caught.replaceAll(type -> type.equals("IOException") ? "ClassCastException" : type);
    }
    return caught;
  }

  /** One from which an {@code IOException} may come. */
  private Node risky(Node body) {
    List<Node> statements = new ArrayList<>(body.parts());
    statements.add(0, Node.statement("risky(#);", draft.expressions.leaf(Type.INT)));
    return body.withParts(statements);
  }

  private Node clause(String type) {
    if (Patterns.JAVA >= 22 && dice.oneIn(8)) {
      return Node.clause("catch (" + type + " _) #", draft.statements.block());
    }
    String name = "e" + draft.program.number();
    List<Node> statements = new ArrayList<>();
    // An enum has a name of its own.
    statements.add(Node.statement("log($.name(" + name + "));"));
    statements.addAll(draft.statements.block().parts());
    boolean unchecked = !List.of("IOException", "Exception", "Throwable").contains(type);
    if (draft.jumps.live && type.equals("RuntimeException") && dice.oneIn(2)) {
      statements.add(
          Node.statement(name + " = new IllegalStateException(\"other\", " + name + ");"));
    }
    if (draft.jumps.live && dice.oneIn(3)) {
      draft.jumps.live = false;
      boolean bare = unchecked || (draft.mayAwait() && !type.equals("Throwable"));
      statements.add(
          Node.statement(
              bare && dice.oneIn(2)
                  ? "throw " + name + ";"
                  : "throw new IllegalStateException(\"again\", " + name + ");"));
    }
    return Node.clause(
        "catch (" + type + " " + name + ") #", Node.list(Node.Role.BLOCK, statements));
  }

  private Node resources() {
    List<Node> resources = new ArrayList<>();
    for (int i = 1 + dice.below(2); i > 0; i--) {
      String name = "r" + draft.program.number();
      String label = "\"" + name + "\"";
      Node made =
          switch (dice.below(6)) {
            case 5 ->
                Node.clause("ARes " + name + " = new ARes(#);", draft.expressions.of(Type.STRING));
            case 0 ->
                Node.clause(
                    "Res " + name + " = await(later(" + label + ", new Res(#)));",
                    draft.expressions.of(Type.STRING));
            case 1 ->
                Node.clause(
                    "Res " + name + " = # ? new Res(" + label + ") : null;",
                    draft.expressions.of(Type.BOOLEAN).at(Level.OR));
            case 2 ->
                Node.clause("var " + name + " = new BadRes(#);", draft.expressions.of(Type.STRING));
            case 3 ->
                Node.clause(
                    "AutoCloseable " + name + " = () -> log(#);",
                    draft.closures.inside(() -> draft.expressions.of(Type.STRING)));
            default ->
                Node.clause("Res " + name + " = new Res(#);", draft.expressions.of(Type.STRING));
          };
      resources.add(made);
    }
    return Node.list(Node.Role.CHAIN, resources);
  }

  /** A resource that is declared before. */
  Node existing() {
    return inside(
        () ->
            draft.scope.inner(
                () -> {
                  String name = "r" + draft.program.number();
                  String type = dice.of("Res", "ARes");
                  Node made = draft.expressions.of(Type.STRING);
                  Node other = resources();
                  Node body = draft.statements.block();
                  return Node.statement(
                      "{\n  final %2$s %1$s = new %2$s(#);\n  try (%1$s; #) #\n}"
                          .formatted(name, type),
                      made,
                      other,
                      body);
                }));
  }

  /** A statement that throws. */
  Node thrown() {
    if (dice.oneIn(16)) {
      return Node.statement("throw null;");
    }
    Node message = draft.expressions.of(Type.STRING).at(Level.PRODUCT);
    if (!draft.mayAwait()) {
      return Node.statement("throw new IllegalStateException(\"\" + #);", message);
    }
    return Node.statement(
        dice.of(
            "throw new IllegalStateException(\"\" + #);",
            "throw new IllegalArgumentException(\"\" + #);",
            "throw new IOException(\"\" + #);",
            "throw new Oops(#);",
            "throw await(later(\""
                + draft.program.label()
                + "\", new IllegalStateException(\"\" + #)));"),
        message);
  }
}
