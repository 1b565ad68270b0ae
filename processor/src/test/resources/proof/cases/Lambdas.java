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
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

// B01: a lambda uses locals and parameters that are live across awaits
final class B01 {
  @Async
  static Coroutine<String> go(int p) {
    int x = await(later(5));
    Supplier<String> s = () -> x + " " + p;
    await(later("a"));
    String early = s.get();
    int y = x + await(later(1));
    Supplier<String> t = () -> s.get() + y;
    return done(early + t.get());
  }

  static Coroutine<String> run() {
    return go(7);
  }
}

// B02: lambdas made in a loop keep the values of their own round
final class B02 {
  @Async
  static Coroutine<String> run() {
    List<Supplier<Object>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int square = i * i;
      all.add(() -> square);
      await(later(i));
      int awaited = await(later(i + 10));
      all.add(() -> square + "/" + awaited);
    }
    for (int i : new int[] {1, 2, 3}) {
      all.add(() -> i);
      await(later("x"));
    }
    for (String s : List.of("p", "q")) {
      String t = s + await(later(s));
      all.add(() -> s + t);
      await(later("y"));
    }
    int n = 0;
    while (n < 2) {
      final int m = n++;
      await(later("z"));
      all.add(() -> m);
    }
    return done(all.stream().map(s -> "" + s.get()).collect(Collectors.joining(",")));
  }
}

// B03: lambdas in lambdas, with this and parameters
final class B03 {
  int field = 1;

  static Coroutine<String> run() {
    return new B03().go(10);
  }

  int method(int x) {
    return x + field;
  }

  @Async
  Coroutine<String> go(int p) {
    int local = await(later(100));
    Supplier<IntUnaryOperator> s = () -> x -> x + field + p + local + this.method(x) + method(p);
    field++;
    await(later("a", 1, () -> field += 5));
    Function<Integer, Supplier<B03>> self = x -> () -> this;
    return done(s.get().applyAsInt(1000) + " " + (self.apply(1).get() == this));
  }
}

// B04: statement lambdas with locals, loops and returns of their own
final class B04 {
  @Async
  static Coroutine<String> run() {
    int base = await(later(10));
    Function<Integer, String> f =
        n -> {
          int sum = base;
          for (int i = 0; i < n; i++) {
            if (i == 1) continue;
            if (i > 5) break;
            sum += i;
          }
          if (sum > 20) {
            return "big" + sum;
          }
          switch (sum) {
            case 12:
              return "twelve";
            default:
              break;
          }
          return switch (sum) { case 10 -> { String state = "ten"; yield state; } default -> "other"; };
        };
    await(later("a"));
    return done(f.apply(0) + f.apply(3) + f.apply(5) + f.apply(100));
  }
}

// B05: local classes, records, enums and interfaces
final class B05 {
  @Async
  static Coroutine<String> run() {
    record Pair(int a, String b) {
      int twice() {
        return 2 * a;
      }
    }
    enum Level {
      LOW,
      HIGH
    }
    interface Shape {
      int area();
    }
    class Square implements Shape {
      final int side;

      Square(int side) {
        this.side = side;
      }

      @Override
      public int area() {
        return side * side;
      }
    }
    Pair p = new Pair(g(1), "b");
    Level level = Level.HIGH;
    Shape square = new Square(4);
    log(p.twice() + level.name() + square.area());
    return done("end");
  }
}

// B05live: a local class is used on both sides of an await
final class B05live {
  @Async
  static Coroutine<String> run() {
    record Pair(int a, String b) {}
    Pair p = new Pair(await(later(1)), "b");
    await(later("a"));
    return done(p + " " + new Pair(2, await(later("c"))));
  }
}

// B05inner: a local class in a statement without await
final class B05inner {
  @Async
  static Coroutine<String> run() {
    int n = await(later(3));
    String r = "";
    if (n == 3) {
      class Counter {
        int count = n;

        int next() {
          return ++count;
        }
      }
      Counter c = new Counter();
      c.next();
      r += c.next();
    }
    return done(r + await(later("x")));
  }
}

// B06: jumps inside of lambdas and anonymous classes are theirs
final class B06 {
  @Async
  static Coroutine<String> run() throws Exception {
    String before = await(later("before"));
    Callable<String> c =
        new Callable<>() {
          private int calls;

          @Override
          public String call() {
            calls++;
            while (true) {
              if (calls > 1) return before + calls;
              calls++;
            }
          }
        };
    await(later("a"));
    List<Integer> sorted = new ArrayList<>(List.of(3, 1, 2));
    sorted.sort(
        new Comparator<Integer>() {
          @Override
          public int compare(Integer a, Integer b) {
            if (a.equals(b)) return 0;
            return a < b ? -1 : 1;
          }
        });
    return done(c.call() + sorted);
  }
}

// B07: anonymous classes with this, fields and methods
final class B07 {
  int x = 1;

  static Coroutine<String> run() {
    return new B07().go();
  }

  String name() {
    return "outer";
  }

  @Async
  Coroutine<String> go() {
    int local = await(later(10));
    Supplier<String> s =
        new Supplier<String>() {
          int x = 100;

          String name() {
            return "inner";
          }

          @Override
          public String get() {
            return name() + x + this.x + B07.this.x + B07.this.name() + local;
          }
        };
    await(later("a", 0, () -> x = 2));
    return done(s.get());
  }
}

// B08: casts and functional interfaces of all kinds
final class B08 {
  interface Thrower<X extends Exception> {
    void run() throws X;
  }

