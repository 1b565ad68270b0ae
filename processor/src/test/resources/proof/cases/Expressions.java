// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.event;
import static world.World.g;
import static world.World.later;
import static world.World.log;
import static world.World.say;
import static world.World.stage;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

// E01: an await between two arguments
final class E01 {
  static String f(int a, int b, int c) {
    return a + "," + b + "," + c;
  }

  @Async
  static Coroutine<String> run() {
    return done(f(g(1), await(later(2)), g(3)));
  }
}

// E02: awaits and calls take turns among the arguments
final class E02 {
  static String f(int a, int b, int c, int d, int e) {
    return a + "," + b + "," + c + "," + d + "," + e;
  }

  @Async
  static Coroutine<String> run() {
    return done(f(await(later(1)), g(2), await(later(3)), g(4), await(later(5))));
  }
}

// E03: each kind of awaitable
final class E03 {
  @Async
  static Coroutine<Integer> run() {
    int a = await(event("event", 1));
    int b = await(stage("stage", 20));
    int c = await(later("coroutine", 300));
    return done(a + b + c);
  }
}

// E04: the receiver is the object that it was before the await
final class E04 {
  static StringBuilder field = new StringBuilder("old");

  @Async
  static Coroutine<String> run() {
    StringBuilder local = new StringBuilder("local");
    StringBuilder old = field;
    field.append(await(later("x", "!", () -> field = new StringBuilder("new"))));
    StringBuilder kept = local;
    local.append(await(later("y", "?"))).append(local = new StringBuilder("other"));
    return done(old + " " + field + " " + kept + " " + local);
  }
}

// E05: a null receiver fails after the arguments
final class E05 {
  static String nul() {
    log("nul");
    return null;
  }

  @Async
  static Coroutine<String> run() {
    return done(nul().concat(await(later("x"))));
  }
}

// E06: an await as the receiver
final class E06 {
  @Async
  static Coroutine<Integer> run() {
    return done(await(later("abc")).length() + await(later("  d ")).trim().concat("e").length());
  }
}

// E07: the left operand is read before the await
final class E07 {
  static int total = 1;
  int field = 10;

  static Coroutine<Integer> run() {
    return new E07().go();
  }

  @Async
  Coroutine<Integer> go() {
    int a = this.field + await(later("a", 1, () -> this.field = 1000));
    int b = total + await(later("b", 1, () -> total = 5000));
    int c = field + total + await(later("c", 7, () -> field = total = 0));
    log(a + " " + b + " " + c);
    return done(a + b + c);
  }
}

// E08: the right operand is read after the await
final class E08 {
  int field = 10;

  static Coroutine<Integer> run() {
    return new E08().go();
  }

  @Async
  Coroutine<Integer> go() {
    return done(await(later("a", 1, () -> field = 1000)) + this.field);
  }
}

// E09: a local to the left is read before it is assigned to the right
final class E09 {
  @Async
  static Coroutine<Integer> run() {
    int x = 5;
    int y = x + (x = await(later(7))) + x * await(later(2)) + x++ + await(later(3)) + x;
    return done(y * 100 + x);
  }
}

// E10: the array element is read before the await, the array and the index after it
final class E10 {
  static int[] array = {1, 2, 3};

  @Async
  static Coroutine<String> run() {
    int i = 1;
    int a = array[i] + await(later("a", 10, () -> array[1] = 99));
    int b = array[i] + await(later("b", 10, () -> array = new int[] {7, 8, 9})) + array[i];
    int c = array[i++] * await(later("c", 2)) + array[i];
    return done(a + " " + b + " " + c);
  }
}

// E11: awaits in array initialisers
final class E11 {
  @Async
  static Coroutine<String> run() {
    int[] a = new int[] {g(1), await(later(2)), g(3)};
    int[][] b = {{1, await(later(20))}, {await(later(30)), 4}};
    int[][] c = {{g(5)}, await(later("row", new int[] {6, 7})), {}};
    Object[] d = {"s", await(later("t")), g(8), null};
    return done(
        Arrays.toString(a) + Arrays.deepToString(b) + Arrays.deepToString(c) + Arrays.toString(d));
  }
}

// E12: awaits in array dimensions
final class E12 {
  @Async
  static Coroutine<String> run() {
    int[][] a = new int[g(2)][await(later(3))];
    int[][][] b = new int[await(later(1))][g(2)][];
    log(a.length + " " + a[0].length + " " + b.length + " " + b[0].length);
    int[][] c = new int[g(1)][await(later("negative", -1))];
    return done("not reached " + c.length);
  }
}

