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
import elsewhere.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

// P01: private fields
final class P01 {
  private int f = 1;
  private static int s = 10;
  private static long wide = 5;
  private String text = "t";
  private static final int K = 3;
  private final int[] array = {1, 2};

  static Coroutine<String> run() {
    return new P01().go(new P01());
  }

  @Async
  Coroutine<String> go(P01 other) {
    f = await(later(2));
    this.f += await(later(3));
    other.f = f + await(later(4));
    s++;
    P01.s += await(later(5));
    wide <<= await(later(2));
    int old = f++ + --other.f;
    text += f + await(later("x"));
    array[await(later(1))] += K;
    array[0]++;
    return done(f + " " + other.f + " " + s + " " + wide + " " + old + text + array[0] + array[1]);
  }
}

// P01methods: private methods, static, generic and with varargs
final class P01methods {
  private int f = 1;

  private int add(int a, int b) {
    return a + b + f;
  }

  private static String name(Object... all) {
    return "name" + all.length;
  }

  private <T> List<T> list(T t) {
    return List.of(t);
  }

  private static int fails() throws java.io.IOException {
    throw new java.io.IOException("private");
  }

  static Coroutine<String> run() throws java.io.IOException {
    return new P01methods().go();
  }

  @Async
  private Coroutine<Integer> hidden(int x) {
    return done(add(x, await(later(1))));
  }

  @Async
  Coroutine<String> go() throws java.io.IOException {
    int a = add(g(1), await(later(2)));
    String n = name(1, await(later("two"))) + P01methods.name();
    List<String> l = list(await(later("s")));
    List<Object> o = this.<Object>list(5);
    int h = await(hidden(10)) + await(this.hidden(20));
    log(a + n + l + o + h);
    return done(n + fails());
  }
}

// P01constructors: private constructors
final class P01constructors {
  private final int x;

  private P01constructors(int x) {
    this.x = x;
    log("new " + x);
  }

  private P01constructors() {
    this(100);
  }

  @Async
  static Coroutine<Integer> run() {
    P01constructors a = new P01constructors(await(later(1)));
    P01constructors b = new P01constructors();
    Supplier<P01constructors> s = P01constructors::new;
    await(later("a"));
    return done(a.x + b.x + s.get().x);
  }
}

// P01lambdas: private members in lambdas and method references
final class P01lambdas {
  private int f = 1;

  private int add(int x) {
    return f + x;
  }

  private static int twice(int x) {
    return 2 * x;
  }

  static Coroutine<String> run() {
    return new P01lambdas().go();
  }

  @Async
  Coroutine<String> go() {
    IntUnaryOperator a = x -> add(x) + f++;
    IntUnaryOperator b = this::add;
    IntUnaryOperator c = P01lambdas::twice;
    Supplier<IntUnaryOperator> d = () -> x -> this.f + twice(x);
    await(later("a"));
    Runnable r =
        new Runnable() {
          @Override
          public void run() {
            f += twice(f);
          }
        };
    r.run();
    return done(
        a.applyAsInt(1) + " " + b.applyAsInt(2) + " " + c.applyAsInt(3) + " "
            + d.get().applyAsInt(await(later(4))));
  }
}

// P01types: private nested types
final class P01types {
  private enum Color {
    RED,
    GREEN
  }

  private record Pair(int a, int b) {}

  private static final class Counter {
    private int count;
  }

  @Async
  static Coroutine<String> run() {
    Pair p = new Pair(g(1), await(later(2)));
    Counter c = new Counter();
    c.count += await(later(3));
    return done(p + " " + c.count + Color.RED);
  }
}

// P02: members of nested classes, private to them
final class P02 {
  static final class Nested {
    private int x = 5;
    private static int s = 6;

    private int twice() {
      return 2 * x;
    }
  }

  @Async
  static Coroutine<String> run() {
    Nested n = new Nested();
    n.x += await(later(1));
    Nested.s += n.twice();
    return done(n.x + " " + Nested.s + " " + await(later(n.twice())));
  }
}

// P03: protected members that are inherited from another package
final class P03 {
  static final class Sub extends Base {
    Sub() {
      super(5);
    }

    @Async
    Coroutine<String> go(Sub other) {
      count += await(later(1));
      this.count++;
      other.count = twice(await(later(2)));
      total += count;
      Base.total += await(later(3));
      IntUnaryOperator f = this::twice;
      Supplier<Integer> s = () -> count + twice(1);
      await(later("a"));
      return done(count + " " + other.count + name() + total + this.twice(4) + f.applyAsInt(1) + s.get());
    }
  }

