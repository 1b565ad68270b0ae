// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be assigned: locals, fields by every way to name them, elements of arrays. */
final class Places {
  private static final Map<Type, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry(Type.INT, List.of("fi", "hi", "count")),
          Map.entry(Type.LONG, List.of("fl")),
          Map.entry(Type.SHORT, List.of("fh")),
          Map.entry(Type.BYTE, List.of("fb")),
          Map.entry(Type.CHAR, List.of("fc")),
          Map.entry(Type.FLOAT, List.of("ff")),
          Map.entry(Type.DOUBLE, List.of("fd")),
          Map.entry(Type.BOOLEAN, List.of("fz")),
          Map.entry(Type.INTEGER, List.of("fq")),
          Map.entry(Type.CHAR_BOX, List.of("fk")),
          Map.entry(Type.STRING, List.of("fs", "hs")),
          Map.entry(Type.OBJECT, List.of("fo")),
          Map.entry(Type.INTS, List.of("fa")),
          Map.entry(Type.NUMBERS, List.of("fn")),
          Map.entry(Type.HUE, List.of("fu")));

  private static final Map<Type, List<String>> STATICS =
      Map.of(
          Type.INT, List.of("si"),
          Type.LONG, List.of("sl"),
          Type.LONG_BOX, List.of("sq"),
          Type.STRING, List.of("ss"),
          Type.STRINGS, List.of("sa"),
          Type.BYTES, List.of("sb"),
          Type.TABLE, List.of("st"));

  private static final Map<Type, Type> ARRAYS =
      Map.of(
          Type.INT, Type.INTS,
          Type.STRING, Type.STRINGS,
          Type.BYTE, Type.BYTES,
          Type.INTS, Type.TABLE);

  private final Draft draft;
  private final Dice dice;

  Places(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  static Set<Type> types() {
    Set<Type> types = EnumSet.copyOf(FIELDS.keySet());
    types.addAll(STATICS.keySet());
    return types;
  }

  /** Whether {@link #of} has something to offer. */
  boolean has(Type type) {
    return types().contains(type) || !draft.scope.assignable(Set.of(type)).isEmpty();
  }

  /** A place whose own parts may do anything. */
  Node of(Type type) {
    List<Scope.Local> locals = draft.scope.assignable(Set.of(type));
    Dice.Menu menu = dice.menu();
    menu.addIf(!locals.isEmpty(), 6, () -> local(dice.of(locals)));
    menu.addIf(types().contains(type), 4, () -> field(type));
    menu.addIf(ARRAYS.containsKey(type) && !draft.isTired(), 2, () -> element(type));
    Node place = menu.choose();
    return dice.oneIn(12) ? expression(type, "(#)", place) : place;
  }

  static Node local(Scope.Local local) {
    return Node.expression(local.type(), Level.PRIMARY, local.name());
  }

  /** A field of this object, of another one, or of the class. */
  Node field(Type type) {
    List<Node> ways = new ArrayList<>();
    for (String field : FIELDS.getOrDefault(type, List.of())) {
      if (draft.hasInstance()) {
        ways.add(
            expression(
                type,
                draft.scope.readable(Type.PRINTABLE).stream().anyMatch(l -> l.name().equals(field))
                    ? draft.self() + "." + field
                    : field));
        ways.add(expression(type, draft.self() + "." + field));
      }
      ways.add(expression(type, "ME." + field));
      if (!draft.isTired()) {
        ways.add(expression(type, "#." + field, draft.expressions.of(Type.SELF).at(Level.PRIMARY)));
      }
    }
    for (String field : STATICS.getOrDefault(type, List.of())) {
      ways.add(expression(type, field));
      ways.add(expression(type, "$." + field));
      if (!draft.isTired()) {
        ways.add(expression(type, "#." + field, draft.expressions.of(Type.SELF).at(Level.PRIMARY)));
      }
    }
    return dice.of(ways);
  }

  Node element(Type type) {
    return draft.deeper(
        () -> {
          Node array = draft.expressions.of(java.util.Objects.requireNonNull(ARRAYS.get(type)));
          // new int[2][0] would be another array.
          int needed = array.text().startsWith("new ") ? Level.PRIMARY + 1 : Level.PRIMARY;
          return expression(type, "#[#]", array.at(needed), draft.numbers.index());
        });
  }

  private static Node expression(Type type, String text, Node... parts) {
    return Node.expression(type, Level.PRIMARY, text, parts);
  }
}
