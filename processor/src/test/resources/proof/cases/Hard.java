// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

// H01: the state of a try is left by each way at once
@SuppressWarnings("finally")
final class H01 {
  @Async
  static Coroutine<String> go(int n) throws IOException {
    StringBuilder r = new StringBuilder();
    a:
    for (int i = 0; i < 3; i++) {
      try {
        b:
        try {
          try {
            r.append(await(later("1." + i)));
            if (n == 0) continue a;
            if (n == 1) break a;
            if (n == 2) break b;
            if (n == 3) return done(r + "returned");
            if (n == 4) throw new IllegalStateException("four");
            if (n == 5) throw new IOException("five");
            if (n == 6) return child(r + "tail");
            r.append("n");
          } finally {
            r.append(await(later("f1")));
            if (n == 7 && i == 1) break b;
          }
          r.append("after1");
        } catch (IllegalStateException e) {
          r.append(e.getMessage()).append(await(later("c")));
          if (i == 1) return done(r + "in catch");
        } finally {
          r.append("f2");
          if (n == 8 && i == 0) continue;
        }
        r.append("after2");
      } finally {
        log(r);
        await(later("f3"));
      }
      r.append(";");
    }
    return done(r.toString());
  }

  @Async
  static Coroutine<String> child(String s) {
    log("child");
    return done(s + await(later("child")));
  }

  @Async
  static Coroutine<String> run() throws IOException {
    String r = "";
    for (int n = 0; n < 9; n++) {
      try {
        r += await(go(n)) + "|";
      } catch (IOException e) {
        r += e.getMessage();
      }
    }
    return done(r);
  }
}

// H02: values that wait on the left of switch and conditional expressions
final class H02 {
  static String f(Object... all) {
    return Arrays.toString(all);
  }

  @Async
  static Coroutine<String> run() {
    int i = 1;
    int[] a = {1, 2, 3};
    String r = "";
    r = r + i++ + (i > 1 ? a[i++] + await(later(5)) : -1) + i + a[i - 1]++ + Arrays.toString(a);
    r += f(i, i++, switch (i) { case 4 -> { int t = i; yield await(later(t)) + i++; } default -> i; }, i, a[0] += await(later(2)), a[0]);
    r += f(a[0], a = new int[] {9}, a[0], await(later(1)) > 0 && a.length == 1 || i++ > 0, i);
    return done(r.replaceAll("@[0-9a-f]+", "@"));
  }
}

// H03: generic exceptions and sneaky ones
final class H03 {
  interface Action<X extends Exception> {
    Coroutine<String> run() throws X;
  }

  @Async
  static <X extends Exception> Coroutine<String> twice(Action<X> action) throws X {
    String a = await(action.run());
    try {
      return done(a + await(action.run()));
    } finally {
      log("twice " + await(later("f")));
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      r += await(twice(() -> io("io", "x")));
    } catch (IOException e) {
      r += "caught " + e.getMessage();
    }
    r += await(twice(() -> later("y")));
    return done(r);
  }
}

// H04: interfaces with private and static methods, and diamonds of defaults
final class H04 {
  interface A {
    default String name() {
      return "A";
    }

    private String hidden(int i) {
      return "hidden" + i;
    }

    private static int count() {
      return 3;
    }

    @Async
    default Coroutine<String> go() {
      String s = hidden(await(later(1))) + count() + this.hidden(2);
      Supplier<String> f = () -> hidden(3) + name();
      return done(s + await(later("x")) + f.get());
    }
  }

  interface B extends A {
    @Override
    default String name() {
      return "B";
    }
  }

  static final class C implements A, B {
    @Override
    public String name() {
      return "C" + B.super.name();
    }

    @Async
    @Override
    public Coroutine<String> go() {
      return done(await(B.super.go()) + B.super.name() + await(later("c")));
    }
  }

  static Coroutine<String> run() {
    return new C().go();
  }
}

// H05: loops with several variables captured in lambdas of the update
final class H05 {
  @Async
  static Coroutine<String> run() {
    List<Supplier<String>> all = new ArrayList<>();
    String[] words = {"a", "b", "c"};
    for (int i = 0, j = words.length; i < j; i++) {
      String w = words[i];
      Supplier<String> first = () -> w;
      all.add(first);
      String upper = await(later(w.toUpperCase()));
      class Pair {
        final String s = w + upper;
      }
      all.add(() -> new Pair().s);
      all.add(
          new Supplier<>() {
            int calls = 0;

            @Override
            public String get() {
              return upper + ++calls + w;
            }
          });
    }
    String r = "";
    for (Supplier<String> s : all) r += s.get() + await(later(","));
    for (Supplier<String> s : all) r += s.get();
    return done(r);
  }
}

