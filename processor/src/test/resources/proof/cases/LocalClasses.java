// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.g;
import static world.World.later;
import static world.World.log;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

// D01: a local record on both sides of an await
final class D01 {
  @Async
  static Coroutine<String> run() {
    record Pair(int a, String b) {
      Pair {
        if (a < 0) throw new IllegalArgumentException("negative");
      }

      Pair(int a) {
        this(a, "one");
      }

      static Pair of(String b) {
        return new Pair(b.length(), b);
      }

      int twice() {
        return 2 * a;
      }
    }
    Pair p = new Pair(await(later(1)), "b");
    await(later("a"));
    List<Pair> all = new ArrayList<>(List.of(p, Pair.of(await(later("four")))));
    all.add(new Pair(await(later(7))));
    Comparator<Pair> order = Comparator.comparing(Pair::a).thenComparing(Pair::b);
    Function<Integer, Pair> make = Pair::new;
    all.add(await(later("made", make)).apply(3));
    all.sort(order.reversed());
    try {
      all.add(new Pair(-await(later(1))));
    } catch (IllegalArgumentException e) {
      log(e.getMessage() + await(later("caught")));
    }
    String r = "";
    for (Pair q : all) r += q.twice() + await(later(q.b()));
    return done(r + p + " " + new Pair(2, await(later("c"))) + p.equals(new Pair(1, "b")));
  }
}

// D02: local classes capture locals, parameters and this
final class D02 {
  String field = "f";

  static Coroutine<String> run() {
    return new D02().go("p", 2);
  }

  @Async
  Coroutine<String> go(String parameter, int... numbers) {
    String before = await(later("before"));
    final int constant = 5;
    long wide = g(3);
    class Counter {
      private int count = numbers[0];
      final String name;

      Counter(String name) {
        this.name = name + parameter + wide;
      }

      int next() {
        field += count;
        return ++count + constant;
      }

      Counter copy() {
        return new Counter(name + "'");
      }

      @Override
      public String toString() {
        return before + name + count + field + D02.this.field;
      }
    }
    Counter a = new Counter("a");
    int first = a.next() + await(later(1));
    Counter b = new Counter(await(later("b")));
    a.count += await(later(10));
    b.count = a.next();
    await(later("x"));
    Counter c = b.copy();
    return done(first + " " + a + b + c + c.next() + a.name);
  }
}

// D03: instances keep the values of their own round
final class D03 {
  @Async
  static Coroutine<String> run() {
    List<Supplier<String>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int round = i;
      String awaited = await(later("r" + i));
      class Value implements Supplier<String> {
        @Override
        public String get() {
          return awaited + round;
        }
      }
      Value v = new Value();
      await(later("x"));
      all.add(v);
      all.add(new Value());
      Supplier<Value> later = Value::new;
      await(later("y"));
      all.add(later.get());
      all.add(() -> new Value().get() + round);
      await(later("z"));
    }
    for (String s : List.of("p", "q")) {
      class Value implements Supplier<String> {
        @Override
        public String get() {
          return s + s;
        }
      }
      await(later(s));
      all.add(new Value());
    }
    String r = "";
    for (Supplier<String> s : all) r += s.get() + await(later(","));
    return done(r);
  }
}

// D04: generic local classes in a generic method
final class D04<U> {
  final U u;

  D04(U u) {
    this.u = u;
  }

  @Async
  <T extends Comparable<T>> Coroutine<String> go(T low, List<? extends T> rest) {
    class Node {
      final T value;
      Node next;
      final U outer = u;

      Node(T value, Node next) {
        this.value = value;
        this.next = next;
      }

      <S> S tell(Function<? super T, ? extends S> f) {
        return f.apply(value);
      }

      boolean isLow() {
        return value.compareTo(low) <= 0;
      }
    }
    class Box<V> {
      V content;
      Node node;

      Box(V content) {
        this.content = content;
      }

      <W> Box<W> map(Function<V, W> f) {
        Box<W> box = new Box<>(f.apply(content));
        box.node = node;
        return box;
      }
    }
    Node head = null;
    for (T t : rest) {
      head = new Node(await(later("t", t)), head);
    }
    Box<Node> box = new Box<>(head);
    box.node = await(later("n", head.next));
    Box<String> named = box.map(n -> n.value + "!");
    String r = named.content + named.node.tell(t -> "tell" + t);
    for (Node n = head; n != null; n = n.next) {
      T t = await(later("v", n.value));
      r += t.compareTo(low) + "" + n.isLow() + n.outer;
    }
    return done(r);
  }

