// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Local and anonymous classes, records, and variables whose types have no name: made before an
 * await, as a rule, and used behind it.
 */
final class LocalTypes {
  private static final String CLASS =
      """
      {
        class $t {
          int n = #;
          $t(int x) {
            n += x;
            log("new " + this);
          }
          int get() {
            return n++ + #;
          }
          @Override
          public String toString() {
            return "$t " + n;
          }
        }
        $t $o = new $t(#);
        #;
        Supplier<Integer> $s = $o::get;
        log($o.get() + " " + new $t(#).get() + ($o instanceof Object));
        #
      }""";

  private static final String RECORD =
      """
      {
        record $t(int a, Object b) {
          $t {
            log("new $t " + a);
          }
          int sum() {
            return a + String.valueOf(b).length();
          }
        }
        $t $o = new $t(#, #);
        #;
        Supplier<Integer> $s = $o::sum;
        log($o + " " + $o.equals(new $t(#, #)));
        #
      }""";

  private static final String ANONYMOUS =
      """
      {
        var $o = new Object() {
          int n = #;
          int more() {
            return n += #;
          }
        };
        #;
        Supplier<Integer> $s = $o::more;
        log($o.more() + " " + $o.n);
        #
      }""";

  private static final String NAMELESS =
      """
      {
        var $o = Arrays.asList(#, #).get(#);
        #;
        Supplier<Integer> $s = $o::hashCode;
        log($o + " " + ($o == null ? 0 : $o.getClass().getSimpleName().length()));
        #
      }""";

  private static final String GENERIC =
      """
      {
        class $t<T extends Comparable<T>> {
          T best;
          int seen = #;
          $t(T first) {
            best = first;
          }
          $t<T> add(T next) {
            seen++;
            best = next.compareTo(best) > 0 ? next : best;
            return this;
          }
        }
        $t<Integer> $o = new $t<>(#);
        #;
        Supplier<Integer> $s = () -> $o.seen;
        log($o.add(#).add(#).best + " " + $o.seen);
        #
      }""";

  private static final String ENUM =
      """
      {
        enum $t {
          ONE,
          TWO {
            @Override
            int plus(int x) {
              return x;
            }
          };
          int plus(int x) {
            return ordinal() + x;
          }
        }
        $t $o = $t.values()[#];
        #;
        Supplier<Integer> $s = $o::ordinal;
        switch ($o) {
          case ONE -> log("one");
          case TWO -> log($o.plus(#));
        }
        #
      }""";

  private static final String INTERFACE =
      """
      {
        interface $t {
          int at(int x);
          default int twice(int x) {
            return at(at(x));
          }
        }
        $t $o = x -> x + #;
        #;
        Supplier<Integer> $s = () -> $o.at(1);
        log($o.twice(#));
        #
      }""";

  private static final String EXCEPTION =
      """
      {
        class $t extends Exception {
          final int code = #;
        }
        Supplier<Integer> $s = () -> 2;
        try {
          #;
          if (#) throw new $t();
          log("not thrown");
          #;
        } catch ($t $o) {
          log(# + " " + $o.code);
        }
        #
      }""";

  private static final String CAPTURED =
      """
      {
        List<? extends Number> $o = #;
        var $t = $o.get(#);
        #;
        Supplier<Integer> $s = $t::intValue;
        for (var $e : $o) log($e.intValue() + #);
        Box<? super Integer> $b = new Box<>(#);
        log($t + " " + $b + $b.map(x -> x == null));
        $b.value = #;
        log($b.get());
        #
      }""";

  private static final String HELD =
      """
      {
        T $o = held;
        #;
        held = pick(held, $o);
        List<T> $b = new ArrayList<>(List.of($o));
        #;
        Supplier<Integer> $s = $b::size;
        log($b + " " + held);
        #
      }""";

  private static final String PARAMETER =
      """
      {
        U $o = u0;
        var $b = new Box<>($o);
        #;
        Supplier<Integer> $s = () -> u0.compareTo($o);
        log($b.get().compareTo(u0) + " " + $b + #);
        #
      }""";

  private final Draft draft;
  private final Dice dice;

  LocalTypes(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node statement() {
    return draft.scope.inner(
        () ->
            switch (draft.isGeneric() ? dice.of(0, 1, 2, 3, 4, 5, 6, 8, 9, 10) : dice.below(11)) {
              case 9 ->
                  draft.hasOwn() && draft.method.owner() == Owner.HELD
                      ? made(HELD, List.of(use(), use()))
                      : made(ANONYMOUS, List.of(inside(), inside(), use()));
              case 10 ->
                  draft.method.isGeneric()
                      ? made(PARAMETER, List.of(use(), term()))
                      : made(RECORD, List.of(value(), object(), use(), value(), object()));
              case 4 -> made(GENERIC, List.of(inside(), box(), use(), box(), box()));
              case 5 -> made(ENUM, List.of(draft.numbers::small, use(), value()));
              case 6 -> made(INTERFACE, List.of(inside(), use(), value()));
              case 7 ->
                  made(
                      EXCEPTION,
                      List.of(
                          inside(),
                          use(),
                          () -> draft.expressions.of(Type.BOOLEAN),
                          use(),
                          () -> draft.expressions.of(Type.STRING).at(Level.PRODUCT)));
              case 8 ->
                  made(
                      CAPTURED,
                      List.of(
                          () -> draft.expressions.of(Type.NUMBERS),
                          draft.numbers::small,
                          use(),
                          term(),
                          box(),
                          box()));
              case 0 -> made(CLASS, List.of(inside(), inside(), value(), use(), value()));
              case 1 -> made(RECORD, List.of(value(), object(), use(), value(), object()));
              case 2 -> made(ANONYMOUS, List.of(inside(), inside(), use()));
              default ->
                  made(
                      NAMELESS,
                      List.of(
                          () -> draft.expressions.exactly(Type.INTEGER),
                          () -> draft.expressions.exactly(Type.STRING),
                          draft.numbers::small,
                          use()));
            });
  }

  /** The last part is a block that sees the supplier. */
  private Node made(String text, List<Supplier<Node>> makers) {
    int number = draft.program.number();
    List<Node> parts = new ArrayList<>();
    makers.forEach(maker -> parts.add(maker.get()));
    Scope.Local supplier = draft.scope.bound("s" + number, Type.SUPPLIER);
    draft.scope.add(supplier);
    parts.add(draft.statements.block());
    String named =
        text.replace("$t", "L" + number)
            .replace("$o", "o" + number)
            .replace("$b", "b" + number)
            .replace("$e", "e" + number)
            .replace("$s", supplier.name());
    return Node.statement(named, parts.toArray(Node[]::new));
  }

  private Supplier<Node> inside() {
    return () -> draft.closures.anonymous(() -> draft.expressions.of(Type.INT).at(Level.PRODUCT));
  }

  private Supplier<Node> value() {
    return () -> draft.expressions.assigned(Type.INT);
  }

  private Supplier<Node> box() {
    return () -> draft.expressions.exactly(Type.INTEGER);
  }

  private Supplier<Node> term() {
    return () -> draft.expressions.of(Type.INT).at(Level.PRODUCT);
  }

  private Supplier<Node> object() {
    return () -> draft.expressions.assigned(Type.OBJECT);
  }

  /** What happens in between. */
  private Supplier<Node> use() {
    return () ->
        draft.mayAwait() ? draft.awaits.of(dice.of(Type.ALL)) : draft.statements.expression();
  }
}