  static Coroutine<String> run() {
    return new Sub().go(new Sub());
  }
}

// P03super: methods of the superclass and of interfaces
final class P03super {
  interface Greeter {
    default String greet(String s) {
      return "greets " + s;
    }
  }

  static class Middle extends Base {
    @Override
    public String toString() {
      return "middle";
    }
  }

  static final class Sub extends Middle implements Greeter {
    @Override
    protected int twice(int value) {
      return -value;
    }

    @Override
    public String describe() {
      return "Sub";
    }

    @Override
    public String greet(String s) {
      return "no";
    }

    @Override
    public String toString() {
      return "sub";
    }

    @Async
    Coroutine<String> go() {
      int a = super.twice(await(later(2))) + twice(3);
      String s = super.describe() + describe() + Greeter.super.greet(await(later("you")));
      super.count = await(later(7));
      Supplier<String> f = super::describe;
      await(later("x"));
      return done(a + s + super.toString() + this + super.count + f.get());
    }

    @Override
    @Async
    public Coroutine<Integer> weigh(int value) {
      int w = await(super.weigh(value));
      return done(w * await(later(2)));
    }
  }

  @Async
  static Coroutine<String> run() {
    Base b = new Sub();
    return done(await(new Sub().go()) + await(b.weigh(3)));
  }
}

// P04: methods of Object, and of the user's that a machine has too
final class P04 {
  static Coroutine<String> run() {
    return new P04().go();
  }

  void resume() {
    log("my resume");
  }

  String send(Object o) {
    return "my send";
  }

  String result() {
    return "my result";
  }

  boolean isDone() {
    return true;
  }

  String frame() {
    return "my frame";
  }

  <V> String value(V v) {
    return "my value";
  }

  String tail(Object o) {
    return "my tail";
  }

  String raise(Throwable t) {
    return "my raise";
  }

  int state = 77;
  String SUSPENDED = "my suspended";

  @Override
  public String toString() {
    return "P04";
  }

  @Override
  public int hashCode() {
    return 4;
  }

  @Async
  Coroutine<String> go() {
    resume();
    String s = send(await(later("a"))) + result() + isDone() + frame() + value(1) + tail(2);
    await(later("b"));
    s += raise(null) + state + SUSPENDED + getClass().getSimpleName() + hashCode() + toString();
    Supplier<String> f = () -> toString() + value("x") + state;
    state++;
    return done(s + equals(this) + this + await(later("c")) + f.get() + this.state);
  }
}

// P05: static members of the user's that a machine has too
final class P05 {
  static int state = 1;
  static int LINES = 2;

  static String of(Object o) {
    return "my of";
  }

  static boolean bound(Object o) {
    return false;
  }

  static String close(Object a, Object b) {
    return "my close";
  }

  @Async
  static Coroutine<String> run() {
    state += await(later(1));
    LINES += state;
    String s = of(await(later("a"))) + bound("x") + close(1, await(later(2)));
    return done(s + state + LINES + P05.state);
  }
}

// P06: overloads, and one name in nested classes
final class P06 {
  @Async
  static Coroutine<String> m(int i) {
    return done("int" + await(later(i)));
  }

  @Async
  static Coroutine<String> m(String s) {
    return done("String" + await(later(s)));
  }

  @Async
  static Coroutine<String> m(List<String> l, int... rest) {
    return done("List" + await(later("l", l)) + rest.length);
  }

  static final class m {
    @Async
    static Coroutine<String> m(int i) {
      return done("nested" + await(later(i)));
    }
  }

  static final class Nested {
    @Async
    static Coroutine<String> m(int i) {
      return done("Nested" + await(later(i)));
    }

    static final class Deep {
      @Async
      Coroutine<String> m() {
        return done("Deep" + await(P06.m(await(later(9)))));
      }
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = await(m(1)) + await(m("s")) + await(m(List.of("x"), 1, 2)) + await(m.m(2));
    return done(r + await(Nested.m(3)) + await(new Nested.Deep().m()));
  }
}

// P08: inner classes reach their outer instances
final class P08 {
  int x = 1;
  private int y = 2;

  class Inner {
    int x = 10;

    class Deep {
      int x = 100;

      @Async
      Coroutine<String> go() {
        x += await(later(1));
        Inner.this.x += await(later(2));
        P08.this.x += await(later(3));
        y += await(later(4));
        add(await(later(5)));
        Deep other = new Deep();
        return done(this.x + " " + Inner.this.x + " " + P08.this.x + " " + y + " " + other.x);
      }
    }
  }

  private void add(int n) {
    y += n;
  }