// H06: nested types of all kinds as owners
final class H06 {
  interface Api {
    class Impl {
      @Async
      static Coroutine<Integer> a() {
        return done(await(later(1)));
      }

      enum Deep {
        ONE,
        TWO;

        int seen;

        @Async
        Coroutine<Integer> b() {
          seen += ordinal();
          return done(await(later(ordinal() + 10)) + seen);
        }
      }
    }

    record Holder<T extends Comparable<T>>(T value, List<T> rest) {
      @Async
      Coroutine<T> max() {
        T max = value;
        for (T t : rest) {
          if (t.compareTo(await(later("c", max))) > 0) max = t;
        }
        return done(max);
      }

      @Async
      static <S extends Comparable<S>> Coroutine<Holder<S>> of(S s) {
        return done(new Holder<>(await(later("s", s)), List.of(s)));
      }
    }
  }

  @Async
  static Coroutine<String> run() {
    int a = await(Api.Impl.a());
    int b = await(Api.Impl.Deep.TWO.b());
    String m = await(new Api.Holder<>("m", List.of("a", "z")).max());
    return done(a + " " + b + m + await(Api.Holder.of(5)));
  }
}

// H07: overloaded constructors, varargs and boxing around awaits in new
final class H07 {
  static String log2 = "";

  final String s;

  H07(int i) {
    s = "int" + i;
  }

  H07(Integer i) {
    s = "Integer" + i;
  }

  H07(Object... all) {
    s = "all" + all.length;
  }

  H07(long l, H07 other) {
    s = "long" + l + other.s;
  }

  @Async
  static Coroutine<String> run() {
    H07 a = new H07(await(later(1)));
    H07 b = new H07((int) await(later(2)));
    H07 c = new H07(await(later(3)), await(later("x")), 4);
    H07 d = new H07(await(later(4)), new H07(await(later(5L)), null));
    H07 e = new H07();
    return done(a.s + b.s + c.s + d.s + e.s);
  }
}

// H08: results that are null, void or wider than what is given
final class H08 {
  @Async
  static Coroutine<Object> any(int i) {
    if (i == 0) return done(null);
    if (i == 1) return done(await(later(5)));
    if (i == 2) return done(i > 5 ? 1 : await(later("s")));
    return done(new int[] {await(later(7))}[0]);
  }

  @Async
  static Coroutine<Long> wide() {
    long l = await(later(5));
    return done(l + await(later(6)));
  }

  @Async
  static Coroutine<Double> small(float f) {
    return done((double) (f / await(later(2))));
  }

  @Async
  static Coroutine<List<? extends Number>> list() {
    return done(List.of(await(later(1)), await(later(2.5))));
  }

  @Async
  static Coroutine<Void> nothing(boolean early) {
    if (early) return done();
    await(later("late"));
    if (!early) {
      return done(null);
    }
    return done();
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 4; i++) r += await(any(i)) + " ";
    await(nothing(true));
    Void v = await(nothing(false));
    return done(r + await(wide()) + await(small(3)) + await(list()) + v);
  }
}

// H09: awaits in the parts of nested data that are made in one expression
final class H09 {
  record Node(String name, List<Node> children, Map<String, Integer> data) {}

  @Async
  static Coroutine<Node> node(String name) {
    return done(
        new Node(
            await(later(name)),
            List.of(
                new Node(name + 1, List.of(), Map.of("a", await(later(1)))),
                name.length() < 2 ? await(node(name + "x")) : new Node("leaf", List.of(), Map.of())),
            new TreeMap<>(Map.of("k", await(later(2)), "l", g(3)))));
  }

  @Async
  static Coroutine<String> run() {
    return done(await(node("n")).toString());
  }
}

// H10: threads, locks and static state between awaits
final class H10 {
  private static final Object LOCK = new Object();
  private static int shared;
  private transient volatile int field = 1;

  static Coroutine<String> run() {
    return new H10().go();
  }