  @Async
  static Coroutine<String> run() {
    String r = await(later("r"));
    Runnable serializable = (Runnable & Serializable) () -> log("runs " + r);
    BiFunction<Integer, ? super String, ? extends CharSequence> f = (a, b) -> a + r + b;
    Thrower<IllegalStateException> t =
        () -> {
          throw new IllegalStateException("thrown by " + r);
        };
    await(later("a"));
    serializable.run();
    log(serializable instanceof Serializable);
    log(f.apply(1, "x"));
    try {
      t.run();
    } catch (IllegalStateException e) {
      return done(e.getMessage() + await(later("c")));
    }
    return done("no");
  }
}

// B09: recursion through a field, and a holder that changes
final class B09 {
  static Function<Integer, Integer> factorial;

  @Async
  static Coroutine<String> run() {
    factorial = n -> n < 2 ? 1 : n * factorial.apply(n - 1);
    int[] holder = {0};
    Runnable add = () -> holder[0]++;
    add.run();
    await(later("a", 1, add));
    add.run();
    await(later("b"));
    return done(factorial.apply(5) + " " + holder[0]);
  }
}

// B10: method references
final class B10 {
  int x = 5;

  static Coroutine<String> run() {
    return new B10().go();
  }

  int add(int y) {
    return x + y;
  }

  static int twice(int y) {
    return 2 * y;
  }

  @Async
  Coroutine<String> go() {
    IntUnaryOperator a = this::add;
    IntUnaryOperator b = B10::twice;
    Function<Integer, int[]> c = int[]::new;
    Supplier<List<String>> d = ArrayList::new;
    Function<String, Integer> e = String::length;
    String s = await(later("text"));
    Supplier<String> f = s::toUpperCase;
    x = await(later(50));
    return done(
        a.applyAsInt(1) + " " + b.applyAsInt(await(later(4))) + c.apply(3).length + d.get()
            + e.apply("four") + f.get() + List.of(3, 1).stream().map(this::add).toList());
  }
}

// B11: lambdas beside awaits in one expression
final class B11 {
  static String f(Supplier<String> a, String b, Supplier<String> c) {
    return a.get() + b + c.get();
  }

  @Async
  static Coroutine<String> run() {
    String x = say("x", "x");
    String r = f(() -> x, await(later("m")), () -> x + "c");
    r += f(x::trim, await(later("n")), () -> await2(x));
    Supplier<String> s = await(later(true)) ? () -> "yes" + x : () -> "no";
    return done(r + s.get() + await(later("d", List.of(1, 2))).stream().map(i -> i + x).toList());
  }

  static String await2(String s) {
    return s + "2";
  }
}

// B12: parameters of lambdas that are named as fields and locals are elsewhere
final class B12 {
  static int value = 1;

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 2; i++) r += await(later(i));
    IntUnaryOperator f = i -> i + value;
    IntUnaryOperator h = value -> value + 1;
    {
      int j = await(later(1));
      r += j;
    }
    IntUnaryOperator k = j -> { int i = j; return i * 2; };
    await(later("x"));
    return done(r + f.applyAsInt(1) + h.applyAsInt(10) + k.applyAsInt(100));
  }
}

// B13: a variable captured by a lambda which is assigned once, after an await
final class B13 {
  @Async
  static Coroutine<String> run() {
    final int x;
    String s;
    if (g(1) == 1) {
      x = await(later(5));
      s = "a";
    } else {
      x = 6;
      s = await(later("b"));
    }
    Supplier<String> f = () -> s + x;
    await(later("y"));
    return done(f.get());
  }
}

// B14: pattern variables and resources in lambdas
final class B14 {
  @Async
  static Coroutine<String> run() throws Exception {
    Object o = await(later("o", "text"));
    Supplier<String> f = () -> "none";
    if (o instanceof String s) {
      await(later("a"));
      f = () -> s + s.length();
    }
    try (AutoCloseable c = () -> log("close")) {
      await(later("b"));
      Supplier<String> before = f;
      f = () -> before.get() + (c != null);
    }
    int[] sizes = await(later("sizes", new int[] {1, 2}));
    return done(f.get() + Arrays.stream(sizes).map(i -> i * sizes.length).sum());
  }
}

// B15: lambdas that return coroutines, which are awaited here
final class B15 {
  @Async
  static Coroutine<Integer> twice(int x) {
    return done(2 * await(later(x)));
  }

  @Async
  static Coroutine<Integer> run() {
    Function<Integer, Coroutine<Integer>> f = B15::twice;
    Supplier<Coroutine<Integer>> s = () -> twice(10);
    int a = await(f.apply(1));
    return done(a + await(s.get()));
  }
}

// B17: statements without await that assign a variable and hand it to a lambda
final class B17 {
  static String both(Supplier<String> s, Object o) {
    return s.get() + o;
  }

  @Async
  static Coroutine<String> run() {
    String r = await(later("r"));
    final int x;
    String name;
    if (g(1) == 1) {
      x = 5;
      name = "n" + x;
      Supplier<String> s = () -> name + x;
      r += s.get();
    } else {
      x = 6;
      name = "m";
    }
    int y;
    switch (g(2)) {
      case 2:
        y = x + 1;
        r += both(() -> "y" + y, y);
        break;
      default:
        y = 0;
    }
    String z;
    try {
      z = name + g(3);
      Runnable run = () -> log(z + y);
      run.run();
      for (int i = 0; i < 2; i++) {
        Supplier<String> inner = () -> z + x;
        if (i == 1) return done(inner.get() + r);
      }
    } finally {
      log("finally");
    }
    return done(await(later("end")) + r + x + y + z);
  }

  @Async
  static Coroutine<String> await2(String s) {
    return done(s + await(later("2")));
  }
}