  static Coroutine<String> run() {
    P08 outer = new P08();
    Inner inner = outer.new Inner();
    return inner.new Deep().go();
  }
}

// P09: enums, records and interfaces own asynchronous methods
final class P09 {
  enum Level {
    LOW(1),
    HIGH(2) {
      @Override
      int factor() {
        return 20;
      }
    };

    private final int n;

    Level(int n) {
      this.n = n;
    }

    int factor() {
      return n;
    }

    @Async
    Coroutine<String> describe() {
      int f = factor() * await(later(10));
      return done(name() + ordinal() + f + n + this);
    }

    @Async
    static Coroutine<Level> find(String s) {
      return done(valueOf(await(later(s))));
    }
  }

  record Point(int x, int y) {
    Point {
      if (x < 0) throw new IllegalArgumentException("x");
    }

    @Async
    Coroutine<Point> plus(int d) {
      return done(new Point(x + await(later(d)), this.y + await(later(d)) + x()));
    }
  }

  interface Walker {
    int K = 3;

    int step();

    private int two() {
      return 2 * step();
    }

    @Async
    default Coroutine<Integer> walk(int n) {
      int r = K;
      for (int i = 0; i < n; i++) r += await(later(i)) + step() + two();
      return done(r);
    }

    @Async
    static Coroutine<Integer> run(Walker w) {
      return done(await(w.walk(2)) + w.step());
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Level l : Level.values()) r += await(l.describe());
    r += await(Level.find("HIGH")) + "" + await(new Point(1, 2).plus(5));
    return done(r + await(Walker.run(() -> 7)));
  }
}

// P10: qualified and unqualified names of the owner's members
final class P10 {
  static List<String> all = new ArrayList<>();
  P10 next;
  String name;

  P10(String name, P10 next) {
    this.name = name;
    this.next = next;
  }

  static void add(String s) {
    all.add(s);
  }

  P10 next() {
    return next;
  }

  static Coroutine<String> run() {
    return new P10("a", new P10("b", new P10("c", null))).go();
  }

  @Async
  Coroutine<String> go() {
    add(name);
    P10.add(await(later("x")));
    cases.P10.add(next.name);
    all.add(next().next().name + this.next().name + await(later("y")));
    String name = this.name + await(later("z"));
    add(name);
    int length = all.size();
    java.util.Collections.reverse(all);
    await(later("w"));
    return done(all + "" + length + P10.all.get(0).length());
  }
}

// P11: a private asynchronous method, and one that is recursive
final class P11 {
  @Async
  private static Coroutine<Integer> sum(int n) {
    if (n == 0) return done(0);
    int here = await(later(n));
    return done(here + await(sum(n - 1)));
  }

  @Async
  private static Coroutine<Integer> count(int n, int total) {
    if (n == 0) return done(total);
    int more = total + await(later(1));
    return count(n - 1, more);
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(sum(4)) * 100 + await(count(4, 0)));
  }
}

// P12: an ordinary method and an anonymous class next to asynchronous ones
final class P12 {
  static Coroutine<String> run() {
    return new P12().go();
  }

  private final Supplier<String> supplier =
      new Supplier<>() {
        @Override
        public String get() {
          return "initialised";
        }
      };

  @Async
  Coroutine<String> go() {
    String s = supplier.get();
    return done(s + await(later("x")) + ordinary(await(later(2))));
  }

  private String ordinary(int i) {
    Supplier<String> s = () -> "ordinary" + i;
    return s.get();
  }
}

// P01behind: a private static member behind an expression that is evaluated
final class P01behind {
  private static int count = 1;

  static P01behind make() {
    log("make");
    return new P01behind();
  }

  static Coroutine<Integer> run() {
    return go();
  }

  @Async
  static Coroutine<Integer> go() {
    return done(await(later(1)) + make().count);
  }
}

// P01unbound: a reference to a private method without its receiver
final class P01unbound {
  private int secret() {
    return 1;
  }

  static Coroutine<Integer> run() {
    return go();
  }

  @Async
  static Coroutine<Integer> go() {
    java.util.function.Function<P01unbound, Integer> secret = P01unbound::secret;
    return done(secret.apply(new P01unbound()) + await(later(1)));
  }
}

// P01static: private static members behind expressions of all kinds
final class P01static {
  private static int count = 1;
  private static final String[] NAMES = {"a", "b"};
  P01static next = this;

  private static String tell(int i) {
    return "told" + i;
  }

  static P01static make() {
    log("make");
    return null;
  }

  P01static next() {
    log("next");
    return next;
  }