  static Coroutine<String> run() {
    return new D04<>(7L).go("b", List.of("a", "b", "c"));
  }
}

// D05: a local enum and a local interface
final class D05 {
  @Async
  static Coroutine<String> run() {
    enum Level {
      LOW,
      HIGH {
        @Override
        String tell() {
          return "high" + ordinal();
        }
      };

      static int asked;

      String tell() {
        asked++;
        return "low";
      }
    }
    interface Shape {
      int SIDES = 4;

      int area(int side);

      default String tell(int side) {
        return "area" + area(side) + SIDES;
      }

      static Shape square() {
        return s -> s * s;
      }
    }
    Level level = await(later("level", Level.HIGH));
    Shape twice = s -> 2 * s;
    String r = "";
    for (Level l : Level.values()) {
      switch (await(later(l.name(), l))) {
        case LOW -> r += "L" + await(later(l.tell()));
        case HIGH -> r += "H" + await(later(l.tell()));
      }
      r += switch (l) {
        case LOW -> await(later(1));
        case HIGH -> 2;
      };
    }
    r += Shape.square().tell(await(later(3))) + twice.tell(await(later(4))) + Shape.SIDES;
    return done(r + level + Level.asked + Level.valueOf("LOW").compareTo(level));
  }
}

// D06: local classes extend each other, and a superclass calls what uses a captured local
final class D06 {
  @Async
  static Coroutine<String> run() {
    String prefix = await(later("prefix"));
    abstract class Base {
      final String made;

      Base(int i) {
        made = name() + i;
        log(made);
      }

      abstract String name();
    }
    await(later("x"));
    class Derived extends Base {
      String own = "own";

      Derived(String s) {
        super(s.length());
      }

      Derived() {
        this("none");
      }

      @Override
      String name() {
        return prefix + own;
      }
    }
    Base b = new Derived(await(later("abc")));
    String suffix = await(later("suffix"));
    Base c =
        new Base(await(later(2))) {
          @Override
          String name() {
            return prefix + suffix;
          }
        };
    await(later("y"));
    Derived d =
        new Derived() {
          @Override
          String name() {
            return super.name() + suffix;
          }
        };
    Base e = new Derived();
    return done(b.made + b.name() + c.made + c.name() + d.made + d.name() + d.own + e.made + await(later("z")));
  }
}

// D07: constructors of all kinds
final class D07 {
  @Async
  static Coroutine<String> run() throws Exception {
    int base = await(later(100));
    class Many {
      final String s;

      Many(int... all) {
        s = "ints" + all.length + base;
      }

      private Many(String a, Object... rest) {
        s = a + rest.length;
      }

      Many(long l, Many other) throws Exception {
        s = "long" + l + other.s;
        if (l == 0) throw new Exception("zero");
      }
    }
    Many a = new Many();
    Many b = new Many(await(later(1)), 2, 3);
    Many c = new Many(await(later("c")), await(later("d")), null);
    Many d = new Many(await(later(4L)), new Many(new int[] {await(later(5))}));
    Many[] array = {a, await(later("b", b)), c};
    Many[][] grid = new Many[2][1];
    grid[await(later(1))][0] = array[2];
    Function<int[], Many> ints = Many::new;
    BiFunction<Long, Many, String> made = (l, m) -> l + m.s;
    IntFunction<Many[]> arrays = Many[]::new;
    await(later("x"));
    String r = a.s + b.s + c.s + d.s + array.length + grid[1][0].s + ints.apply(new int[7]).s;
    r += made.apply(1L, a) + arrays.apply(3).length;
    try {
      r += new Many(await(later(0L)), a).s;
    } catch (Exception e) {
      r += e.getMessage() + await(later("caught"));
    }
    return done(r);
  }
}

// D08: local exceptions that are thrown and caught around awaits
final class D08 {
  @Async
  static Coroutine<String> run() {
    String where = await(later("where"));
    class Failed extends Exception {
      private static final long serialVersionUID = 1;
      final int code;

      Failed(int code) {
        super(where + code);
        this.code = code;
      }
    }
    class Worse extends Failed {
      private static final long serialVersionUID = 1;

      Worse() {
        super(99);
      }
    }
    String r = "";
    for (int i = 0; i < 3; i++) {
      try {
        if (await(later(i)) == 1) throw new Failed(i);
        if (i == 2) throw new Worse();
        r += "ok";
      } catch (Worse e) {
        r += "worse" + e.code + await(later("w"));
      } catch (Failed e) {
        r += e.getMessage() + e.code + await(later("c"));
      } finally {
        r += await(later("f"));
      }
    }
    return done(r);
  }
}

