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

  private final Draft draft;
  private final Dice dice;

  LocalTypes(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  Node statement() {
    return draft.scope.inner(
        () ->
            switch (dice.below(4)) {
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
        text.replace("$t", "L" + number).replace("$o", "o" + number).replace("$s", supplier.name());
    return Node.statement(named, parts.toArray(Node[]::new));
  }

  private Supplier<Node> inside() {
    return () -> draft.closures.anonymous(() -> draft.expressions.of(Type.INT).at(Level.PRODUCT));
  }

  private Supplier<Node> value() {
    return () -> draft.expressions.assigned(Type.INT);
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