// E13: the array is the one from before its index was evaluated
final class E13 {
  @Async
  static Coroutine<String> run() {
    int[] x = {0, 1, 2};
    int[] y = {3, 4, 5};
    int[] z = x;
    z[(z = y)[await(later(1))] - 3] = 9;
    int w = z[(z = x)[await(later(0))]];
    return done(Arrays.toString(x) + Arrays.toString(y) + w);
  }
}

// E14: a null array fails after the index
final class E14 {
  @Async
  static Coroutine<Integer> run() {
    return done(((int[]) null)[await(later(0))]);
  }
}

// E15: an index out of bounds
final class E15 {
  @Async
  static Coroutine<Integer> run() {
    int[] a = {1, 2};
    return done(a[g(0)] + a[await(later(2))] + g(3));
  }
}

// E16: string concatenation knows numbers until the first string
final class E16 {
  @Async
  static Coroutine<String> run() {
    String a = 1 + 2 + await(later("s")) + 1 + 2;
    String b = await(later("t")) + 'c' + 1;
    String c = 'c' + 1 + await(later("u")) + null;
    String d = "" + await(later('x')) + (char) (await(later('x')) + 1) + 1.0f + await(later(2L));
    char[] chars = {'n', 'o'};
    String e = "a" + chars.length + await(later("l")) + true;
    return done(a + b + c + d + e);
  }
}

// E17: an operand of a concatenation is a string before the await
final class E17 {
  static StringBuilder sb = new StringBuilder("a");

  @Async
  static Coroutine<String> run() {
    String s = "" + sb + await(later("await", "b", () -> sb.append("a")));
    return done(s + sb);
  }
}

// E18: unary operators, casts and parentheses around an await
final class E18 {
  @Async
  static Coroutine<String> run() {
    int a = -await(later(1)) + ~await(later(2)) - (+await(later(3)));
    boolean b = !await(later(true)) | !(await(later(false)));
    byte c = (byte) (int) await(later(300));
    long d = (long) await(later(7)) << await(later(33));
    double e = await(later(7)) / 2 + await(later(7)) / 2.0;
    Object f = (Object) await(later("o"));
    String g = (String) f;
    return done(a + " " + b + " " + c + " " + d + " " + e + " " + f + g);
  }
}

// E19: a division fails before the await to its right, and after the one that gives the divisor
final class E19 {
  @Async
  static Coroutine<Integer> run() {
    int zero = 0;
    try {
      log((1 / zero) + await(later(1)));
    } catch (ArithmeticException e) {
      log(e.getMessage());
    }
    return done(g(5) / await(later(0)));
  }
}

// E20: a class is initialised where the language says
final class E20 {
  static final class X {
    static int f = log("X is initialised", 1);

    X(int value) {
      log("new X " + value, 0);
    }

    static int m(int value) {
      return value;
    }
  }

  static final class Y {
    static int f = log("Y is initialised", 2);
  }

  static final class Z {
    static final int[] F = {log("Z is initialised", 3)};

    static int m(int value) {
      return value;
    }
  }

  static int log(String entry, int value) {
    world.World.log(entry);
    return value;
  }

  @Async
  static Coroutine<Integer> run() {
    Y.f = await(later(4));
    int m = Z.m(await(later(5)));
    return done(Y.f + m + Z.F[0]);
  }
}

// E20new: a class is initialised before the arguments of its constructor
final class E20new {
  static class Above {
    static {
      log("Above is initialised");
    }
  }

  interface Silent {
    int S = say("Silent is initialised", 1);
  }

  interface Loud {
    int L = say("Loud is initialised", 2);

    default int loud() {
      return 1;
    }
  }

  static final class X extends Above implements Silent, Loud {
    static final int F = Integer.parseInt("1");

    static {
      log("X is initialised");
    }

    X(int value) {
      log("new X " + value);
    }
  }

  abstract static class Half {
    static int half = say("Half is initialised", 3);

    Half(int value) {
      log("new Half " + value);
    }
  }

  static boolean fails;

  private static final class Bad {
    static int bad = Integer.parseInt(say("Bad is initialised", fails ? "no number" : "5"));

    Bad(int value) {
      log("never" + value);
    }
  }

  record Plain(int value) {
    static final int CONSTANT = 3;
  }

  static final class Counted {
    static int made = 5;

    Counted(int first, int second) {
      made += first + second;
    }
  }

  static int sum(int a, int b, int c) {
    return a + b + c;
  }

  class Inner {
    static final int[] FIELD = {say("Inner is initialised", 4)};

