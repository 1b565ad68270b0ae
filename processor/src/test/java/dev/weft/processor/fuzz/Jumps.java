// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where {@code break}, {@code continue}, {@code yield} and {@code return} may go, and do. */
final class Jumps {
  /** What a statement can be left by. */
  enum Kind {
    LOOP,
    SWITCH,
    BLOCK
  }

  /** A statement that can be left. */
  record Target(@Nullable String label, Kind kind, int number) {}

  private final Draft draft;
  private final Dice dice;
  private List<Target> targets = new ArrayList<>();

  /** Those that some break leaves, which makes what is behind them reachable. */
  private final Set<Target> left = new HashSet<>();

  private @Nullable Type yields;
  private boolean returns = true;
  private int numbers;

  /** Whether what comes next can be reached (JLS 14.22). */
  boolean live = true;

  Jumps(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Target push(Kind kind, boolean labelled) {
    int number = numbers++;
    Target target = new Target(labelled ? "l" + number : null, kind, number);
    targets.add(target);
    return target;
  }

  /** Ends the statement; what follows is reached by a break, too. */
  void pop(Target target) {
    targets.remove(target);
    live |= left.contains(target);
  }

  void leave(Target target) {
    left.add(target);
  }

  static String label(Target target) {
    return target.label == null ? "" : target.label + ": ";
  }

  /** What stands in the body of a lambda or class cannot leave it. */
  <T> T none(Supplier<T> part) {
    return within(part, null, false);
  }

  /** What stands in a switch expression can only leave it with a value. */
  <T> T yielding(Type type, Supplier<T> part) {
    return within(part, type, false);
  }

  private <T> T within(Supplier<T> part, @Nullable Type yielded, boolean returning) {
    List<Target> targetsBefore = targets;
    Type yieldsBefore = yields;
    boolean returnsBefore = returns;
    boolean liveBefore = live;
    targets = new ArrayList<>();
    yields = yielded;
    returns = returning;
    live = true;
    T made = part.get();
    targets = targetsBefore;
    yields = yieldsBefore;
    returns = returnsBefore;
    live = liveBefore;
    return made;
  }

  /**
   * A try whose finally cannot complete: breaks out of its other parts do not arrive.
   *
   * @return which were left before
   */
  Set<Target> mark() {
    return new HashSet<>(left);
  }

  void forget(Set<Target> before) {
    left.retainAll(before);
  }

  /** A jump to somewhere, by any statement that is allowed here. */
  Node any() {
    Node jump =
        dice.menu()
            .addIf(!targets.isEmpty(), 6, this::breakOrContinue)
            .addIf(returns, 2, draft.statements::returned)
            .addIf(yields != null, 5, this::yield)
            .add(2, draft.tries::thrown)
            .choose();
    live = false;
    return jump;
  }

  Node yield() {
    Type type = java.util.Objects.requireNonNull(yields);
    Node value = draft.expressions.of(type);
    // "yield (" may be taken for a call.
    return value.print().startsWith("(")
        ? Node.statement("yield pick(#, #);", value, draft.expressions.leaf(type))
        : Node.statement("yield #;", value);
  }

  private Node breakOrContinue() {
    Target target = dice.of(targets);
    Target innermost = innermost(false);
    boolean continues = target.kind == Kind.LOOP && dice.oneIn(2);
    if (target.label == null) {
      if (continues && target == innermost(true)) {
        return Node.statement("continue;");
      } else if (target != innermost) {
        return draft.tries.thrown();
      }
      left.add(target);
      return Node.statement("break;");
    }
    if (!continues) {
      left.add(target);
    }
    boolean bare = target == innermost(continues) && target.kind != Kind.BLOCK && dice.oneIn(2);
    return Node.statement(
        (continues ? "continue" : "break") + (bare ? ";" : " " + target.label + ";"));
  }

  private @Nullable Target innermost(boolean loop) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      Kind kind = targets.get(i).kind;
      if (kind == Kind.LOOP || (!loop && kind == Kind.SWITCH)) {
        return targets.get(i);
      }
    }
    return null;
  }
}