// D09: var of anonymous classes with members of their own
final class D09 {
  int field = 3;

  static Coroutine<String> run() {
    return new D09().go(2);
  }

  @Async
  Coroutine<String> go(int p) {
    String r = "";
    int start = await(later(5));
    var counter =
        new Object() {
          int count = start;
          String log = "";

          int next() {
            log += count;
            field += p;
            return count++;
          }
        };
    await(later("x"));
    counter.next();
    counter.count += await(later(10));
    counter.log += await(later("l")) + counter.next();
    Supplier<Integer> next = () -> counter.next() + counter.count;
    await(later("y"));
    r += next.get() + counter.log + field;
    var order =
        new Comparator<String>() {
          int calls;

          @Override
          public int compare(String a, String b) {
            calls++;
            return b.compareTo(a) + start - 5;
          }
        };
    List<String> sorted = new ArrayList<>(List.of("a", await(later("c")), "b"));
    sorted.sort(order);
    r += sorted + "" + (order.calls > 0) + order.compare("a", await(later("a")));
    for (int i = 0; i < 2; i++) {
      int round = i;
      var each =
          new Thread("t" + await(later(i))) {
            final int mine = round;

            String tell() {
              return getName() + mine + super.getName() + D09.this.field;
            }
          };
      await(later("z"));
      r += each.tell();
    }
    return done(r + new Object() { int twice(int i) { return 2 * i + p; } }.twice(await(later(4))));
  }
}

// D10: anonymous classes that inference hands on
final class D10 {
  static <T> List<T> list(T a, T b) {
    return new ArrayList<>(Arrays.asList(a, b));
  }

  @Async
  static Coroutine<String> run() {
    String captured = await(later("c"));
    var one =
        new Object() {
          int x = 1;

          String tell() {
            return captured + x;
          }
        };
    var several = list(one, one);
    await(later("a"));
    several.get(0).x++;
    var other = several.get(await(later(1)));
    String r = other.tell() + several.size();
    for (var each : several) {
      each.x += await(later(1));
      r += each.tell();
    }
    var made =
        List.of(
            new Object() {
              final String s = captured + await2();

              String await2() {
                return "made";
              }
            });
    await(later("b"));
    return done(r + made.get(0).s + made.get(0).await2() + one.x);
  }
}

// D11: classes are what reflection says of them in the original
final class D11 {
  static String tell(Object o) {
    Class<?> type = o.getClass();
    return type.getName()
        + " "
        + type.getSimpleName()
        + type.isLocalClass()
        + type.isAnonymousClass()
        + (type.getEnclosingMethod() == null ? "-" : type.getEnclosingMethod().getName())
        + type.getEnclosingClass().getSimpleName();
  }

  @Async
  static Coroutine<String> run() {
    record Pair(int a) {}
    class Plain {
      int captured = g(1);
    }
    var anonymous =
        new Object() {
          int y;
        };
    await(later("x"));
    String r = tell(new Pair(1)) + tell(new Plain());
    await(later("y"));
    anonymous.y++;
    return done(r + tell(anonymous) + Pair.class.isRecord() + Plain.class.getName());
  }

  @Async
  static Coroutine<String> other() {
    record Pair(int b) {}
    Pair p = new Pair(await(later(1)));
    await(later("o"));
    return done(tell(p));
  }
}

// D12: local classes of one name in sibling scopes, in catch, finally and switch
final class D12 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    {
      record R(int i) {}
      R a = new R(await(later(1)));
      r += a + await(later("a"));
    }
    {
      record R(String s, int i) {}
      R b = new R("b", await(later(2)));
      r += b + await(later("b"));
    }
    try {
      class R extends RuntimeException {
        private static final long serialVersionUID = 1;
      }
      if (await(later(true))) throw new R();
    } catch (RuntimeException e) {
      record R(String name) {}
      R c = new R(e.getClass().getSimpleName());
      r += await(later("c")) + c;
    } finally {
      enum R {
        F
      }
      R f = R.F;
      r += await(later("f")) + f;
    }
    switch (await(later(1))) {
      case 1:
        class R {
          int i = 4;
        }
        R d = new R();
        await(later("d"));
        d.i++;
        r += d.i;
      default:
        r += await(later("e"));
    }
    return done(r);
  }
}

// D13: local classes in methods of inner classes, interfaces and records
final class D13 {
  String name = "outer";

  class Inner {
    String name = "inner";