    Inner(int value) {
      log("new Inner " + value);
    }
  }

  @Async
  static Coroutine<String> run() {
    sum(g(1), new X(await(later(3))) == null ? 0 : 1, g(2));
    new X(await(later(4)));
    Half half =
        new Half(await(later(5))) {
          static final int[] OWN = {say("anonymous is initialised", 6)};

          @Override
          public String toString() {
            return "half" + OWN[0];
          }
        };
    String r = half + "" + new Half(await(later(7))) {}.getClass().isAnonymousClass();
    fails = true;
    for (int i = 0; i < 2; i++) {
      try {
        new Bad(await(later(8)));
      } catch (ExceptionInInitializerError e) {
        r += e.getCause().getMessage();
      } catch (NoClassDefFoundError e) {
        r += "again";
      }
    }
    class Local {
      static int local = say("Local is initialised", 9);

      Local(int value) {
        log("new Local " + value);
      }
    }
    new Local(await(later(10)));
    E20new outer = new E20new();
    outer.new Inner(await(later(11)));
    r += Counted.made + new Counted(Counted.made, await(later(12))).hashCode() * 0 + Counted.made;
    return done(r + new Plain(await(later(13))));
  }
}

// E21: a constructor call with awaited arguments, nested
final class E21 {
  record Pair(Object left, Object right) {}

  @Async
  static Coroutine<Object> run() {
    return done(
        new Pair(
            new Pair(g(1), await(later(2))), new Pair(await(later(3)), new Pair(g(4), g(5)))));
  }
}

// E22: an anonymous class with an awaited argument of its constructor
final class E22 {
  abstract static class Base {
    final int value;

    Base(int before, int value) {
      log("Base " + before + " " + value);
      this.value = value;
    }

    abstract int twice();
  }

  @Async
  static Coroutine<Integer> run() {
    int factor = g(2);
    Base base =
        new Base(g(1), await(later(21))) {
          @Override
          int twice() {
            return factor * value;
          }
        };
    return done(base.twice());
  }
}

// E23: an assignment among the arguments
final class E23 {
  static String f(int a, int b) {
    return a + "," + b;
  }

  @Async
  static Coroutine<String> run() {
    int x = 1;
    String a = f(x = await(later(5)), x);
    String b = f(x, x = await(later(6)));
    String c = f(x++, x + await(later(1)));
    return done(a + " " + b + " " + c + " " + x);
  }
}

// E25: precedence and grouping
final class E25 {
  @Async
  static Coroutine<Integer> run() {
    return done(
        await(later(1)) + await(later(2)) * await(later(3)) - (await(later(4)) - await(later(5))));
  }
}

// E26: a method reference checks its receiver before the await, a lambda does not
final class E26 {
  static String foo(Supplier<String> s, int i) {
    log("foo " + i);
    return i > 1 ? s.get() : "unused";
  }

  @Async
  static Coroutine<String> run() {
    Object obj = null;
    log(foo(() -> obj.toString(), await(later(1))));
    String set = "set";
    log(foo(set::toString, await(later(2))));
    return done(foo(obj::toString, await(later(3))));
  }
}

// E27: an await inside the receiver of a method reference
final class E27 {
  @Async
  static Coroutine<Integer> run() {
    Supplier<Integer> length = await(later("four"))::length;
    log("made");
    return done(length.get());
  }
}

// E28: poly expressions as arguments beside an await
final class E28 {
  static String foo(List<String> list, int i) {
    return list + " " + i;
  }

  static <T> T pick(T a, T b) {
    return a == null ? b : a;
  }

  @Async
  static Coroutine<String> run() {
    boolean c = g(1) == 1;
    String s = foo(List.of(), await(later(1)));
    s += foo(new ArrayList<>(), await(later(2)));
    s += foo(null, await(later(3)));
    s += foo(c ? null : List.of(), await(later(4)));
    s += foo(pick(List.of(), new ArrayList<>()), await(later(5)));
    s += foo(c ? List.of() : new ArrayList<>(), await(later(6)));
    s += foo(switch (g(2)) { case 2 -> List.of("two"); default -> null; }, await(later(7)));
    return done(s);
  }
}

// E29: every type to the left of an await
final class E29 {
  static String f(
      boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, Object n,
      int[] a, int last) {
    return z + " " + b + s + c + i + l + f + d + t + n + a.length + last;
  }