  static Coroutine<String> run() {
    return new P01static().go();
  }

  @Async
  @SuppressWarnings("static")
  Coroutine<String> go() {
    make().count += await(later(2));
    next().next.count++;
    String r = make().tell(await(later(3))) + next().NAMES[await(later(1))];
    await(later("o", this)).count *= 2;
    r += await(later("p", this)).tell(make().count);
    r += count + this.count + next.tell(next().count++);
    return done(r + await(later("x")) + count);
  }
}

// P01reference: references to private members of each kind
final class P01reference {
  private final String name;

  private P01reference(String name) {
    this.name = name;
  }

  private String name() {
    return name;
  }

  private String join(String a, Object... rest) {
    return name + a + rest.length;
  }

  private <T> List<T> with(T t) {
    return List.of(t);
  }

  private static String twice(P01reference r) {
    return r.name + r.name;
  }

  private static class Box<T> {
    private final T t;

    private Box(T t) {
      this.t = t;
    }

    private T get() {
      return t;
    }
  }

  interface Three {
    String tell(P01reference r, String a, Object b);
  }

  static String first(java.util.function.Supplier<String> s) {
    return "supplier" + s.get();
  }

  static String first(java.util.function.Function<P01reference, String> f) {
    return "function" + f.apply(new P01reference("x"));
  }

  @Async
  static Coroutine<String> run() {
    P01reference one = new P01reference(await(later("one")));
    java.util.function.Function<P01reference, String> unbound = P01reference::name;
    Three three = P01reference::join;
    java.util.function.BiFunction<P01reference, Integer, List<Integer>> with = P01reference::with;
    java.util.function.Function<String, P01reference> make = P01reference::new;
    java.util.function.Function<Integer, Box<Integer>> box = Box::new;
    java.util.function.Function<Box<String>, String> get = Box<String>::get;
    await(later("x"));
    String r = unbound.apply(one) + three.tell(one, "a", 2) + with.apply(one, 5);
    r += make.apply(await(later("made"))).name + box.apply(7).get() + get.apply(new Box<>("g"));
    r += List.of(one, make.apply("two")).stream().map(P01reference::name).toList();
    r += List.of(one).stream().map(P01reference::twice).toList();
    r += first(one::name) + await(later("y"));
    return done(r + first((java.util.function.Function<P01reference, String>) P01reference::name));
  }
}

// P03outer: the superclass of an enclosing class
final class P03outer extends elsewhere.Base {
  P03outer() {
    super(3);
  }

  @Override
  public String describe() {
    return "mine";
  }

  class Inner extends elsewhere.Base {
    Inner() {
      super(4);
    }

    @Override
    public String describe() {
      return "inner";
    }

    @Async
    Coroutine<String> go() {
      String r = P03outer.super.describe() + await(later("a")) + super.describe() + describe();
      r += P03outer.this.describe() + Inner.super.describe();
      java.util.function.Supplier<String> s = P03outer.super::describe;
      Object o =
          new Object() {
            @Override
            public String toString() {
              return P03outer.super.describe() + Inner.super.describe() + super.getClass().getSuperclass();
            }
          };
      return done(r + await(later("x")) + s.get() + o);
    }
  }

  @Async
  static Coroutine<String> run() {
    return done(await(new P03outer().new Inner().go()));
  }
}

// M01: synchronized on what is awaited
final class M01 {
  int field;

  @Async
  static Coroutine<String> run() {
    return done(await(new M01().go()) + await(thrown()));
  }

  @Async
  Coroutine<String> go() {
    String r = "";
    synchronized (await(later("lock", this))) {
      r += Thread.holdsLock(this) + "" + ++field;
    }
    r += Thread.holdsLock(this);
    for (int i = 0; i < 3; i++) {
      synchronized (await(later("l" + i, i == 1 ? this : (Object) r))) {
        if (i == 0) continue;
        r += i + "" + Thread.holdsLock(this);
        if (i == 2) return done(r + await2());
      }
    }
    return done("never");
  }

  @Async
  static Coroutine<String> thrown() {
    Object lock = new Object();
    try {
      synchronized (await(later("lock", lock))) {
        if (g(1) == 1) throw new IllegalStateException("thrown");
      }
    } catch (IllegalStateException e) {
      log(e.getMessage() + Thread.holdsLock(lock));
    }
    Object none = null;
    try {
      synchronized (await(later("none", none))) {
        log("never");
      }
    } catch (NullPointerException e) {
      log("null");
    }
    synchronized (lock) {
      return done("end");
    }
  }

  String await2() {
    return Thread.holdsLock(this) + "held";
  }
}