    @Async
    Coroutine<String> go() {
      String local = await(later("local"));
      class Deep {
        String tell() {
          return name + Inner.this.name + D13.this.name + local;
        }
      }
      Deep d = new Deep();
      await(later("x"));
      name += d.tell();
      return done(new Deep().tell());
    }
  }

  interface Api {
    String id();

    @Async
    default Coroutine<String> go() {
      String local = await(later("local"));
      class Deep {
        String tell() {
          return id() + local;
        }
      }
      Deep d = new Deep();
      return done(await(later("x")) + d.tell() + new Deep().tell());
    }
  }

  record Point(int x) implements Api {
    @Override
    public String id() {
      return "point" + x;
    }

    @Async
    Coroutine<Integer> sum(int y) {
      class Deep {
        int sum() {
          return x + y;
        }
      }
      int first = new Deep().sum() + await(later(1));
      return done(first + new Deep().sum());
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = await(new D13().new Inner().go());
    return done(r + await(new Point(3).go()) + await(new Point(4).sum(5)));
  }
}

// D14: a local class of text without await that leaves it by inference
final class D14 {
  static <T> T call(Supplier<T> s) {
    return s.get();
  }

  @Async
  static Coroutine<String> run() {
    String s = await(later("s"));
    var made =
        call(
            () -> {
              class Made {
                int n = 1;

                String tell() {
                  return s + n;
                }
              }
              return new Made();
            });
    await(later("x"));
    made.n += 5;
    var row =
        call(
            () -> {
              record Row(String a, int b) {}
              return List.of(new Row(s, 1), new Row("t", 2));
            });
    String r = made.tell();
    for (var each : row) {
      r += each.a() + await(later(each.b()));
    }
    return done(r);
  }
}

// D15: an anonymous class that is qualified by its enclosing instance
final class D15 {
  final String name;

  D15(String name) {
    this.name = name;
  }

  class Inner {
    final int i;

    Inner(int i) {
      this.i = i;
    }

    String tell() {
      return name + i;
    }
  }

  static Coroutine<String> run() {
    return new D15("this").go(new D15("other"));
  }

  D15 same() {
    log("same " + name);
    return this;
  }

  @Async
  Coroutine<String> go(D15 other) {
    Inner a = other.new Inner(1) {};
    Inner b = new Inner(await(later(2))) {};
    Inner c =
        other.same().new Inner(await(later(3))) {
          @Override
          String tell() {
            return super.tell() + "!" + D15.this.name;
          }
        };
    var d =
        new Inner(await(later(4))) {
          String more() {
            return tell() + "more" + name;
          }
        };
    await(later("x"));
    return done(a.tell() + b.tell() + c.tell() + d.more());
  }
}

// D16: what a local class captures is named like members of others
final class D16 {
  int x = 1;

  static Coroutine<String> run() {
    return new D16().go();
  }

  @Async
  Coroutine<String> go() {
    int x = await(later(10));
    class Uses {
      int get() {
        return x;
      }
    }
    class Hides {
      int x = 100;

      int sum(int y) {
        int z = new Uses().get();
        return this.x + z + y + D16.this.x;
      }
    }
    Supplier<Integer> hides =
        new Supplier<>() {
          final int x = 1000;

          @Override
          public Integer get() {
            return x + new Uses().get() + new Hides().sum(0);
          }
        };
    await(later("y"));
    Uses u = new Uses();
    return done(u.get() + " " + new Hides().sum(await(later(2))) + " " + hides.get() + this.x);
  }
}

// D17 (java 21): local records in patterns on both sides of an await
final class D17 {
  @Async
  static Coroutine<String> run() {
    interface Shape {}
    record Point(int x, int y) {}
    record Circle(Point at, int r) implements Shape {}
    record Square(Point at, int side) implements Shape {}
    String r = "";
    for (Shape s : List.of(new Circle(new Point(1, await(later(2))), 3), new Square(new Point(4, 5), 6))) {
      r +=
          switch (await(later("s", s))) {
            case Circle(Point(var x, int y), int radius) when radius > 2 -> x + await(later(y)) + radius;
            case Square(Point at, var side) -> at.x() + side + await(later(1));
            default -> -1;
          };
      if (s instanceof Circle(Point(int x, int y), int radius) && await(later(true))) r += x + y + radius;
      if (!(s instanceof Square q)) continue;
      r += q.at() + await(later("q"));
    }
    return done(r);
  }
}

// D18: subclasses of private inner classes
final class D18 {
  private int count = 5;

  private class Inner {
    protected final int i;

    private Inner(int i) {
      this.i = i + count;
    }

    String tell() {
      return "inner" + i;
    }
  }

