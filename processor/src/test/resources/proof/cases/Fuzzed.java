// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static world.World.*;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.Generator;
import java.util.*;
import java.util.function.Function;
import java.util.function.Supplier;

// F01: a private record of a sealed interface that is not private itself
final class F01 {
  sealed interface Shape permits Line, Dot, Group {}

  record Line(Dot from, Object to) implements Shape {}

  private record Dot(int at) implements Shape {}

  sealed interface Group extends Shape permits Pair {}

  record Pair(Shape a, Shape b) implements Group {}

  private static String name(Shape shape) {
    return shape instanceof Dot dot ? "dot" + dot.at : shape.toString();
  }

  @Async
  static Coroutine<String> run() {
    Shape shape = await(later("l", true)) ? new Line(new Dot(await(later(1))), "end") : null;
    Group group = new Pair(shape, new Dot(await(later(2))));
    Line line = shape instanceof Line same && await(later("same", true)) ? same : null;
    return done(name(line.from()) + name(group) + await(later("x")));
  }
}

// F02: conditions that bind less tightly than a question mark
final class F02 {
  boolean field;

  @Async
  static Coroutine<String> run() {
    F02 o = new F02();
    boolean on = true;
    String r = "";
    if (await(later("a", true)) && (o.field = on)) r += await(later("then")); else r += "else";
    if (await(later("b", false)) || (on ? o.field : await(later("c", true)))) r += await(later("+"));
    while (await(later("d", on)) & (on &= r.length() < 12) ? o.field : false) r += await(later("w"));
    if (!(on = await(later("e", true))) || (o.field ^= on)) r += await(later("x")); else r += "y";
    return done(r + o.field + on);
  }
}

// F03: what a for-each walks over is assigned on the way
final class F03 {
  List<Integer> list;
  int[] array;

  @Async
  static Coroutine<String> run() {
    F03 o = new F03();
    String r = "";
    for (int i : o.list = List.of(1, 2)) r += i + await(later("i" + i));
    for (int i : o.array = new int[] {3, 4}) r += i + await(later("i" + i));
    return done(r + o.list + o.array.length);
  }
}

// F04: o.new Inner(...) fails before its arguments are evaluated, if there is no o
final class F04 {
  private int base = 5;

  class Inner {
    final int value;

    Inner(int value) {
      this.value = value + base;
    }
  }

  private class Hidden {
    private final int value;

    private Hidden(int value) {
      this.value = value * base;
    }
  }

  static F04 say(F04 o) {
    log(o == null ? "null" : "o");
    return o;
  }

  @Async
  static Coroutine<String> go(F04 o) {
    String r = "";
    try {
      r += o.new Inner(await(later(1))).value;
    } catch (NullPointerException e) {
      log("first");
    }
    try {
      r += say(o).new Inner(await(later(2))) {
        int twice() {
          return 2 * value;
        }
      }.twice();
    } catch (NullPointerException e) {
      log("second");
    }
    try {
      r += await(later("o", o)).new Hidden(await(later(3))).value;
    } catch (NullPointerException e) {
      log("third");
    }
    F04 changing = o;
    try {
      r += changing.new Inner((changing = new F04()).base + await(later(4))).value;
    } catch (NullPointerException e) {
      log("fourth");
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(new F04())) + await(go(null)));
  }
}

// F05 (not supported): a private subclass of a sealed class that is not nested
sealed class F05 {
  int n = 1;

  private static final class Twice extends F05 {
    int get() {
      return 2 * n;
    }
  }

  @Async
  static Coroutine<Integer> run() {
    Twice twice = new Twice();
    return done(twice.get() + await(later(1)) + twice.get());
  }
}

// F06: local classes of a switch expression that a field is initialized with
final class F06 {
  static int base = 7;

