// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.fails;
import static world.World.g;
import static world.World.later;
import static world.World.log;
import static world.World.say;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

// V01: not assigned at the first await
final class V01 {
  @Async
  static Coroutine<String> run() {
    int x;
    String s;
    final long l;
    await(later("a"));
    x = g(5);
    if (x == await(later(5))) {
      s = await(later("then"));
      l = 1;
    } else {
      s = "else" + await(later("e"));
      l = 2;
    }
    await(later("b"));
    return done(x + s + l);
  }
}

// V03: one name in several scopes
final class V03 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    {
      int x = await(later(1));
      await(later("a"));
      r += x;
    }
    {
      String x = await(later("s"));
      await(later("b"));
      r += x;
    }
    {
      double x = 1.5;
      await(later("c"));
      r += x;
    }
    if (g(1) == 1) {
      List<String> x = List.of("l");
      await(later("d"));
      r += x;
    } else {
      char x = 'c';
      await(later("e"));
      r += x;
    }
    int x = 9;
    await(later("f"));
    return done(r + x);
  }
}

// V04: names that a machine may want for itself
final class V04 {
  int field = 1;

  static Coroutine<String> run() {
    return new V04().go(1, "p");
  }

  @Async
  Coroutine<String> go(int state, String reply) {
    int result = await(later(2));
    int self = 3;
    int label = 4;
    int ctx = 5;
    int $0 = 6;
    int field = 7;
    int link = 8;
    int driver = 9;
    int LINES = 10;
    int SUSPENDED = 11;
    int resume = 12;
    int value = 13;
    int frame = 14;
    int error = 15;
    int tail = 16;
    int close = 17;
    int unknownState = 18;
    int done = 19;
    int await = 20;
    int bound = 21;
    int hidden = 22;
    int state1 = 23;
    int result2 = 24;
    int next = 25;
    int V04_go = 26;
    await(later("x"));
    self += state + result;
    String a = reply + await(later("y")) + self + label + ctx + $0 + field + this.field;
    String b = "" + link + driver + LINES + SUSPENDED + resume + value + frame + error + tail;
    await(later("z"));
    return done(
        a + b + close + unknownState + done + await + bound + hidden + state1 + result2 + next
            + V04_go);
  }
}

// V04types: types of the user that share names with those that a machine needs
final class V04types {
  static final class Object {
    @java.lang.Override
    public java.lang.String toString() {
      return "my object";
    }
  }

  static final class String {}

  static final class Machine {}

  static final class Throwable {}

  static final class Override {}

  @Async
  static Coroutine<CharSequence> run() {
    Object o = new Object();
    String s = new String();
    Machine m = new Machine();
    await(later("x"));
    return done(o + " " + (s != null) + (m != null) + new Throwable().hashCode() * 0);
  }
}

// V05: a local hides a field, and the field is used as well
final class V05 {
  int x = 1;
  static int y = 2;

  static Coroutine<String> run() {
    return new V05().go();
  }

  @Async
  Coroutine<String> go() {
    String r = x + "" + y;
    {
      int x = await(later(10));
      int y = 20;
      await(later("a"));
      r += x + this.x + y + V05.y;
    }
    x++;
    await(later("b"));
    return done(r + x + y);
  }
}

// V06: one variable holds values of several types
final class V06 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      Number n;
      if (i == 0) n = await(later(1));
      else if (i == 1) n = await(later(2.5f));
      else n = 3L;
      Object o = i == 0 ? await(later("array", new float[] {1})) : new Object[] {i};
      Comparable<?> c = i == 0 ? "s" : await(later(i));
      await(later("x"));
      r += n.intValue() + o.getClass().getSimpleName() + c;
    }
    return done(r);
  }
}

