// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.g;
import static world.World.later;
import static world.World.log;
import static world.World.say;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

// S18 (java 21): awaits in guards, in order, with guards that do not await between
final class S18 {
  sealed interface Shape permits Circle, Square, Line {}

  record Circle(int r) implements Shape {}

  record Square(int side) implements Shape {}

  record Line(int from, int to) implements Shape {}

  @Async
  static Coroutine<String> tell(Shape s, int limit) {
    String r = "";
    switch (s) {
      case Circle(int radius) when await(later("r" + radius, radius)) > limit -> r += "big" + radius;
      case Circle c when c.r() == g(2) -> r += "two";
      case Circle c -> r += await(later("c", c.r()));
      case Square q when q.side() > 5 && await(later("q", q.side())) > limit || await(later("or", false)) -> {
        r += "square" + q;
      }
      case Line(var from, var to) when await(later(from)) + await(later(to)) == limit -> r += from + "-" + to;
      case Square q -> r += "small" + q.side();
      case Line l -> r += await(later("line")) + l;
    }
    return done(
        r
            + switch (s) {
              case Line l when await(later("first", false)) -> "never";
              case Line l when await(later("second", l.from() == 1)) -> l.to();
              case Circle c -> c.r() + await(later(1));
              case Shape any when await(later("any", any instanceof Square)) -> any;
              case Shape any -> "rest" + any;
            });
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Shape s : List.of(new Circle(2), new Circle(9), new Square(3), new Square(7), new Line(1, 4), new Line(2, 2))) {
      r += await(tell(s, 5)) + ";";
    }
    return done(r);
  }
}

// S19 (java 21): awaits in guards beside null, default and labels that are constants
final class S19 {
  enum E {
    A,
    B
  }

  @Async
  static Coroutine<String> object(Object o) {
    return done(
        switch (say("selector", o)) {
          case Integer i when await(later("i", i)) > 3 -> "big" + i;
          case null -> "null" + await(later("n"));
          case String s when s.length() == await(later(2)) -> s + s;
          case E e when await(later("e", false)) -> "never";
          case E e -> "enum" + e;
          default -> "other" + o;
        });
  }

  @Async
  static Coroutine<String> defaults(Object o) {
    String r = "";
    switch (o) {
      case Integer i when await(later("i", i)) > 3:
        r += "big" + i;
        break;
      case null, default:
        r += "rest";
    }
    switch (o == null ? "none" : o) {
      case String s when await(later("s", s.length())) > 3: {
        r += s;
      }
      default:
        r += "fell" + await(later("f"));
    }
    return done(r);
  }

  @Async
  static Coroutine<String> string(String s) {
    try {
      return done(
          switch (s) {
            case "a", "b" -> "ab";
            case String t when t.length() > 1 && await(later("t", t)).startsWith("x") -> "x" + t;
            case "yy" -> await(later("yes"));
            case String t when await(later("u", false)) -> "never";
            case String t -> "string" + t;
          });
    } catch (NullPointerException e) {
      return done("null" + await(later("caught")));
    }
  }

  @Async
  static Coroutine<String> total(CharSequence o) {
    switch (o) {
      case CharSequence c when await(later("total", c.length())) > 1 -> log("long " + c);
      case null -> log("null");
      case CharSequence c when c.length() == 1 -> log("one");
      case String s -> log("string");
      default -> log("default");
    }
    return done("end");
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Object o : Arrays.asList(1, 4, null, "ab", "abcd", E.A, 'c')) {
      r += await(object(o)) + "," + await(defaults(o)) + ";";
    }
    for (String s : Arrays.asList("a", "xz", "yy", "zz", null, "")) r += await(string(s));
    for (CharSequence s : Arrays.asList("", "a", "ab", null, new StringBuilder())) r += await(total(s));
    return done(r);
  }
}

// S20 (java 21): guards that await fail, jump out of loops and see what earlier guards did
final class S20 {
  record Box<T>(T t) {}

  @Async
  static <T extends Comparable<T>> Coroutine<String> go(List<? extends Box<? extends T>> all, T limit) {
    StringBuilder r = new StringBuilder();
    int[] count = {0};
    outer:
    for (Box<? extends T> b : all) {
      try {
        switch (b) {
          case Box<? extends T>(var t) when await(later("t" + t, count[0]++)) > 1 -> {
            r.append("a").append(t.compareTo(limit));
            if (count[0] > 3) break outer;
            continue;
          }
          case Box<? extends T>(var t) when t.compareTo(limit) > 0 -> r.append("b").append(count[0]);
          case Box<? extends T> c when await(later("c", ++count[0])) > 5 -> throw new IllegalStateException("c");
          case Box<? extends T> c -> r.append(c.t());
        }
        r.append(await(later("in")));
      } finally {
        r.append(await(later("f"))).append(count[0]);
      }
    }
    return done(r.toString());
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(List.of(new Box<>("a"), new Box<>("z"), new Box<>("b"), new Box<>("c"), new Box<>("d")), "m")));
  }
}

