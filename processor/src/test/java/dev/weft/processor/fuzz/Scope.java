// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The locals that can be named at a place of a method. */
final class Scope {
  /** Names of which the machine might have its own. */
  private static final List<String> ODD =
      List.of(
          "state", "reply", "self", "owner", "error", "fi", "label", "machine", "later1", "left");

  /** What may be done with a local. */
  enum Use {
    /** It is assigned here and there. */
    ASSIGNED,
    /** It is effectively final, so closures see it. */
    CAPTURED,
    /** The same, and a constant (JLS 4.12.4). */
    CONSTANT,
    /** Neither: it counts the rounds of a loop. */
    COUNTER,
    /** It may be without a value here; only its name is taken. */
    HIDDEN
  }

  /**
   * A local variable or parameter.
   *
   * @param closure how many lambdas and classes the declaration lies in
   */
  record Local(String name, Type type, Use use, int closure) {}

  private static final Set<Use> CAPTURED = EnumSet.of(Use.CAPTURED, Use.CONSTANT);

  private final List<Local> locals = new ArrayList<>();
  private int closure;
  private int guards;

  /** Declares a local that can be read from here on. */
  Local declare(Dice dice, Type type, Use use) {
    Local local = create(dice, type, use);
    add(local);
    return local;
  }

  /** A local whose name is taken, but which cannot be read before it is {@link #add added}. */
  Local create(Dice dice, Type type, Use use) {
    Local local = new Local(name(dice), type, use, closure);
    locals.add(new Local(local.name, type, Use.HIDDEN, closure));
    return local;
  }

  /** A name that is free here; behind the end of a block, names are free again. */
  private String name(Dice dice) {
    String odd = dice.of(ODD);
    boolean free = locals.stream().noneMatch(local -> local.name().equals(odd));
    return free && dice.oneIn(8) ? odd : "v" + locals.size();
  }

  /** A local of this very name, which must be free. */
  Local bound(String name, Type type) {
    return new Local(name, type, Use.CAPTURED, closure);
  }

  void add(Local local) {
    locals.removeIf(taken -> taken.name.equals(local.name));
    locals.add(local);
  }

  /** From here on it cannot be read. */
  void hide(Local local) {
    add(new Local(local.name, local.type, Use.HIDDEN, local.closure));
  }

  List<Local> readable(Set<Type> types) {
    return locals.stream()
        .filter(local -> types.contains(local.type))
        .filter(local -> local.use != Use.HIDDEN)
        .filter(local -> local.closure == closure || CAPTURED.contains(local.use))
        .toList();
  }

  /** Constants, all of them 1. */
  List<Local> constants(Type type) {
    return readable(Set.of(type)).stream().filter(local -> local.use == Use.CONSTANT).toList();
  }

  List<Local> assignable(Set<Type> types) {
    return readable(types).stream().filter(local -> local.use == Use.ASSIGNED).toList();
  }

  /** What is declared in it ends with it. */
  <T> T inner(Supplier<T> part) {
    int mark = locals.size();
    T made = part.get();
    locals.subList(mark, locals.size()).clear();
    return made;
  }

  /** What is declared in it keeps its name, but cannot be read behind it: a group of a switch. */
  <T> T hidden(Supplier<T> part) {
    int mark = locals.size();
    T made = part.get();
    locals
        .subList(mark, locals.size())
        .replaceAll(local -> new Local(local.name, local.type, Use.HIDDEN, closure));
    return made;
  }

  <T> T closure(Supplier<T> part) {
    closure++;
    T made = inner(part);
    closure--;
    return made;
  }

  /** A guard sees what a closure does, but it may await. */
  <T> T guard(Supplier<T> part) {
    guards++;
    T made = closure(part);
    guards--;
    return made;
  }

  boolean isClosure() {
    return closure > guards;
  }
}
