// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A class with some asynchronous methods that call each other, in the order of their numbers only.
 */
final class Program {
  /**
   * One of them.
   *
   * @param isGeneric whether a parameter of a type of its own comes behind all others
   */
  record Method(
      String name,
      Owner owner,
      boolean isStatic,
      boolean isGeneric,
      Kind kind,
      Type result,
      List<Type> parameters) {}

  /** What it makes of its result: one, or many of them. */
  enum Kind {
    COROUTINE("Coroutine"),
    GENERATOR("Generator"),
    ASYNC_GENERATOR("AsyncGenerator");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** The name of the type that the method returns. */
    String type() {
      return type;
    }

    boolean isGenerator() {
      return this != COROUTINE;
    }
  }

  final Dice dice;
  private final List<Method> methods = new ArrayList<>();
  private int labels;
  private final int size;

  private Program(long seed, int size) {
    this.dice = new Dice(seed);
    this.size = size;
  }

  /** The methods, as a tree. */
  static Node of(long seed) {
    return new Program(seed, 60).members();
  }

  /** A program with one short method. */
  static Node small(long seed) {
    return new Program(seed, 12).members();
  }

  /** How much is to be made of a method. */
  int budget() {
    return size / 4 + dice.below(size);
  }

  private Node members() {
    int count = size < 20 ? 1 : 1 + dice.below(4);
    for (int i = 0; i < count; i++) {
      List<Type> parameters = new ArrayList<>();
      for (int p = dice.below(3); p > 0; p--) {
        parameters.add(dice.of(Type.ALL));
      }
      Type result = dice.of(i == 0 ? Type.PRINTABLE : Type.ALL);
      Kind kind = i == 0 || dice.oneIn(2) ? Kind.COROUTINE : dice.of(Kind.values());
      Owner owner = dice.oneIn(2) ? dice.of(Owner.values()) : Owner.TOP;
      methods.add(
          new Method(
              "m" + i, owner, dice.oneIn(3), dice.oneIn(6), kind, result, List.copyOf(parameters)));
    }
    List<Node> members = new ArrayList<>();
    Map<Owner, List<Node>> nested = new EnumMap<>(Owner.class);
    for (int i = count - 1; i >= 0; i--) {
      Method method = methods.get(i);
      Node made = new Draft(this, method, methods.subList(i + 1, count)).method();
      (method.owner() == Owner.TOP
              ? members
              : nested.computeIfAbsent(method.owner(), owner -> new ArrayList<>()))
          .add(made);
    }
    nested.forEach((owner, all) -> members.add(owner.with(all)));
    members.add(new Draft(this, ENTRY, methods.subList(0, 1)).entry());
    Collections.reverse(members);
    return Node.list(Node.Role.BLOCK, members);
  }

  private static final Method ENTRY =
      new Method("run", Owner.TOP, true, false, Kind.COROUTINE, Type.OBJECT, List.of());

  /** A new label for the log. */
  String label() {
    return "a" + number();
  }

  /** A number that no other thing has. */
  int number() {
    return labels++;
  }
}