// S21 (java 21): a guard that awaits in a switch among operands, and in one that is returned
final class S21 {
  static String f(Object... all) {
    return Arrays.toString(all);
  }

  @Async
  static Coroutine<Object> result(Object o) {
    return switch (o) {
      case Integer i when await(later(i)) == 1 -> done("one");
      case Integer i -> later("tail", i);
      case String s when s.equals(await(later("s"))) -> done(await(later("equal")));
      default -> done(null);
    };
  }

  @Async
  static Coroutine<String> run() {
    int[] a = {1};
    Object o = 5;
    String r =
        f(
            a[0],
            a[0]++,
            switch (o) {
              case Integer i when i + a[0]++ == await(later(7)) -> await(later("seven")) + a[0];
              case Integer i when await(later("x", a[0])) == 3 -> {
                String t = "three" + i;
                yield t + await(later(a[0]++));
              }
              default -> "none";
            },
            a[0]);
    for (Object p : List.of(1, 2, "s", "t")) r += await(result(p));
    return done(r);
  }
}

// V20 (java 22): unnamed variables and patterns
final class V20 {
  record Point(int x, int y) {}

  record Pair<A, B>(A a, B b) {}

  @Async
  static Coroutine<String> run() throws Exception {
    String r = "";
    int count = 0;
    for (var _ : List.of(1, 2, 3)) {
      count += await(later(1));
    }
    for (int i = 0, _ = g(9); i < 2; i++) count += await(later(i));
    var _ = await(later("ignored"));
    int _ = g(4);
    try {
      r += 1 / (count - await(later(count)));
    } catch (ArithmeticException _) {
      r += "zero" + await(later("c"));
    }
    try (AutoCloseable _ = () -> log("close")) {
      r += await(later("in"));
    }
    Object o = await(later("p", new Pair<>(new Point(1, 2), "s")));
    if (o instanceof Pair(Point(int x, _), _) && await(later(true))) r += x + await(later("i"));
    r +=
        switch (o) {
          case Pair(Point(_, int y), String _) when await(later(y)) > 5 -> "never";
          case Pair(Integer _, _), Pair(_, Integer _) when g(1) == 1 -> "int";
          case Pair(Point _, _), Pair(String _, _) when await(later("two", true)) -> "two";
          case Pair<?, ?> _ -> "pair";
          default -> "none";
        };
    switch (o) {
      case Point _, String _ -> r += "point";
      case Pair(_, var s) -> r += await(later("s", s));
      case null, default -> r += "other";
    }
    BiFunction<Integer, Integer, Integer> second = (_, b) -> b;
    Function<Object, String> none = _ -> "none";
    await(later("x"));
    return done(r + count + second.apply(1, await(later(2))) + none.apply(o));
  }
}

// V21 (java 21): record patterns in instanceof, nested and generic, across awaits
final class V21 {
  record Box<T>(T t) {}

  record Two<A, B>(A a, B b) {}

  @Async
  static Coroutine<String> run() {
    Object o = await(later("o", new Two<>(new Box<>("s"), new Box<>(5))));
    String r = "";
    if (o instanceof Two<?, ?>(Box<?>(String s), Box<?>(var i)) && s.length() == await(later(1))) {
      r += s + i + await(later("x"));
      r += s + i;
    }
    if (!(o instanceof Two(Box(var a), var b)) || await(later(false))) {
      return done("no");
    }
    await(later("y"));
    r += a + "" + b;
    Box<List<? extends Number>> numbers = new Box<>(List.of(1, 2.5));
    if (numbers instanceof Box<List<? extends Number>>(var list) && await(later(true))) {
      Number n = list.get(await(later(1)));
      r += n + "" + list.size();
    }
    while (!(await(later("w", r.length() > 20 ? o : null)) instanceof Two<?, ?>(var c, Box<?> d))) {
      r += "again";
    }
    return done(r + c + await(later("z")) + d);
  }
}

// V22 (java 25): statements before super in constructors of local classes
final class V22 {
  @Async
  static Coroutine<String> run() {
    int base = await(later(3));
    class Part {
      final int p;

      Part(int p) {
        log("part" + tell());
        this.p = p;
      }

      String tell() {
        return "p";
      }
    }
    class Sub extends Part {
      final int early;

      Sub(int i) {
        int twice = 2 * i + base;
        early = twice;
        if (i < 0) throw new IllegalArgumentException("negative");
        super(twice);
      }

      @Override
      String tell() {
        return "sub" + early;
      }
    }
    Sub s = new Sub(await(later(1)));
    try {
      new Sub(await(later(-1)));
    } catch (IllegalArgumentException e) {
      log(e.getMessage() + await(later("caught")));
    }
    return done(s.tell() + s.p + new Sub(5).p);
  }
}