  static Coroutine<String> run() {
    return new D18().go();
  }

  @Async
  Coroutine<String> go() {
    String s = await(later("s"));
    Inner a =
        new Inner(await(later(1))) {
          @Override
          String tell() {
            return s + super.tell() + count;
          }
        };
    class Sub extends Inner {
      Sub() {
        super(7);
      }

      String more() {
        return tell() + i + s;
      }
    }
    Sub b = new Sub();
    if (count > 0) {
      class Third extends Inner {
        Third() {
          super(8);
        }
      }
      count += new Third().i;
    }
    await(later("x"));
    return done(a.tell() + b.more() + new Sub().i + count);
  }
}

// D19: classes that are members of local classes
final class D19 {
  @Async
  static Coroutine<String> run() {
    String s = await(later("s"));
    class Outer {
      enum Kind {
        A,
        B
      }

      record Entry(Kind kind, int i) {}

      static class Nested {
        int n = 2;
      }

      List<Entry> entries = new ArrayList<>();

      Iterator<Entry> iterator() {
        return entries.iterator();
      }

      String tell() {
        return s + entries;
      }
    }
    Outer o = new Outer();
    o.entries.add(new Outer.Entry(Outer.Kind.B, await(later(3))));
    Outer.Nested n = new Outer.Nested();
    n.n += await(later(4));
    String r = "";
    for (Iterator<Outer.Entry> i = o.iterator(); i.hasNext(); ) {
      Outer.Entry e = i.next();
      r += e.i() + await(later("e")) + e.kind();
    }
    return done(r + n.n + o.tell());
  }
}

// D20: a local class of text without await extends and makes one of the scope around
final class D20 {
  @Async
  static Coroutine<String> run() {
    int base = await(later(3));
    class Part {
      final int p;

      Part(int p) {
        this.p = p + base;
      }
    }
    String r = "";
    if (base == 3) {
      class Extended extends Part {
        Extended() {
          super(20);
        }

        int both() {
          return p + base + new Part(1).p;
        }
      }
      r += new Extended().both();
      Part quick = new Part(5) {};
      r += quick.p;
    }
    Supplier<Part> lambda = () -> new Part(base);
    Function<Integer, Part> reference = Part::new;
    await(later("x"));
    Object o = reference.apply(2);
    if (o instanceof Part part) {
      r += part.p + await(later("i"));
      r += part.p;
    }
    return done(r + lambda.get().p);
  }
}

// D21: a local class that is used before and after, and one that is not used at all
final class D21 {
  @Async
  static Coroutine<String> run() {
    class Unused {}
    class Static {
      static int made;
      static final String NAME = "name";
      final int id = ++made;

      static int count() {
        return made;
      }
    }
    Static a = new Static();
    a = new Static();
    int n = await(later(1)) + Static.made;
    Static.made += await(later(5));
    switch (await(later("name"))) {
      case Static.NAME:
        n += 100;
        break;
      default:
        n += 1000;
    }
    return done(n + " " + a.id + new Static().id + Static.count() + Static.NAME);
  }
}

// D22: generic methods whose local classes need no type parameter may test, collect and throw them
final class D22 {
  @Async
  static <T> Coroutine<String> go(T t, List<? super T> all) {
    String told = t + await(later("told"));
    class Plain {
      final String s = told;
    }
    class Failed extends RuntimeException {
      private static final long serialVersionUID = 1;

      Failed(String s) {
        super(s + told);
      }
    }
    record Entry<E>(E first, int second) {}
    Object o = await(later("o", new Plain()));
    String r = o instanceof Plain p ? p.s : "none";
    Plain[] array = new Plain[await(later(2))];
    array[1] = new Plain();
    Entry<T> entry = new Entry<>(t, await(later(3)));
    all.add(entry.first());
    try {
      if (await(later(true))) throw new Failed("f");
    } catch (Failed e) {
      r += e.getMessage() + await(later("c"));
    }
    return done(r + array[1].s + entry + all);
  }

  static Coroutine<String> run() {
    return go("t", new ArrayList<>(List.of("a")));
  }
}

// D23: local classes are named like what a machine needs, and like members and imports
final class D23 {
  static String Value = "field";

  record Nested(int i) {}