  @Async
  static Coroutine<String> run() {
    int kept = await(later("kept", 4));
    var o = new Object() {
      int n =
          switch (base) {
            default -> {
              class Node {
                int v = 1;

                Node(int x) {
                  v += x;
                }

                int twice() {
                  return 2 * v + base + kept;
                }

                class Inner {
                  int inner = v;
                }
              }
              Node node = new Node(3);
              yield node.twice() + new Node(1).v + node.new Inner().inner;
            }
          };

      int more() {
        return n++;
      }
    };
    String r = "" + o.more() + await(later("a"));
    Supplier<Integer> caught =
        new Supplier<>() {
          final int n =
              switch (base) {
                default -> {
                  class Failure extends RuntimeException {
                    int code = kept;
                  }
                  try {
                    throw new Failure();
                  } catch (Failure e) {
                    yield e.code;
                  }
                }
              };

          @Override
          public Integer get() {
            return n;
          }
        };
    return done(r + o.more() + caught.get() + await(later("b")));
  }
}

// F07 (java 21): pattern variables of a guard that awaits, which only the guard names
final class F07 {
  record Point(int x, Object y) {}

  static Integer seen;

  static Object point() {
    return new Point(1, "p");
  }

  static boolean get(Supplier<Boolean> s) {
    return s.get();
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    switch (point()) {
      case Point p when (point() instanceof Point(int x, String y) ? x > 0 : false) | await(later("a", true)) -> r += "a";
      default -> r += "-";
    }
    switch (point()) {
      case Point p when (point() instanceof Point q && q.x > 0) & await(later("b", true)) -> r += "b";
      default -> r += "-";
    }
    switch (point()) {
      case Point p when await(later("c", true, () -> seen = point() instanceof Point q ? q.x : 0)) -> r += "c";
      default -> r += "-";
    }
    switch (point()) {
      case Point p when get(() -> point() instanceof Point(int x, var y) && x == 1)
              && await(later("d", get(() -> p instanceof Point(int q, var y) && q == 1))) -> r += "d";
      default -> r += "-";
    }
    return done(r + seen);
  }
}

// F08 (java 21): what a guard binds is seen behind the arrow, whether the guard awaits or not
final class F08 {
  record Point(int x, Object y) {}

  static Object point() {
    return new Point(1, "p");
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    switch (point()) {
      case Point(int x, String y) when point() instanceof Point(int z, var w) && x == z -> {
        await(later("c"));
        r += x + z + y + w;
      }
      default -> r += "-";
    }
    switch (point()) {
      case Point p when point() instanceof Point q && q.equals(p):
        r += q + await(later("d"));
        break;
      default:
        r += "-";
    }
    switch (point()) {
      case Point(int x, String y) when point() instanceof Point(int z, var w) && await(later("b", z)) == x ->
          r += x + z + y + w;
      default -> r += "-";
    }
    return done(
        r
            + switch (point()) {
              case Point(int x, var y) when !(point() instanceof Point(int z, var w) && await(later("e", w)) != w)
                  && (point() instanceof Point(int q, String v) ? q == await(later("f", q)) : false) -> x;
              case Point p when !(p.y instanceof Integer n) -> await(later("g", p.x));
              default -> "-";
            });
  }
}

// F09: a local of a type without a name, in a generator
final class F09 {
  @Async
  static Generator<Object> both() {
    var first = Arrays.asList(1, "one").get(0);
    emit(first);
    Supplier<Integer> hash = first::hashCode;
    emit(hash.get());
    return done();
  }

  @Async
  static AsyncGenerator<Object> late() {
    var first = Arrays.asList(1, "one").get(1);
    emit(await(later("a")));
    Supplier<Integer> length = first.toString()::length;
    emit(first);
    emit(length.get());
    return done();
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Object o : both()) r += o;
    for (Object o : /* async */ late()) r += o;
    return done(r + await(later("end")));
  }
}

// F10: there is no frame between a local class's constructor and who calls it
final class F10 {
  final int base = 3;

  @Async
  Coroutine<String> go(long wide) throws Exception {
    double captured = await(later("d", 2.5));
    class Node {
      final int n;

      Node(int x, long y) {
        n = base + x;
        if (x == 3) {
          throw new IllegalStateException("" + captured + wide + x + y);
        }
      }

      private Node() {
        this(1, 2);
      }
    }
    Node node = new Node(await(later("1", 1)), 7);
    Supplier<Node> made = Node::new;
    Object last = new Node(await(later("2", 2)), wide) {
      @Override
      public String toString() {
        return "last " + n;
      }
    };
    return done(node.n + made.get().n + last.toString() + new Node(await(later("3", 3)), wide).n);
  }

  @Async
  static Coroutine<String> run() throws Exception {
    return done(await(new F10().go(4)));
  }
}