  @Async
  Coroutine<String> go() {
    synchronized (LOCK) {
      shared++;
      synchronized (this) {
        field += shared;
      }
    }
    int before = field + await(later("x", 1, () -> field = 100));
    String r = "";
    for (int i = 0; i < 3; i++) {
      synchronized (LOCK) {
        if (i == 1) continue;
        r += i + field++;
      }
      r += await(later("y"));
    }
    try {
      synchronized (this) {
        if (await2(r) > 0) throw new IllegalStateException("locked");
      }
    } catch (IllegalStateException e) {
      r += e.getMessage() + Thread.holdsLock(this) + await(later("c"));
    }
    return done(r + before);
  }

  private int await2(String s) {
    return s.length();
  }
}

// H11: deep expressions with each kind of operator
final class H11 {
  int f = 3;

  static Coroutine<String> run() {
    return new H11().go();
  }

  @Async
  Coroutine<String> go() {
    int a = 5;
    long b = 7;
    boolean t = true;
    int r1 = a << await(later(2)) >>> 1 & ~await(later(3)) | f++ ^ --a % await(later(4));
    double r2 = a * 1.5 / await(later(2)) - -f + +await(later(3)) % 2;
    boolean r3 = a < b == await(later(true)) != (t & !await(later(false)) ^ a >= f | t);
    String r4 = "" + a + b + 'c' + 1.0f + null + await(later("x")) + (a + await(later(1))) + -f;
    long r5 = (b = a) + (b <<= await(later(1))) + b++ - b-- * (a -= await(later(2)));
    char r6 = (char) (await(later('a')) + a);
    Object r7 = a > await(later(100)) ? r1 : t ? r2 : "s";
    r1 += r1++ + (r1 = await(later(9))) - ++r1;
    return done(r1 + " " + r2 + " " + r3 + " " + r4 + " " + r5 + " " + r6 + " " + r7 + " " + a + b + f);
  }
}

// H12: a lambda and an await share a conditional, a return and an array
final class H12 {
  static <A, B> Function<A, B> fn(Function<A, B> f) {
    return f;
  }

  @Async
  static Coroutine<String> run() {
    Supplier<Integer>[] suppliers = make(() -> 1, null);
    suppliers[1] = await(later(true)) ? () -> suppliers[0].get() + 1 : null;
    Function<Integer, Function<Integer, Integer>> add = x -> y -> x + y;
    int sum = add.apply(await(later(1))).apply(await(later(2)));
    BiFunction<Integer, Integer, Integer> bi = (x, y) -> {
      int z = x;
      for (int i = 0; i < y; i++) z += i;
      return z;
    };
    Comparator<String> byLength = Comparator.comparing(String::length);
    String longest = await(later("l", List.of("aa", "b"))).stream().max(byLength.thenComparing(Comparator.naturalOrder())).orElseThrow();
    return done(sum + " " + suppliers[1].get() + bi.apply(sum, await(later(3))) + longest + fn((Integer i) -> i + sum).apply(1));
  }

  @SafeVarargs
  static <T> T[] make(T... all) {
    return all;
  }
}

// H13: an await beside a call of an overloaded generic method with lambdas
final class H13 {
  static String call(Callable<String> c, int i) throws Exception {
    return "callable" + c.call() + i;
  }

  static String call(Runnable r, int i) {
    r.run();
    return "runnable" + i;
  }

  static <T> String pick(Supplier<? extends T> s, T t, Function<? super T, String> f) {
    return f.apply(s.get()) + f.apply(t);
  }

  @Async
  static Coroutine<String> run() throws Exception {
    String r = call(() -> "c", await(later(1)));
    r += call(() -> log("r"), await(later(2)));
    r += call(() -> { throw new IllegalStateException(); } , g(await(later(3)))).length();
    return done(r + pick(() -> 1, await(later(2.5)), t -> t.toString()));
  }
}

// H14: instance initialisers, fields and methods that are called like locals
final class H14 {
  int value = 1;
  int i = 2;
  String r = "field";

  int value() {
    return value;
  }

  String r(int i) {
    return "method" + i;
  }

  static Coroutine<String> run() {
    return new H14().go(3);
  }

  @Async
  Coroutine<String> go(int value) {
    String r = r(value) + this.r;
    for (int i = this.i; i < 4; i++) {
      r += r(i) + await(later(value()));
      this.i += i;
      value += this.value;
    }
    Runnable set = () -> this.value = i;
    await(later("x"));
    set.run();
    return done(r + value + this.value + i);
  }
}
