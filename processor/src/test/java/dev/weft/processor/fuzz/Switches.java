// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Switches of every kind, as statements and as expressions. */
final class Switches {
  private static final Map<Type, List<String>> LABELS =
      Map.of(
          Type.INT, List.of("0", "1", "2", "K", "-1"),
          Type.INTEGER, List.of("127", "128", "3", "K + 1"),
          Type.CHAR, List.of("'a'", "'z'", "'c'"),
          Type.STRING, List.of("\"Aa\"", "\"BB\"", "\"s\"", "\"\" + K"),
          Type.HUE, List.of("RED", "GREEN", "BLUE"));

  private final Draft draft;
  private final Dice dice;

  Switches(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node statement() {
    if (Patterns.JAVA >= 21 && dice.oneIn(4)) {
      return patterns();
    }
    return dice.oneIn(2) ? arrows() : groups();
  }

  Node expression(Type type) {
    return draft.deeper(
        () -> {
          if (Patterns.JAVA >= 21 && dice.oneIn(5)) {
            return dice.oneIn(2) ? sealed(type) : matched(type);
          }
          Type selected = selected();
          Node selector = selector(selected);
          List<Node> cases = new ArrayList<>();
          List<String> labels =
              selected == Type.HUE && dice.oneIn(2)
                  ? List.of("case GREEN", "case RED, BLUE")
                  : labels(selected);
          boolean arrow = !dice.oneIn(4);
          for (int i = 0; i < labels.size(); i++) {
            cases.add(result(type, labels.get(i), arrow));
          }
          return Node.expression(
              type, Level.ASSIGNMENT, "switch (#) #", selector, Node.list(Node.Role.BLOCK, cases));
        });
  }

  private Node result(Type type, String label, boolean arrow) {
    if (arrow && !dice.oneIn(3)) {
      return Node.clause(label + " -> #;", draft.expressions.of(type));
    } else if (arrow && dice.oneIn(8)) {
      return Node.clause(label + " -> #", draft.jumps.yielding(type, draft.tries::thrown));
    }
    Node body = draft.jumps.yielding(type, draft.statements::blockOrYield);
    return Node.clause(label + (arrow ? " -> #" : ": #"), body);
  }

  private Type selected() {
    return dice.of(Type.INT, Type.STRING, Type.HUE, Type.INTEGER, Type.CHAR);
  }

  private Node selector(Type type) {
    Node selector = draft.expressions.of(type);
    return type == Type.INT && dice.oneIn(2)
        ? Node.expression(type, Level.BIT_AND, "# & 3", selector.at(Level.BIT_AND))
        : selector;
  }

  /** The labels, shuffled, with a default somewhere among them. */
  private List<String> labels(Type type) {
    List<String> left = new ArrayList<>(LABELS.get(type));
    List<Scope.Local> constants = draft.scope.constants(type);
    if (!constants.isEmpty()) {
      left.set(left.indexOf("1"), dice.of(constants).name());
    }
    if (type == Type.HUE && Patterns.JAVA >= 21 && dice.oneIn(4)) {
      left.replaceAll(label -> "Hue." + label);
    }
    List<String> labels = new ArrayList<>();
    int count = 1 + dice.below(3);
    for (int i = 0; i < count && !left.isEmpty(); i++) {
      String label = left.remove(dice.below(left.size()));
      if (!left.isEmpty() && dice.oneIn(4)) {
        label += ", " + left.remove(dice.below(left.size()));
      }
      labels.add("case " + label);
    }
    if (!type.isPrimitive() && Patterns.JAVA >= 21 && dice.oneIn(5)) {
      labels.add("case null, default");
    } else {
      labels.add(dice.oneIn(3) ? dice.below(labels.size() + 1) : labels.size(), "default");
    }
    return labels;
  }

  private Node arrows() {
    Type selected = selected();
    Node selector = selector(selected);
    Jumps.Target target = draft.jumps.push(Jumps.Kind.SWITCH, dice.oneIn(4));
    List<String> labels = labels(selected);
    if (dice.oneIn(3)) {
      labels.remove("default");
    }
    boolean live =
        !labels.get(labels.size() - 1).endsWith("default") && !labels.contains("default");
    List<Node> cases = new ArrayList<>();
    for (String label : labels) {
      draft.jumps.live = true;
      cases.add(arm(label));
      live |= draft.jumps.live;
    }
    return end(target, live, selector, cases);
  }

  private Node arm(String label) {
    return switch (dice.below(5)) {
      case 0 -> Node.clause(label + " -> #", draft.statements.simple());
      case 1 -> {
        draft.jumps.live = false;
        yield Node.clause(label + " -> #", draft.tries.thrown());
      }
      default -> Node.clause(label + " -> #", draft.statements.block());
    };
  }

  private Node groups() {
    Type selected = selected();
    Node selector = selector(selected);
    Jumps.Target target = draft.jumps.push(Jumps.Kind.SWITCH, dice.oneIn(4));
    List<String> labels = labels(selected);
    if (dice.oneIn(3)) {
      labels.remove("default");
    }
    boolean live =
        !labels.get(labels.size() - 1).endsWith("default") && !labels.contains("default");
    List<Node> cases =
        draft.scope.inner(
            () -> {
              if (dice.oneIn(3)) {
                return shared(labels);
              }
              List<Node> groups = new ArrayList<>();
              for (String label : labels) {
                draft.jumps.live = true;
                groups.add(Node.clause(label + ":#", draft.statements.group()));
              }
              return groups;
            });
    return end(target, live | draft.jumps.live, selector, cases);
  }

  /** Groups with a local that is declared in the first of them, and assigned in each. */
  private List<Node> shared(List<String> labels) {
    Type type = dice.of(Type.ALL);
    Scope.Local local = draft.scope.create(dice, type, Scope.Use.ASSIGNED);
    List<Node> groups = new ArrayList<>();
    for (String label : labels) {
      draft.jumps.live = true;
      String declared = groups.isEmpty() ? type.java() + " " : "";
      Node value = draft.expressions.assigned(type);
      Node group =
          draft.scope.inner(
              () -> {
                draft.scope.add(local);
                return draft.statements.group();
              });
      draft.scope.hide(local);
      groups.add(Node.clause(label + ":\n  " + declared + local.name() + " = #;#", value, group));
    }
    return groups;
  }

  private Node end(Jumps.Target target, boolean live, Node selector, List<Node> cases) {
    draft.jumps.live = live;
    draft.jumps.pop(target);
    return Node.statement(
        Jumps.label(target) + "switch (#) #", selector, Node.list(Node.Role.BLOCK, cases));
  }

  /** The same, or statements behind a colon, which must not fall through to another pattern. */
  private Node arm(String label, boolean arrow, Jumps.Target target) {
    if (arrow) {
      return arm(label);
    }
    Node group = draft.scope.hidden(() -> draft.statements.group());
    if (!draft.jumps.live) {
      return Node.clause(label + ":#", group);
    }
    draft.jumps.live = false;
    draft.jumps.leave(target);
    return Node.clause(label + ":#\n  break;", group);
  }

  private Node guarded(Patterns.Pattern pattern, Function<String, Node> maker) {
    return draft.patterns.with(
        pattern,
        () -> {
          Node guard = draft.scope.guard(draft.conditions::changing);
          Node arm = maker.apply("case " + pattern.text() + " when #");
          List<Node> parts = new ArrayList<>(List.of(guard));
          parts.addAll(arm.parts());
          return arm.withParts(parts);
        });
  }

  /** A sealed type without a default. */
  private Node sealed(Type type) {
    Node selector = draft.expressions.of(Type.SHAPE);
    List<Node> cases = new ArrayList<>();
    Patterns.Pattern line = draft.patterns.line();
    cases.add(draft.patterns.with(line, () -> result(type, "case " + line.text(), true)));
    cases.add(result(type, "case Dot d" + draft.program.number(), true));
    return Node.expression(
        type, Level.ASSIGNMENT, "switch (#) #", selector, Node.list(Node.Role.BLOCK, cases));
  }

  /** A value for each of some patterns, guarded or not. */
  private Node matched(Type type) {
    Node selector = draft.expressions.of(Type.OBJECT);
    List<Node> cases = new ArrayList<>();
    for (int i = dice.below(3); i > 0; i--) {
      Patterns.Pattern pattern = draft.patterns.pattern();
      cases.add(guarded(pattern, label -> result(type, label, true)));
    }
    Patterns.Pattern last = draft.patterns.pattern();
    cases.add(draft.patterns.with(last, () -> result(type, "case " + last.text(), true)));
    cases.add(result(type, dice.of("default", "case null, default"), true));
    return Node.expression(
        type, Level.ASSIGNMENT, "switch (#) #", selector, Node.list(Node.Role.BLOCK, cases));
  }

  /** Type patterns and record patterns over an {@code Object}, which may be null. */
  private Node patterns() {
    Node selector = draft.expressions.of(Type.OBJECT);
    Jumps.Target target = draft.jumps.push(Jumps.Kind.SWITCH, dice.oneIn(4));
    List<Node> cases = new ArrayList<>();
    boolean live = false;
    boolean arrow = !dice.oneIn(3);
    if (dice.oneIn(2)) {
      draft.jumps.live = true;
      cases.add(arm("case null", arrow, target));
      live |= draft.jumps.live;
    }
    List<String> seen = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      Patterns.Pattern pattern = draft.patterns.pattern();
      String kind = pattern.text().replaceFirst("^final ", "").replaceFirst("[ (].*", "");
      if (seen.contains(kind)) {
        continue;
      }
      draft.jumps.live = true;
      if (dice.oneIn(3)) {
        cases.add(guarded(pattern, label -> arm(label, arrow, target)));
      } else {
        seen.add(kind);
        cases.add(draft.patterns.with(pattern, () -> arm("case " + pattern.text(), arrow, target)));
      }
      live |= draft.jumps.live;
    }
    draft.jumps.live = true;
    cases.add(arm("default", arrow, target));
    return end(target, live | draft.jumps.live, selector, cases);
  }
}