// F11: there is no frame between a member of a superclass elsewhere and who uses it
final class F11 extends elsewhere.Base {
  @Override
  protected int twice(int value) {
    if (value == 3) {
      throw new IllegalStateException("three");
    }
    return super.twice(value);
  }

  static F11 none() {
    return null;
  }

  @Async
  Coroutine<Integer> go() {
    int before = twice(await(later("a", 1))) + super.twice(await(later("b", 3)));
    return done(before + twice(await(later("c", 3))));
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      r += await(new F11().go());
    } catch (IllegalStateException e) {
      r += e.getMessage();
    }
    return done(r + none().count + await(later("never")));
  }
}

// F12: each of a variable number of arguments is unboxed before the next one is evaluated
final class F12 {
  final int sum;

  F12(String label, int... all) {
    sum = all.length;
  }

  static Integer none() {
    log("none");
    return null;
  }

  static int[] ints(int... all) {
    return all;
  }

  @Async
  static Coroutine<String> attempt(int way) {
    try {
      switch (way) {
        case 0:
          return done("" + ints(none(), await(later("never", 1))).length);
        case 1:
          return done("" + ints(1, await(later("null", (Integer) null)), await(later("never", 2))).length);
        case 2:
          return done("" + new F12("a", await(later("null", (Integer) null)), await(later("never", 3))).sum);
        case 3:
          return done("" + new F12(await(later("b")), none()).sum + await(later("never", 4)));
        default:
          return done("" + ints(await(later("all", new int[] {5}))).length + ints().length + ints(await(later(6))).length);
      }
    } catch (NullPointerException e) {
      return done("!");
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int way = 0; way < 5; way++) r += await(attempt(way));
    return done(r);
  }
}

// F13: private methods as references, left of which stands more than a name
final class F13 {
  private int base = 3;

  private int plus(int x) {
    return base + x;
  }

  F13 self() {
    log("self");
    return this;
  }

  @Async
  Coroutine<String> go() {
    String r = "";
    Function<Integer, Integer> f = ((F13) (Object) self())::plus;
    r += f.apply(1);
    f = new F13[] {self()}[0]::plus;
    r += f.apply(2);
    f = (base > 2 ? self() : this)::plus;
    r += f.apply(3);
    f = (await(later("a", true)) ? self() : this)::plus;
    r += f.apply(await(later("b", 4)));
    f = base == await(later("c", 3)) ? ((F13) this)::plus : x -> x;
    await(later("d"));
    return done(r + f.apply(5));
  }

  @Async
  static Coroutine<String> run() {
    return done(await(new F13().go()));
  }
}

// F14: resources that are variables, with others behind them
final class F14 {
  static class Res implements AutoCloseable {
    final String label;

    Res(String label) {
      this.label = label;
    }

    @Override
    public void close() {
      log("close " + label);
    }
  }

  private static class Holder {
    final Res held;

    Holder(Res held) {
      this.held = held;
    }
  }

  final Res field = new Res("field");
  private final Res hidden = new Res("hidden");
  private static final Res SHARED = new Res("shared");
  private final Holder holder = new Holder(new Res("held"));

  @Async
  Coroutine<String> go(Res given) {
    Res a = new Res(await(later("a")));
    try (a; Res c = new Res("c"); ) {
      log("1");
    }
    try (given; this.field ; field; hidden /* the last but one */ ; SHARED; F14.SHARED; F14.this.hidden; holder.held) {
      log("2");
    }
    try (a; Res c = new Res(await(later("c"))); given; hidden; this.hidden) {
      log("3" + await(later("d")));
    }
    Holder other = await(later("other", holder));
    try (other.held; a) {
      log("4");
    }
    await(later("e"));
    return done(a.label + given.label);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(new F14().go(new Res("given"))));
  }
}

// F15: a choice between coroutines is returned while a lock is held
final class F15 {
  static int n = 3;

  @Async
  static Coroutine<Byte> pick(int way) {
    synchronized (F15.class) {
      return way > 3 ? (way > 4 ? done((byte) 5) : done((byte) 7)) : later("a", (byte) 6);
    }
  }