  @Async
  static Coroutine<String> run() {
    record Machine(int i) {}
    record Coroutine(String s) {}
    record Object(int i) {}
    record Throwable(int i) {}
    record Nested(String s) {}
    record List<T>(T t) {}
    class D23_run {
      int state = 3;
      int reply = 4;
    }
    class Value {
      String self = "self";
    }
    Machine m = new Machine(await(later(1)));
    Coroutine c = new Coroutine(await(later("c")));
    Object o = new Object(await(later(5)));
    D23_run d = new D23_run();
    Throwable t = new Throwable(6);
    List<java.util.List<String>> list = new List<>(java.util.List.of(await(later("l"))));
    Value v = new Value();
    d.state += await(later(1));
    return done(m + "" + c + o + d.state + d.reply + t + list + v.self + D23.Value + new Nested("n") + new D23.Nested(1));
  }
}

// D24: classes that capture what has no simple name, and each other
final class D24 {
  private record Secret(int i) {}

  @Async
  static Coroutine<String> run() {
    boolean yes = g(1) == 1;
    var mixed = List.of(await(later(1)), "s");
    var first = mixed.get(0);
    Secret secret = new Secret(await(later(2)));
    var anonymous =
        new Object() {
          int x = 3;
        };
    record Own(int i) {}
    Own own = new Own(await(later(4)));
    List<? extends Number> wild = List.of(5, 6.5);
    int[][] grid = {{await(later(7))}};
    class All {
      String tell() {
        anonymous.x++;
        return first + "" + mixed + secret.i() + anonymous.x + own.i() + wild + grid[0][0] + yes;
      }

      Other other() {
        return new Other(this);
      }

      class Inner {
        String deep() {
          return tell() + own;
        }
      }

      class Other {
        final All all;

        Other(All all) {
          this.all = all;
        }
      }
    }
    All all = new All();
    await(later("x"));
    String r = all.tell() + new All().tell() + all.other().all.tell();
    await(later("y"));
    return done(r + anonymous.x);
  }
}

// D25: anonymous classes whose superclass wants arguments, fails or belongs to others
final class D25 {
  abstract static class Sized<T> {
    final T t;
    final int size;

    Sized(T t, Object... rest) throws java.io.IOException {
      this.t = t;
      this.size = rest.length;
      if (size > 2) throw new java.io.IOException("too many");
    }

    abstract String tell();
  }

  @Async
  static Coroutine<String> run() throws java.io.IOException {
    String s = await(later("s"));
    var sized =
        new Sized<String>(await(later("t")), 1, await(later(2))) {
          int told;

          @Override
          String tell() {
            told++;
            return t + size + s;
          }
        };
    await(later("x"));
    String r = sized.tell() + sized.told;
    var base =
        new elsewhere.Base(await(later(7))) {
          int mine = count;

          String both() {
            return describe() + total + mine + s;
          }
        };
    await(later("y"));
    base.mine++;
    r += base.both();
    try {
      var failing =
          new Sized<>(1, 2, 3, await(later(4))) {
            {
              log("never");
            }

            int x = 1;

            @Override
            String tell() {
              return "never";
            }
          };
      await(later("never"));
      r += failing.x;
    } catch (java.io.IOException e) {
      r += e.getMessage() + await(later("c"));
    }
    var function =
        new Function<Integer, String>() {
          final List<Integer> seen = new ArrayList<>();

          @Override
          public String apply(Integer i) {
            seen.add(i);
            return s + i;
          }
        };
    String applied = function.andThen(x -> x + "!").apply(await(later(8)));
    return done(r + applied + function.seen + await(later("z")) + function.seen.size());
  }
}

// D26: local classes in loops, tries and switches that are left and entered again
final class D26 {
  @Async
  static Coroutine<String> run() {
    List<Supplier<String>> all = new ArrayList<>();
    String r = "";
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        int at = 10 * i + j;
        record Cell(int i, int j) {}
        class Lazy implements Supplier<String> {
          int asked;

          @Override
          public String get() {
            return new Cell(at, ++asked).toString();
          }
        }
        Lazy lazy = new Lazy();
        try {
          if (await(later(at)) == 11) continue outer;
          r += lazy.get();
          switch (new Cell(await(later(j)), 0).i()) {
            case 0 -> {
              class Deep extends Lazy {
                @Override
                public String get() {
                  return "deep" + super.get();
                }
              }
              Lazy deep = new Deep();
              r += deep.get() + await(later("d")) + deep.get();
              all.add(deep);
            }
            default -> r += await(later("other"));
          }
        } finally {
          r += lazy.get() + await(later("f"));
          all.add(lazy);
        }
      }
    }
    for (Supplier<String> s : all) r += s.get();
    return done(r);
  }
}