// V07: var of all kinds
final class V07 {
  @Async
  static Coroutine<String> run() {
    var list = new ArrayList<Map<String, ? extends Number>>();
    var i = await(later(1));
    var s = i + "s";
    var array = new int[][] {{i}};
    var wild = say("wild", List.<Integer>of(7)).get(0);
    var entry = Map.entry("k", List.of(s));
    await(later("x"));
    list.add(Map.of(s, i));
    array[0][0] += i;
    return done(list + s.trim() + array[0][0] + (wild + 1) + entry.getValue().get(0).length());
  }
}

// V07captured: var of a captured wildcard, live across an await
final class V07captured {
  @Async
  static Coroutine<String> run() {
    List<? super Integer> sink = new ArrayList<>(List.of(1));
    var captured = sink.get(0);
    List<? extends CharSequence> source = List.of("chars");
    var chars = source.get(0);
    var same = source;
    await(later("x"));
    return done("" + captured + chars.length() + same.get(0).charAt(await(later(0))));
  }
}

// V07intersection: var of an intersection type, live across an await
final class V07intersection {
  @Async
  static Coroutine<String> run() {
    var mixed = List.of(1, "s");
    var first = mixed.get(0);
    await(later("x"));
    Comparable<?> c = first;
    return done(mixed + "" + c);
  }
}

// V07anonymous: var of an anonymous class with members of its own
final class V07anonymous {
  @Async
  static Coroutine<Integer> run() {
    var o =
        new Object() {
          int x = 5;

          int twice() {
            return 2 * x;
          }
        };
    await(later("a"));
    o.x++;
    return done(o.twice());
  }
}

// V08: each kind of variable across an await
final class V08 {
  @Async
  static <T extends CharSequence> Coroutine<String> go(
      boolean z, byte b, short s, char c, int i, long l, float f, double d, T t, int[] a, T... ts) {
    await(later("parameters"));
    boolean z2 = !z;
    byte b2 = ++b;
    short s2 = s;
    char c2 = c++;
    int i2 = -i;
    long l2 = l << 3;
    float f2 = f / 2;
    double d2 = d;
    T t2 = t;
    int[][] a2 = {a};
    await(later("locals"));
    return done(
        z + "" + z2 + b + b2 + s + s2 + c + c2 + i + i2 + l + l2 + f + f2 + d + d2 + t + t2.length()
            + a2[0][0] + ts.length);
  }

  @SuppressWarnings("unchecked")
  static Coroutine<String> run() {
    return go(
        true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6.5, new StringBuilder("t"), new int[] {8},
        new StringBuilder[0]);
  }
}

// V10: many counters and a ladder of conditions
final class V10 {
  @Async
  static Coroutine<String> run() {
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    for (int i = 0; i < 6; i++) {
      if (i % 2 == 0) a += await(later(1));
      if (i % 3 == 0) b += await(later(10)) + a;
      else if (i % 3 == 1) c += b + await(later(100));
      else d += a + b + c + await(later(1000));
      if (a > 2) c--;
    }
    return done(a + " " + b + " " + c + " " + d);
  }
}

// V11: a swap, and variables that die and live again
final class V11 {
  @Async
  static Coroutine<String> run() {
    String x = "x";
    String y = "y";
    for (int i = 0; i < 3; i++) {
      String t = x;
      x = y;
      await(later(i));
      y = t + i;
    }
    String dead = x + y;
    log(dead);
    await(later("a"));
    dead = "alive";
    await(later("b"));
    return done(x + y + dead);
  }
}

// V12: statements of a body that are not expressions
final class V12 {
  @Async
  static Coroutine<String> run() {
    ;
    int x = 1;
    {
    }
    assert x == await(later(1)) : "no " + await(later("message"));
    assert g(1) == 1;
    synchronized (V12.class) {
      x++;
    }
    await(later("a"));
    ;
    return done("x" + x);
  }
}

// V13: locals with annotations and final
final class V13 {
  @Async
  static Coroutine<String> run() {
    @SuppressWarnings("unused")
    final int unused = await(later(1));
    @SuppressWarnings({"rawtypes", "unchecked"})
    final List<String> list = new ArrayList(List.of("a"));
    @Deprecated int old = 5;
    await(later("x"));
    return done(list + "" + old);
  }
}