  @Async
  static Coroutine<Supplier<Integer>> choose(int way) {
    synchronized (F15.class) {
      if (way == 4) return later("four", () -> 4);
      return switch (way) {
        case 1 -> done(() -> n);
        case 2 -> {
          log("two");
          yield done(n > 0 ? () -> 7 : null);
        }
        default -> way > 3 ? later("b", () -> 8) : done(null);
      };
    }
  }

  @Async
  static Coroutine<Void> nothing(int way) {
    synchronized (F15.class) {
      return way > 3 ? done() : later("c", null);
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int way = 0; way < 6; way++) {
      Supplier<Integer> chosen = await(choose(way));
      r += await(pick(way)) + (chosen == null ? "-" : "" + chosen.get()) + await(nothing(way));
    }
    return done(r);
  }
}

// F16: coroutines that are returned out of synchronized blocks in a try, which sees how they end
final class F16 {
  @Async
  static Coroutine<String> child(String label) {
    if (label.startsWith("f")) throw new IllegalStateException(await(later(label)));
    return done(await(later(label)));
  }

  @Async
  static Coroutine<String> last(int way) {
    try {
      synchronized (F16.class) {
        log("in");
        return way == 0 ? child("x") : way == 1 ? done("z") : child("f");
      }
    } finally {
      log("finally");
    }
  }

  @Async
  static Coroutine<String> caught(int way) {
    String r = "";
    for (int i = 0; i < 2; i++) {
      try (AutoCloseable closed = () -> log("closed")) {
        synchronized (F16.class) {
          if (way == i) return child("f" + i);
          if (way == 2) return child("l" + i);
          if (way == 3 && i == 1) {
            r += "d";
            return done(r);
          }
          r += i;
        }
        r += "behind";
      } catch (Exception e) {
        await(later("caught"));
        r += e.getMessage();
      }
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int way = 0; way < 2; way++) r += await(last(way));
    try {
      r += await(last(2));
    } catch (IllegalStateException e) {
      r += e.getMessage();
    }
    for (int way = 0; way < 5; way++) r += await(caught(way)) + ",";
    return done(r);
  }
}

// F17: synchronized blocks in switch expressions, which older javacs cannot compile among operands
final class F17 {
  static int calls;

  int field = 4;

  static int lock(int n) {
    return switch (n) {
      default -> {
        synchronized (F17.class) {
          calls++;
        }
        yield calls;
      }
    };
  }

  @Async
  Generator<List<Integer>> emitted() {
    for (int i = 1; i < 3; i++) {
      emit(List.of(switch (i) { default -> { synchronized (this) { } yield field; } }));
    }
    return done();
  }

  @Async
  Coroutine<String> awaited(int n) {
    int kept = switch (n) { default -> { synchronized (this) { log("in"); } yield field + n; } };
    String r = await(later(switch (n) { default -> { synchronized (this) { log("at"); } yield "a" + n; } }));
    synchronized (this) {
      int inner = switch (n) { default -> { synchronized (this) { yield 6; } } };
      r += inner;
    }
    String more = n > 1 ? switch (n) { default -> { synchronized (this) { yield "s"; } } } : "t";
    return done(r + more + await(later("end", kept)));
  }

  @Async
  static Coroutine<String> run() {
    String r = "" + lock(1);
    F17 f = new F17();
    for (List<Integer> list : f.emitted()) r += list;
    for (int n = 0; n < 3; n++) r += await(f.awaited(n));
    return done(r);
  }
}

// F18: pattern variables that a lambda in the same condition captures, and the body after it
final class F18 {
  @Async
  static Coroutine<String> pick(Object o, int k) {
    if (o instanceof Integer i && ((Supplier<Boolean>) () -> i == 127).get()) {
      return done("a" + await(later("a", switch (k) { case 1: { log(i); } default: yield 7 + i; })));
    }
    if (!(o instanceof String s) || ((Supplier<Boolean>) () -> s.isEmpty()).get()) {
      return done("b" + await(later("b", k)));
    }
    while (o instanceof String t && ((Supplier<Boolean>) () -> t.length() < 4).get()) {
      o = t + await(later("c", t.length()));
      Supplier<String> again = () -> t;
      log(again.get());
    }
    return done(s + o);
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Object o : new Object[] {127, 5, "", "x", "long enough"}) r += await(pick(o, 1)) + ",";
    return done(r);
  }
}
