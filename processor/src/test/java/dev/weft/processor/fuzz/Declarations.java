// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Declarations of locals. */
final class Declarations {
  /** Those of which an expression has exactly this type, so that {@code var} may stand for it. */
  private static final Set<Type> INFERRED =
      EnumSet.of(Type.STRING, Type.INTEGER, Type.HUE, Type.POINT, Type.INTS, Type.SELF, Type.INNER);

  private final Draft draft;
  private final Dice dice;

  Declarations(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node statement() {
    if (dice.oneIn(10)) {
      return constant();
    }
    Type type = dice.of(Type.ALL);
    Scope.Use use = dice.of(Scope.Use.ASSIGNED, Scope.Use.CAPTURED);
    Scope.Local local = draft.scope.create(dice, type, use);
    Supplier<Node> maker =
        () ->
            switch (dice.below(8)) {
              case 0 -> late(local);
              case 1 -> two(local);
              case 2 ->
                  draft.loops.depth() < 2 && !draft.isTired() ? switched(local) : plain(local);
              default -> plain(local);
            };
    Node made = maker.get();
    draft.scope.add(local);
    return made;
  }

  /** One that javac puts in place of its name. */
  private Node constant() {
    Scope.Local local = draft.scope.declare(dice, Type.INT, Scope.Use.CONSTANT);
    return Node.statement("final " + dice.of("int ", "var ") + local.name() + " = 1;");
  }

  private Node plain(Scope.Local local) {
    Type type = local.type();
    if (type == Type.INTS && dice.oneIn(3)) {
      return Node.statement(
          dice.of("int[] " + local.name(), "int " + local.name() + "[]") + " = {#, #};",
          value(Type.INT),
          value(Type.INT));
    }
    String modifier = local.use() == Scope.Use.CAPTURED && dice.oneIn(3) ? "final " : "";
    String written = INFERRED.contains(type) && dice.oneIn(3) ? "var" : type.java();
    Node value = written.equals("var") ? draft.expressions.of(type) : value(type);
    return Node.statement(modifier + written + " " + local.name() + " = #;", value);
  }

  private Node value(Type type) {
    return draft.expressions.assigned(type);
  }

  /** Declared without a value, which it gets in both branches. */
  private Node late(Scope.Local local) {
    String name = local.name();
    String modifier = local.use() == Scope.Use.CAPTURED && dice.oneIn(2) ? "final " : "";
    return Node.statement(
        modifier
            + local.type().java()
            + " "
            + name
            + ";\nif (#) {\n  "
            + name
            + " = #;\n} else {\n  "
            + name
            + " = #;\n}",
        draft.expressions.of(Type.BOOLEAN),
        value(local.type()),
        value(local.type()));
  }

  /** Two at once; the other one is not used. */
  private Node two(Scope.Local local) {
    if (local.type().java().contains("[")) {
      return plain(local);
    }
    String other = "w" + draft.program.number();
    return Node.statement(
        local.type().java() + " " + other + " = #, " + local.name() + " = #;",
        value(local.type()),
        value(local.type()));
  }

  /** Declared without a value, which it gets in each case of a switch. */
  private Node switched(Scope.Local local) {
    List<Node> parts = new ArrayList<>();
    parts.add(draft.expressions.of(Type.INT));
    StringBuilder text =
        new StringBuilder(local.type().java() + " " + local.name() + ";\nswitch (#) {\n");
    for (String label : List.of("case 1", "case 2", "default")) {
      text.append("  ").append(label).append(" -> ").append(local.name()).append(" = #;\n");
      parts.add(value(local.type()));
    }
    return Node.statement(text + "}", parts.toArray(Node[]::new));
  }
}