// V14: a variable assigned in one branch of a loop, and read after it
final class V14 {
  @Async
  static Coroutine<String> run() {
    String last = null;
    int count = 0;
    boolean found = false;
    while (!found) {
      count++;
      if (count == 3) {
        last = await(later("three"));
        found = true;
      } else if (count == 1) {
        await(later("one"));
      }
    }
    await(later("after"));
    return done(last + count + found);
  }
}

// V15: text blocks, comments and unicode stay as they are
final class V15 {
  @Async
  static Coroutine<String> run() {
    String block = """
        a "quoted" line
          and $L $$ $1S %s \\ another\tone
        """ + await(later("x")); // $T behind
    String dollar = "$L $S" /* inside $L */ + '$' + await(later("\u00e9\"\\"));
    char quote = '\'';
    await(later("y"));
    return done(block + dollar + quote);
  }
}

// V16: long, hexadecimal and other literals
final class V16 {
  @Async
  static Coroutine<String> run() {
    long l = 0xFFFF_FFFFL + await(later(1L));
    int i = 0b101 + 017 + 1_000 + await(later(0));
    double d = 0x1.8p1 + 1e-3 + .5 + await(later(0f));
    int min = -2147483648 + await(later(0));
    char c = '\u0041';
    return done(l + " " + i + " " + d + " " + min + " " + c);
  }
}

// V17: pattern variables of one name, each live across an await
final class V17 {
  @Async
  static Coroutine<String> go(Object o) {
    String r = "";
    if (o instanceof Integer x && x > await(later(1))) r += x + 1;
    if (o instanceof String x && x.length() > await(later(2))) r += x.trim();
    if (o instanceof List<?> x && await(later(true))) r += x.get(0);
    String x2 = "x2";
    if (o instanceof CharSequence x1 && await(later(true))) r += x1.charAt(0) + x2;
    return done(r + await(later(".")));
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(5)) + await(go("text")) + await(go(List.of("l"))));
  }
}

// V18: numbers that change in the operand, around a failing await and in nested loops
final class V18 {
  static Coroutine<String> run() {
    return go(3, 'a');
  }

  @Async
  static Coroutine<String> go(int n, char letter) {
    int i = 0;
    long sum = 1;
    short small = 32_767;
    double ratio = 1;
    boolean odd = false;
    int before = i++ + await(later(i++)) + i;
    log(before + " " + i);
    for (int j = 0; j < n; j++, letter++) {
      byte step = (byte) (j * 100);
      for (int k = j; k-- > 0; sum += k) {
        odd ^= await(later(true));
        step += await(later(k + ++i));
        ratio /= step;
      }
      small += step;
      log(i + " " + j + " " + sum + " " + small + " " + ratio + " " + odd + " " + letter);
    }
    try {
      i = 10;
      sum += await(later("fails at last", i *= 2)) + i++;
      n = -1;
      await(fails("lost " + (i += 5), new IllegalStateException("lost")));
      i = 1_000;
    } catch (RuntimeException e) {
      log(i + " " + n);
      i--;
    } finally {
      n += await(later(i));
    }
    int seen = i;
    Supplier<Integer> supplier = () -> seen + 1;
    return done(i + " " + n + " " + sum + " " + small + " " + supplier.get());
  }
}

// V07nameless: variables whose types have no name, in every place
final class V07nameless {
  static <T extends Comparable<T> & CharSequence> T same(T t) {
    return t;
  }

  static <A, B extends A, C extends A> List<A> both(B b, C c) {
    return new ArrayList<>(List.of(b, c));
  }

  static String tell(Object o) {
    return "object" + o;
  }

  static String tell(Comparable<?> c) {
    return "comparable" + c;
  }