// D27: a local class that uses the type parameter of its method is tested for and collected
final class D27 {
  @Async
  static <T extends Comparable<T>> Coroutine<String> sorted(T a, T b) {
    class Node {
      T value;

      Node(T value) {
        this.value = value;
      }

      int compare(Node other) {
        return value.compareTo(other.value);
      }

      int count(Node... others) {
        return others.length;
      }
    }
    Node[] all = new Node[2];
    all[0] = new Node(await(later("a", a)));
    Node[] row = {all[0], new Node(b)};
    all[1] = await(later("row", row[1]));
    Object o = all[await(later("index", 1))];
    String r = "";
    if (o instanceof Node) r += "is";
    if (o instanceof Node n && n.compare(all[0]) >= 0) {
      T t = n.value;
      r += t;
    }
    if (!(o instanceof Node m)) return done("no");
    T mt = await(later("m", m)).value;
    r += mt;
    if (o instanceof Node p) {
      T x = p.value;
      p.value = await(later("assigned", a));
      r += x.compareTo(b) + " " + p.value.compareTo(b);
    }
    Node[][] grid = new Node[2][await(later("size", 2))];
    grid[0][0] = m;
    T inGrid = await(later("grid", grid))[0][0].value;
    r += inGrid;
    IntFunction<Node[]> make = Node[]::new;
    var streamed = java.util.stream.Stream.of(all).toArray(Node[]::new);
    r += await(later("made", make)).apply(3).length;
    T last = streamed[1].value;
    Class<Node> type = Node.class;
    r += type.cast(await(later("cast", o))).value + Node[].class.getSimpleName() + last;
    Object rows = row;
    if (rows instanceof Node[] ns) {
      T first = ns[0].value;
      r += "" + first + await(later("n", ns[1])).value;
    }
    Node[] more = {new Node(await(later("more", a))), m};
    Node[] most = new Node[] {more[0], new Node(await(later("most", b)))};
    List<Node> list = Arrays.asList(m, most[1]);
    T listed = list.get(await(later("one", 1))).value;
    Node cast = (Node) await(later("o", o));
    return done(r + listed + cast.count(cast, m) + cast.count() + new Node[await(later("four", 4))].length);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(sorted(1, 2)) + await(sorted("x", "y")));
  }
}

// D28: a local class with the method's type parameter, in closures, conditions and loops
final class D28 {
  @Async
  static <T> Coroutine<String> go(Object given, T a) {
    class Node {
      T v;

      Node(T v) {
        this.v = v;
      }

      @SafeVarargs
      final Node with(T... more) {
        return new Node(more[0]);
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Node n && n.v.equals(v);
      }

      @Override
      public int hashCode() {
        return 1;
      }
    }
    class Leaf extends Node {
      Leaf(T v) {
        super(v);
      }
    }
    Object o = given == null ? new Node(a) : new Leaf(a);
    await(later("made"));
    T x = o instanceof Leaf f ? f.v : o instanceof Node n ? n.v : await(later("never", a));
    String r = "" + x;
    Object fixed = o;
    Supplier<T> got = () -> fixed instanceof Node n ? n.v : null;
    Function<Object, Boolean> is = Node.class::isInstance;
    r += await(later("got", got)).get() + " " + is.apply(o) + is.apply("x");
    while (o instanceof Node n && !(o instanceof Leaf)) {
      await(later("loop"));
      o = new Leaf(n.v);
      r += "w";
    }
    if (!(o instanceof Leaf leaf)) throw new IllegalStateException();
    await(later("leaf"));
    r += leaf.with(a, a).v;
    Function<Integer, Node[][]> grids = Node[][]::new;
    r += grids.apply(await(later("two", 2))).length;
    for (Object each : new Object[] {leaf, "s", new Node(a)}) {
      if (each instanceof Node n) {
        r += n.v + await(later("each", "!"));
      } else {
        r += "-";
      }
    }
    Node[] line = java.util.stream.Stream.of(leaf, leaf).toArray(Node[]::new);
    for (Node n : line) r += n.v + await(later("."));
    Object anonymous =
        new Object() {
          boolean has(Object z) {
            return z instanceof Node n && n.v == a;
          }

          @Override
          public String toString() {
            return "" + has(leaf) + new Node[] {leaf}[0].v;
          }
        };
    await(later("anonymous"));
    boolean same = await(later("same", leaf)).equals(new Node(a));
    return done(r + anonymous + ((Object) line instanceof Node[]) + same);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(null, "b")) + await(go("", 7)));
  }
}