  @Async
  static Coroutine<String> run() {
    byte b = 1;
    short s = 2;
    return done(
        f(true, b, s, 'c', 3, 4L, 5f, 6d, "t", null, new int[] {7, 8}, await(later(9)))
            + f(g(1) == 1, (byte) g(-1), (short) g(2), (char) g(99), g(3), (long) g(4), (float) g(5),
                (double) g(6), say("t", "u"), say("n", null), say("a", new int[1]),
                await(later(9))));
  }
}

// E30: generic and raw values to the left of an await
final class E30 {
  static <T> String f(List<? extends T> a, T[] b, int c) {
    return a + Arrays.toString(b) + c;
  }

  @Async
  static Coroutine<String> run() {
    List<? super Integer> sink = new ArrayList<Number>(List.of(1.5));
    sink.add(await(later(2)));
    List<? extends Number> source = say("source", List.of(3));
    return done(f(source, new Integer[] {g(4)}, await(later(5))) + sink + source.get(await(later(0))));
  }
}

// E31: a static method through a null expression
final class E31 {
  static int m(int i) {
    return i;
  }

  static E31 nul() {
    log("nul");
    return null;
  }

  @SuppressWarnings("static")
  @Async
  static Coroutine<Integer> run() {
    return done(nul().m(await(later(3))));
  }
}

// E32: siblings that need no spilling
final class E32 {
  enum Color {
    RED,
    BLUE
  }

  static final int K = 5;
  int field = 6;

  static Coroutine<String> run() {
    return new E32().go();
  }

  String f(Object... all) {
    return Arrays.toString(all);
  }

  @Async
  Coroutine<String> go() {
    final int k = 7;
    return done(
        f(Color.BLUE, String.class, K, k, 1, 'c', "s", null, 1.5, await(later("x")), field, this.K)
            + f(this == this, this.field, await(later("y", "y", () -> field = 60)), field, int[].class));
  }
}

// E33: awaits inside awaits
final class E33 {
  @Async
  static Coroutine<Integer> twice(int value) {
    log("twice " + value);
    return done(2 * await(later(value)));
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(twice(await(twice(g(1))) + await(twice(await(later(10)))))));
  }
}

// E34: an await for its effect only
final class E34 {
  static int count;

  @Async
  static Coroutine<Integer> run() {
    await(later("a", 1, () -> count++));
    await(later("b", "s", () -> count += 10));
    await(E34.nothing());
    return done(count);
  }

  @Async
  static Coroutine<Void> nothing() {
    await(later("c", 1, () -> count += 100));
    return done();
  }
}

// E35: instanceof on an awaited value
final class E35 {
  @Async
  static Coroutine<String> run() {
    Object o = await(later("s"));
    boolean a = await(later("t")) instanceof Object;
    boolean b = (Object) await(later(3)) instanceof String;
    if (o instanceof String s && s.length() == await(later(1))) {
      return done(s + a + b);
    }
    return done("no");
  }
}

// E36: a pattern variable is live across an await
final class E36 {
  @Async
  static Coroutine<String> run() {
    Object o = say("o", "text");
    if (!(o instanceof String s)) {
      return done("no string");
    }
    await(later(1));
    boolean both = o instanceof CharSequence c && await(later(true)) && c.length() == 4;
    if (o instanceof String t && t.length() > await(later(2)) && t.startsWith(await(later("te")))) {
      return done(s + t + both);
    }
    return done("else " + s);
  }
}

// E37: ternaries, assignments and casts deep in arguments
final class E37 {
  static int f(int... all) {
    return Arrays.stream(all).sum();
  }

  @Async
  static Coroutine<Integer> run() {
    int x = 1;
    int y;
    int r =
        f(x, f(y = await(later(10)), x += 2), g(x) > 2 ? await(later(100)) : x, y + f(), -x + y);
    return done(r);
  }
}

// E38: a boxed and a primitive comparison
final class E38 {
  @Async
  static Coroutine<String> run() {
    boolean a = await(later(1)) < await(later(2));
    boolean b = await(later(3)) == 3;
    boolean c = await(later(1000)) != g(1000);
    Integer big = 1000;
    boolean d = big == await(later("big", big));
    boolean e = await(later('a')) >= 'b';
    return done(a + " " + b + " " + c + " " + d + " " + e);
  }
}

// E39: a value of the left side survives many awaits
final class E39 {
  @Async
  static Coroutine<String> run() {
    String s = say("left", "l");
    return done(
        s + g(1) + (await(later("a")) + g(2) + (await(later("b")) + g(3) + (await(later("c")) + g(4)))));
  }
}

// E40: exception of an operand between two awaits
final class E40 {
  static int fail() {
    log("fail");
    throw new IllegalStateException("operand");
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(later(1)) + fail() + await(later(2)));
  }
}