  @Async
  static Coroutine<String> run() {
    boolean yes = g(1) == 1;
    int n = await(later(2));
    var mixed = new ArrayList<>(List.of(n, 2.5, 'c'));
    var number = new ArrayList<>(List.of(1, 2L));
    var choice = yes ? 1 : "s";
    var awaited = yes ? await(later("no")) : 5;
    await(later("x"));
    mixed.add("s");
    mixed.add(await(later(7)));
    number.add(await(later(3.5)));
    number.set(0, number.get(1).intValue() + n);
    var first = mixed.get(0);
    String r = tell(first) + tell(choice) + tell(awaited) + mixed.size();
    first = mixed.get(await(later(1)));
    r += tell(first);
    first = choice;
    r += tell(first) + await(later("y")) + first;
    if (yes) {
      first = "assigned";
    } else {
      first = 0;
    }
    for (int i = 0; i < 2; i++) first = i == 1 ? first : "again";
    r += tell(first) + await(later("y2")) + first;
    var array = new Object[] {mixed, number};
    Supplier<Object> lambda = () -> number.get(1).longValue() + tell(choice) + mixed;
    await(later("z"));
    for (var each : mixed) {
      r += tell(each) + await(later("e"));
      Supplier<String> s = () -> tell(each);
      r += each + await(later("f")) + s.get();
    }
    for (var each : List.of(1, 2.5)) {
      r += each.intValue() + await(later(1)) + each.doubleValue();
    }
    for (Number each : List.of(1, 2.5f)) {
      r += await(later(each.intValue()));
    }
    for (int each : List.of(1, 2)) {
      r += await(later(each));
    }
    var reply = await(later(yes ? "reply" : 3));
    r += tell(reply) + await(later("w")) + tell(reply);
    var replies = await(later("list", List.of(1, "s")));
    await(later("v"));
    r += tell(replies.get(0)) + tell(replies.get(await(later(1))));
    var switched =
        switch (n) {
          case 1 -> await(later("one"));
          case 2 -> n * await(later(10));
          default -> 'c';
        };
    r += tell(switched) + await(later("u"));
    r += tell(switched) + same("s").compareTo(await(later("t"))) + array.length;
    r += tell(List.of(n, "t").get(0)) + tell(await(later("l", List.of(n, "t"))).get(await(later(1))));
    var map = Map.of("k", n, "l", 2.5);
    for (var entry : map.entrySet()) {
      n += await(later("m", entry.getValue().intValue()));
      n += entry.getKey().length() + entry.getValue().intValue();
    }
    return done(r + n + lambda.get() + both(1, 'c').get(await(later(1))));
  }
}

// V07hidden (not supported): a variable of a type that is hidden in another package
final class V07hidden {
  @Async
  static Coroutine<String> run() {
    var builder = g(1) == 1 ? new StringBuilder("b") : new StringBuffer("c");
    await(later("x"));
    return done(builder.toString());
  }
}

// V07inside (not supported): an assignment within an expression to a variable of a type without a name
final class V07inside {
  @Async
  static Coroutine<String> run() {
    var first = List.of(1, "s").get(0);
    List<Object> all = List.of(first, first = "t");
    await(later("x"));
    return done(first + "" + all);
  }
}

// V07writes (not supported): a variable of a type without a name, from an expression that assigns
final class V07writes {
  @Async
  static Coroutine<String> run() {
    int n;
    var mixed = List.of(n = g(5), "s");
    await(later("x"));
    return done(n + "" + mixed.get(0));
  }
}

// V24: variables of intersection and captured types, in every kind of declaration, across awaits
final class V24 {
  interface Named {
    default String name() {
      return "named";
    }
  }

  interface Sized {
    default int size() {
      return 7;
    }
  }

  static final class Both implements Named, Sized {}

  static <T extends Named & Sized> T both(Object o) {
    return (T) o;
  }

  static <T> T same(T t) {
    return t;
  }

  static <T extends Comparable<T>> int compare(T a, T b) {
    return a.compareTo(b);
  }