// D29: generic local classes and their inner classes that use the method's type parameter
final class D29 {
  @Async
  static <T extends Comparable<T>> Coroutine<String> go(T a, T b) {
    class Node<A> {
      private T value;
      A extra;

      Node(T v, A e) {
        value = v;
        extra = e;
      }

      final class Inner {
        T in = value;
      }

      Inner inner() {
        return new Inner();
      }
    }
    Object o = new Node<>(a, 1);
    await(later("made"));
    String r = "";
    if (o instanceof Node<?> n) {
      Object extra = n.extra;
      r += n.value.compareTo(b) + await(later("", "")) + extra;
    }
    Node<?>[] all = new Node<?>[] {new Node<>(await(later("b", b)), "q")};
    T in = await(later("all", all))[0].inner().in;
    Object inner = all[0].inner();
    await(later("inner"));
    if (inner instanceof Node<?>.Inner i) r += i.in;
    return done(r + in);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(1, 2)) + await(go("x", "y")));
  }
}

// D30: local exceptions, records, enums and interfaces that lead to the method's type parameter
final class D30 {
  @Async
  static <T, L extends List<T>> Coroutine<String> go(T a, L list, Object any) {
    class Failure extends RuntimeException {
      final T value;

      Failure(T value) {
        super("failed with " + value);
        this.value = value;
      }

      List<T> twice() {
        return List.of(value, value);
      }
    }
    class Node implements Supplier<T> {
      T v;

      Node(T v) {
        this.v = v;
      }

      @Override
      public T get() {
        return v;
      }
    }
    record Pair(Node left, Node right) {
      Node[] both() {
        return new Node[] {left, right};
      }

      static Pair of(Node n) {
        return new Pair(n, n);
      }
    }
    interface Change {
      Node apply(Node n);
    }
    enum Last {
      ONE;
      Node node;
    }
    String r = "";
    try {
      await(later("try"));
      throw new Failure(a);
    } catch (Failure f) {
      await(later("caught"));
      T t = f.value;
      r += t + f.getMessage() + f.twice().get(1);
    }
    Failure kept = new Failure(list.get(0));
    await(later("kept"));
    try {
      throw kept;
    } catch (Failure | IllegalStateException f) {
      r += f.getMessage();
    }
    Pair p = new Pair(new Node(kept.value), new Node(list.get(0)));
    Change change = n -> new Node(n.get());
    Last.ONE.node = await(later("changed", change.apply(p.left())));
    Pair q = Pair.of(Last.ONE.node);
    await(later("pair"));
    T u = q.both()[1].v;
    if ((Object) q.left() instanceof Node n) r += n.v;
    List<T> cast = (List<T>) await(later("any", any));
    List<T> again = (List<T>) List.of("x");
    T one = (T) "one";
    Supplier<T> made = (Supplier<T>) () -> await0(a);
    return done(r + u + p.both().length + Last.ONE.node.get() + cast.get(0) + again + one + made.get());
  }

  static <T> T await0(T value) {
    return value;
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go("a", new ArrayList<>(List.of("b")), List.of(1))));
  }
}

// D31: classes of a generic class's instance method are as little known at run time as its parameter
final class D31 {
  static class Box<K> {
    final K k;

    Box(K k) {
      this.k = k;
    }

    @Async
    <T> Coroutine<String> go(T t) {
      class Node {
        K key = k;
        T value = t;

        class Inner {
          K inner = key;
        }

        Inner inner() {
          return new Inner();
        }
      }
      class Leaf extends Node {}
      Node n = new Leaf();
      await(later("leaf"));
      K key = n.key;
      String r = n instanceof Leaf ? "leaf" : "node";
      if (n instanceof Leaf leaf) r += leaf.value + "" + await(later("in", leaf)).key;
      Node.Inner inner = n.inner();
      await(later("inner"));
      K in = inner.inner;
      List<Node> all = new ArrayList<>(List.of(n, new Node()));
      return done(r + key + in + all.get(await(later("one", 1))).value);
    }
  }

  @Async
  static Coroutine<String> run() {
    return done(await(new Box<>("k").go(5)));
  }
}

// D32: inner classes of local classes are made outside of them
final class D32 {
  @Async
  static <T> Coroutine<String> go(T t) {
    class Plain {
      int n = 4;

      class Inner {
        int twice = 2 * n;

        Inner(int more) {
          twice += more;
        }
      }
    }
    class Node {
      T value = t;

      class Inner {
        T inner = value;
      }
    }
    Plain p = new Plain();
    await(later("made"));
    Plain.Inner i = p.new Inner(await(later("one", 1)));
    Node n = new Node();
    await(later("node"));
    Node.Inner j = n.new Inner();
    await(later("inner"));
    T value = j.inner;
    return done(i.twice + "" + value);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go("t")));
  }
}