// V23 (java 21): patterns of a local class that uses the method's type parameter
final class V23 {
  @Async
  static <T extends Comparable<T>> Coroutine<String> tell(Object o, T a) {
    class Node {
      T value = a;
    }
    class Leaf extends Node {}
    record Two<A, B>(A left, B right) {}
    Object given = o.equals("node") ? new Node() : o.equals("leaf") ? new Leaf() : o;
    Object two = new Two<Object, Object>(given, new Node());
    await(later("made"));
    String r =
        switch (given) {
          case Leaf l when l.value.compareTo(a) == await(later("zero", 0)) -> "leaf" + l.value;
          case Leaf l -> "other" + l;
          case Node n when n.value == null -> "null";
          case Node n -> "node" + n.value.compareTo(await(later("a", a)));
          case Node[] ns -> "array" + ns.length;
          case String s -> s;
          default -> await(later("rest"));
        };
    if (two instanceof Two<?, ?>(Leaf l, Node n)) {
      r += l.value.compareTo(n.value) + await(later("both"));
    }
    if (!(two instanceof Two<?, ?>(var left, Node right) && right.value != null)) return done("no");
    T value = await(later("right", right)).value;
    Two<Node, Leaf> typed = new Two<>(new Node(), new Leaf());
    await(later("typed"));
    if (typed instanceof Two<Node, Leaf>(var x, var y)) r += x.value.compareTo(y.value);
    switch (two) {
      case Two<?, ?>(Node n, Node m) when n.value.equals(m.value) -> r += n.value;
      default -> r += "-";
    }
    return done(r + value + (left instanceof Node));
  }

  @Async
  static Coroutine<String> run() {
    return done(await(tell("node", 1)) + await(tell("leaf", "x")) + await(tell("s", 'c')) + await(tell(1, 2L)));
  }
}

// V24pattern (java 21): what patterns bind of captured and intersection types, across awaits
final class V24pattern {
  record Box<T>(T value) {}

  record Two<A, B extends List<? extends A>>(A a, B b) {}

  sealed interface Tree<T extends Comparable<T>> permits Leaf, Fork {}

  record Leaf<T extends Comparable<T>>(T value) implements Tree<T> {}

  record Fork<T extends Comparable<T>>(Tree<T> left, Tree<T> right) implements Tree<T> {}

  @Async
  static <T extends Comparable<T>> Coroutine<T> most(Tree<T> tree) {
    return switch (tree) {
      case Leaf<T>(var value) when value.compareTo(await(later("value", value))) == 0 -> done(value);
      case Leaf<T> leaf -> done(leaf.value());
      case Fork(var left, Leaf(var right)) when await(later("right", true)) -> {
        T most = await(most(left));
        yield done(most.compareTo(right) > 0 ? most : right);
      }
      case Fork<T>(var left, var right) -> {
        T a = await(most(left));
        T b = await(most(right));
        yield done(a.compareTo(b) > 0 ? a : b);
      }
    };
  }

  @Async
  static Coroutine<String> captured(
      Box<?> any, Box<? extends List<? extends Number>> numbers, Two<? extends Number, ?> two, Object o) {
    String r = "";
    if (any instanceof Box<?>(var value)) {
      await(later("value"));
      r += value + " " + await(later("any", any.value()));
    }
    if (numbers instanceof Box(var list) && list.size() > await(later("size", 0))) {
      var first = list.get(0);
      await(later("list"));
      r += first.intValue() + list.get(0).intValue();
    }
    if (!(two instanceof Two<? extends Number, ?>(var a, var b))) return done("no");
    var c = b.get(await(later("b", 0)));
    await(later("c"));
    r += a.intValue() + c.intValue() + "" + b.size();
    if (o instanceof Comparable<?> comparable && o instanceof CharSequence text) {
      var kept = comparable;
      await(later("comparable"));
      r += kept.getClass().getSimpleName() + text.length() + comparable;
    }
    if (List.of(1, "s").get(0) instanceof Integer i) {
      await(later("integer"));
      r += i + 1;
    }
    var mixed = new Box<>(List.of(1, "s").get(1));
    await(later("mixed"));
    if (mixed instanceof Box<?>(var in)) {
      await(later("in"));
      r += in.hashCode();
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    return done(
        await(captured(new Box<>("x"), new Box<>(List.of(4, 5.5)), new Two<>(1, List.of(2, 3)), "text"))
            + await(most(new Fork<>(new Fork<>(new Leaf<>(3), new Leaf<>(9)), new Leaf<>(4)))));
  }
}

// V24exact (not supported) (java 21): a pattern variable whose type has no name, across an await
final class V24exact {
  record Box<T>(T value) {}

  @Async
  static Coroutine<String> run() {
    var mixed = new Box<>(List.of(1, "s").get(1));
    if (mixed instanceof Box(var exact)) {
      await(later("exact"));
      return done("" + exact + exact.getClass());
    }
    return done("");
  }
}