  @Async
  static <T extends Named & Sized> Coroutine<String> wild(
      List<? extends Number> numbers, java.util.Map<?, ? extends List<? extends Named>> map, T t, Class<?> type)
      throws Exception {
    String r = "";
    var first = numbers.get(await(later("zero", 0)));
    r += first.intValue() + await(later("first", first)).intValue();
    for (var number : numbers) {
      r += number.doubleValue();
      await(later("number"));
      r += number.intValue();
    }
    for (var entry : map.entrySet()) {
      var list = entry.getValue();
      await(later("entry"));
      var named = list.get(0);
      await(later("named"));
      r += entry.getKey() + named.name() + list.size();
    }
    var own = same(t);
    await(later("own"));
    r += own.name() + own.size() + both(own).size();
    var constants = type.getEnumConstants();
    var again = constants[await(later("constant", 0))];
    await(later("again"));
    r += again + " " + constants.length;
    return done(r);
  }

  @Async
  static Coroutine<String> run() throws Exception {
    var runs = (Runnable & java.io.Serializable & Named) () -> log("runs");
    await(later("runs"));
    runs.run();
    String r = runs.name() + (runs instanceof java.io.Serializable);
    var mixed = await(later("mixed", true)) ? 1 : "s";
    await(later("mixed again"));
    r += mixed.getClass().getSimpleName() + mixed.equals(1);
    var pairs = List.of(List.of(1), java.util.Set.of("one"));
    for (var pair : pairs) {
      await(later("pair"));
      r += pair.size() + "" + pair.iterator().next();
    }
    var both = new ArrayList<>(List.of(new Both()));
    try (var resource = AutoCloseable.class.cast(null)) {
      var deepest = List.of(both, List.of(new Both())).get(await(later("deep", 1))).get(0);
      await(later("deepest"));
      r += deepest.name() + deepest.size();
    }
    var copied = runs;
    copied = runs;
    await(later("copied"));
    copied.run();
    r += copied.name();
    var map = java.util.Map.of("k", List.of(new Both()));
    r += await(wild(List.of(1, 2.5), map, new Both(), java.util.concurrent.TimeUnit.class));
    return done(r);
  }
}

// V25: variables of an intersection that only the bounds of a type variable make
final class V25 {
  private interface Named {
    default String name() {
      return "named";
    }
  }

  private interface Sized {
    default int size() {
      return 7;
    }
  }

  private static class Base {
    int base = 3;
  }

  private static final class All extends Base implements Named, Sized, Comparable<Base> {
    @Override
    public int compareTo(Base other) {
      return base - other.base;
    }
  }

  private static <T extends Named & Sized> T both(Object o) {
    return (T) o;
  }

  private static <T extends Base & Named & Comparable<Base>> T all(Object o) {
    return (T) o;
  }

  private static <T extends Named & Sized> List<T> list(Object o) {
    return new ArrayList<>(List.of((T) o));
  }

  private static String use(Named named, Sized sized, int n) {
    return named.name() + sized.size() + n;
  }

  @Async
  private static <T extends Named & Sized> Coroutine<T> later(Object o) {
    log("later");
    await(world.World.later("in", 0));
    return done((T) o);
  }

  @Async
  static Coroutine<String> run() {
    var met = both(new All());
    await(world.World.later("met"));
    String r = met.name() + met.size();
    met = both(new All());
    await(world.World.later("met again"));
    r += met.size();
    var all = all(new All());
    await(world.World.later("all"));
    r += all.base + all.name() + all.compareTo(all);
    var many = list(new All());
    await(world.World.later("many"));
    for (var one : many) {
      await(world.World.later("one"));
      r += one.name() + one.size();
    }
    var awaited = await(later(new All()));
    await(world.World.later("awaited"));
    r += awaited.name() + awaited.size();
    r += use(both(met), both(met), await(world.World.later("use", 1)));
    r += both(met).name() + await(world.World.later("receiver"));
    return done(r);
  }
}
