// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static java.lang.Math.*;
import static java.util.Map.Entry.comparingByKey;
import static java.util.stream.Collectors.joining;
import static world.World.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.*;
import java.util.function.*;
import java.util.stream.Stream;

// Q01: comments in the middle and at the end of expressions
final class Q01 {
  static int f(int a, int b, int c) {
    return a * 100 + b * 10 + c;
  }

  @Async
  static Coroutine<Integer> run() {
    int x = await(later(1)) // the first
        + await(later(2)) // the second
        ;
    int y = f(x // a comment to the left
        , await(later(3)) /* a comment */, // another
        x /* inner */ + /* more */ 1 // last
        );
    y += // why
        await(later(4)); // because
    if (y > 1 // greater
        && await(later(true)) // and true
    ) {
      // only a comment
    } // else
    else { /* nothing */ }
    for (int i = 0 // from
        ; i < await(later(2)) // to
        ; i++ // by
    ) {
      y += i; // sum
    } // end of for
    String s = "// no comment" + await(later("/* none */")) + '"'; // "
    int[] a = {1, // one
        await(later(2)), // two
    };
    return done( // the result
        y + s.length() + a[1] // sum
        ); // end
  }
}

// Q02: names from static imports, imports on demand and java.lang
final class Q02 {
  @Async
  static Coroutine<String> run() {
    int m = max(await(later(3)), abs(-5));
    double p = PI * await(later(0)) + E;
    Map<String, Integer> map = new TreeMap<>(Map.of("b", 2, "a", await(later(1))));
    String s = map.entrySet().stream().sorted(comparingByKey()).map(Map.Entry::getKey).collect(joining("-"));
    Function<Integer, UnaryOperator<String>> f = i -> t -> t + i;
    await(later("x"));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(map.entrySet());
    Iterator<Map.Entry<String, Integer>> it = entries.iterator();
    await(later("y"));
    return done(m + s + (int) p + f.apply(1).apply("f") + it.next().getKey() + Stream.of(1, 2).map(i -> i + m).collect(java.util.stream.Collectors.toList()));
  }
}

// Q03: qualified and explicit forms of await and done
final class Q03 {
  @Async
  static Coroutine<Integer> run() {
    int a = Weft.await(later(1));
    int b = dev.weft.Weft.await(later(2)) + Weft.<Integer>await(later(3));
    int c = (await((later(4)))) + (int) (await(later(5)));
    int d = ((Integer) await(later(6))).intValue();
    if (a == 0) return Weft.done(0);
    if (b == 0) return (done(1));
    if (c == 0) {
      return Weft.<Integer>done(2);
    }
    return (Weft.done(a + b + c + d));
  }
}

// Q04: conditionals and switches of coroutines
final class Q04 {
  @Async
  static Coroutine<String> child(String s) {
    return done(s + await(later(s)));
  }

  @Async
  static Coroutine<String> pick(int i) {
    if (i < 2) return i == 0 ? done("zero") : child("one");
    return switch (i) {
      case 2 -> done("two");
      case 3 -> child("three");
      default -> i > 4 ? child("many") : Coroutine.of("four");
    };
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 6; i++) {
      r += await(pick(i)) + await(i % 2 == 0 ? child("even") : later("odd"));
    }
    return done(r);
  }
}

// Q05: members that are inherited from a class and from interfaces
final class Q05 {
  interface Limits {
    int LIMIT = 5;

    record Pair(int a, int b) {}

    static int twice(int i) {
      return 2 * i;
    }

    default String hello() {
      return "hello";
    }
  }

  static class Base {
    protected int count = 3;
    static int total = 4;

    static class Box {
      int x = 9;
    }

    enum Mode {
      ON,
      OFF
    }

    String name() {
      return "base";
    }

    static String shared() {
      return "shared";
    }
  }

  static final class Sub extends Base implements Limits {
    @Async
    Coroutine<String> go() {
      Box box = new Box();
      Pair p = new Pair(LIMIT, await(later(1)));
      count += box.x;
      total++;
      Mode mode = Mode.OFF;
      await(later("a"));
      switch (mode) {
        case OFF -> box.x += await(later(1));
        default -> {}
      }
      return done(p + name() + shared() + hello() + count + total + box.x + Limits.twice(LIMIT) + mode);
    }
  }

  static Coroutine<String> run() {
    return new Sub().go();
  }
}

// Q06: names that the translation invents
final class Q06 {
  @Async
  static Coroutine<String> run() {
    int awaited = 1;
    int returned = 2;
    int pending = 3;
    int exit = 4;
    int choice = 5;
    int iterator = 6;
    int thrown = 7;
    int failure = 8;
    int test = 9;
    int left = 10;
    int array = 11;
    int index = 12;
    int primary = 13;
    int selector = 14;
    int receiver = 15;
    int machine = 16;
    int length = 17;
    String r = "";
    machine:
    for (String s : List.of("a", "b")) {
      int t = awaited + await(later(1));
      try {
        r += s.length() > await(later(0)) && t > 0 ? await(later("x")) : "y";
        for (int i = 0; i < 3; i++) {
          if (i == 1) continue machine;
        }
      } catch (IllegalStateException e) {
        r += e;
      } finally {
        r += await(later("f")) + choice + iterator + thrown + failure;
      }
    }
    int sum = awaited + returned + pending + exit + choice + iterator + thrown + failure + test;
    sum += left + array + index + primary + selector + receiver + machine + length;
    return done(r + await(later("end")) + sum);
  }
}

// Q07: jumps out of statements that have no await
@SuppressWarnings("finally")
final class Q07 {
  @Async
  static Coroutine<String> go(int n) {
    String r = "";
    for (int i = 0; i < 5; i++) {
      r += await(later(i));
      synchronized (Q07.class) {
        if (i == 1 && n == 0) return done(r + "sync");
        if (i == 2) continue;
      }
      try {
        if (i == 3 && n == 1) break;
        if (i == 3 && n == 2) return done(r + "try");
        if (i == 3 && n == 3) throw new IllegalStateException("x");
      } catch (IllegalStateException e) {
        r += "c";
        continue;
      } finally {
        r += "f";
        log("finally " + i);
      }
      switch (n) {
        case 4:
          if (i == 1) break;
          r += "4";
          continue;
        default:
          r += "d";
      }
      label:
      {
        if (n == 4) break label;
        while (true) {
          if (i > n) break label;
          break;
        }
        r += "w";
      }
      do {
        if (n == 5) continue;
        if (n == 6) return done("six");
      } while (false);
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 7; i++) r += await(go(i)) + " ";
    return done(r);
  }
}

// Q08: C-like arrays, trailing commas and odd spacing
final class Q08 {
  @Async
  static Coroutine<String> go(int a[], String[]... rest) {
    int b[] = {1,await(later(2)),}, c[][] = {{3},{await(later(4)),},};
    int  d  [ ]=new int [ ] { await ( later ( 5 ) ) , };
    a [ 0 ] =
        await (later(6))
      ;
    return done(Arrays.toString(a)+Arrays.toString(b)+Arrays.deepToString(c)+d[0]+rest.length) ;
  }

  static Coroutine<String> run() {
    return go(new int[2], new String[0], new String[1]);
  }
}

// Q09: a receiver parameter, final parameters and annotations
final class Q09 {
  @interface Mark {
    int value() default 0;
  }

  static final int ONE = 1;

  static Coroutine<String> run() {
    return new Q09().go("p", 2);
  }

  @Mark(ONE)
  @Async
  public final Coroutine<String> go(Q09 this, @Mark final String p, final int... q) {
    @Mark(ONE + 1) final String s = p + await(later("x"));
    return done(s + q[0] + this.hashCode() * 0);
  }
}

// Q10: creation of objects of inner classes and with diamonds
final class Q10 {
  int x = 5;

  class Inner {
    int y = x;

    class Deep {
      int z = y + x;
    }
  }

  class Generic<T> {
    T t;

    Generic(T t) {
      this.t = t;
    }
  }

  static Coroutine<String> run() {
    return new Q10().go();
  }

  @Async
  Coroutine<String> go() {
    Inner inner = new Inner();
    x += await(later(1));
    Inner second = this.new Inner();
    Inner.Deep deep = second.new Deep();
    Generic<String> g = new Generic<>(await(later("g")));
    Q10 other = new Q10();
    Generic<Integer> h = other.new Generic<>(await(later(7)));
    await(later("x"));
    Supplier<Inner> t = () -> new Inner();
    return done(inner.y + " " + deep.z + g.t + h.t + t.get().y);
  }
}

// Q10reference: a reference to the constructor of an inner class
final class Q10reference {
  class Inner {}

  static Coroutine<String> run() {
    return new Q10reference().go();
  }

  @Async
  Coroutine<String> go() {
    Supplier<Inner> s = Inner::new;
    await(later("x"));
    return done(s.get().getClass().getSimpleName());
  }
}

// Q11: anonymous subclasses of what other packages protect
final class Q11 {
  @Async
  static Coroutine<String> run() {
    int base = await(later(1));
    elsewhere.Base b =
        new elsewhere.Base(await(later(7))) {
          @Override
          public String describe() {
            return super.describe() + count + twice(base) + total + name();
          }
        };
    await(later("x"));
    return done(b.describe());
  }
}

// Q12: generic casts, patterns and references
final class Q12 {
  @Async
  static Coroutine<String> run() {
    Object o = await(later("o", List.of("a", "b")));
    String r = "";
    if (o instanceof List<?> l && l.size() == await(later(2))) r += l;
    if (await(later("p", (Object) "text")) instanceof String s && !s.isEmpty()) r += s;
    @SuppressWarnings("unchecked")
    List<String> cast = (List<String>) await(later("q", o));
    Comparable<String> c = (Comparable<String> & java.io.Serializable) await(later("c"));
    r += cast.get(await(later(0))) + c.compareTo("b");
    Object[] arrays = await(later("arrays", new Object[] {1, new int[] {2}}));
    if (arrays[1] instanceof int[] ints) r += ints[await(later(0))];
    Coroutine<?>[] all = {later("x"), later(5)};
    for (Coroutine<?> each : all) r += await(each);
    r += await(all.length > 0 ? later("y") : later("z")).concat(await(later("!")));
    return done(r + Q12.<String>id(await(later("id"))).length());
  }

  static <T> T id(T t) {
    return t;
  }
}

// Q13: variables that obscure types and packages
final class Q13 {
  static String world = "field";

  @Async
  static Coroutine<String> run() {
    String java = "java";
    String String = "String";
    int Integer = await(later(1));
    String cases = java + String;
    await(later("x"));
    for (var Object : List.of(1, 2)) {
      cases += Object + await(later("y"));
    }
    return done(cases + Integer + world);
  }
}

// Q14: sorting, streams and collectors beside awaits
final class Q14 {
  @Async
  static Coroutine<String> run() {
    List<String> names = new ArrayList<>(await(later("names", List.of("b", "a", "c"))));
    names.sort((a, b) -> b.compareTo(a));
    names.removeIf(n -> n.equals("b"));
    int add = await(later(10));
    Map<Integer, List<String>> by =
        names.stream().collect(java.util.stream.Collectors.groupingBy(n -> n.length() + add));
    String joined = names.stream().map(n -> n + add).collect(joining(","));
    await(later("x"));
    return done(names + "" + by + joined + Stream.iterate(1, i -> i * 2).limit(await(later(4))).toList());
  }
}

// Q15: an interface's method through a functional object of the class itself
final class Q15 implements Function<Integer, Integer>, Comparable<Q15> {
  private final int n;

  Q15(int n) {
    this.n = n;
  }

  @Override
  public Integer apply(Integer i) {
    return i + n;
  }

  @Override
  public int compareTo(Q15 other) {
    return Integer.compare(n, other.n);
  }

  static Coroutine<String> run() {
    return new Q15(3).go();
  }

  @Async
  Coroutine<String> go() {
    Function<Integer, Integer> f = this.andThen(i -> i * 2).compose(this);
    int c = compareTo(new Q15(await(later(4))));
    return done(f.apply(await(later(1))) + " " + c + " " + apply(await(later(2))) + Optional.of(1).map(this).get());
  }
}

// Q16: shifts of primitive and boxed locals in lambdas and loops
final class Q16 {
  @Async
  static Coroutine<String> run() {
    List<IntSupplier> all = new ArrayList<>();
    for (int i = 0, n = await(later(3)); i < n; i++) {
      final int j = i;
      int k = j * 10;
      IntSupplier s = () -> j + k;
      all.add(s);
      if (i == 1) {
        int m = await(later(100));
        all.add(() -> m + s.getAsInt());
      }
      while (k < 0) await(later("never"));
    }
    String r = "";
    for (IntSupplier s : all) r += s.getAsInt() + ",";
    return done(r);
  }
}

// Q17: a parameter of a lambda with the name of a hoisted variable in another scope
final class Q17 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    {
      int x = await(later(1));
      await(later("a"));
      r += x;
    }
    IntUnaryOperator f = x -> x + 1;
    {
      String x = await(later("b"));
      await(later("c"));
      Supplier<String> s = () -> x + f.applyAsInt(1);
      r += s.get();
    }
    for (int x = 0; x < 2; x++) {
      int y = x;
      IntSupplier s = () -> y;
      r += s.getAsInt() + await(later("d"));
      r += s.getAsInt();
    }
    return done(r);
  }
}

// Q18: compound assignments with side effects on both sides
final class Q18 {
  int[] data = {1, 2, 3};
  int at = 0;
  static int calls;

  Q18 self() {
    calls++;
    log("self");
    return this;
  }

  static Coroutine<String> run() {
    return new Q18().go();
  }

  @Async
  Coroutine<String> go() {
    self().data[at++] += await(later(10)) + self().data[at++];
    self().data[self().at] <<= at + await(later(1));
    data[at = 0] = data[at++] + await(later(5)) * data[at];
    self().at += self().data[await(later(1))]++ + --self().at;
    String s = "" + (at > 1 ? data[0] ^= await(later(3)) : ~await(later(4)));
    return done(Arrays.toString(data) + at + s + calls);
  }
}

// Q19: loops whose labels, variables and conditions are shared with inner ones
final class Q19 {
  @Async
  static Coroutine<String> run() {
    StringBuilder r = new StringBuilder();
    int i;
    for (i = 0; i < 2; ++i) for (int j = i; j < 2; j += 1) if (j == 1) r.append(await(later(j))); else r.append('-');
    outer:
    while (i-- > 0)
      for (; ; i--) {
        if (i < 0) break outer;
        switch (await(later(i))) {
          case 1: continue outer;
          case 0: continue;
          default: break outer;
        }
      }
    outer:
    do {
      r.append(i);
      for (String s : new String[] {"x", "y"}) {
        if (await(later(s.equals("y")))) continue outer;
        r.append(s);
      }
    } while (i++ < 0);
    return done(r.toString() + i);
  }
}

// Q20: exceptions through nested loops and finally in one expression statement
final class Q20 {
  static int depth;

  static int enter(int n) {
    depth += n;
    return n;
  }

  @Async
  static Coroutine<Integer> guarded(int n) throws Exception {
    enter(1);
    try {
      if (n == 0) throw new Exception("deep " + await(later("x")));
      return done(n + await(guarded(n - 1)) * enter(0));
    } catch (IllegalStateException e) {
      return done(-1);
    } finally {
      enter(await(later("f", -1)));
      log("depth " + depth);
    }
  }

  @Async
  static Coroutine<String> run() {
    for (int n : new int[] {0, 2}) {
      try {
        log(await(guarded(n)));
      } catch (RuntimeException e) {
        log("failed at " + depth);
      } catch (Exception e) {
        log(e.getMessage() + depth);
      }
    }
    return done("end" + depth);
  }
}

// Q10references: references to constructors of inner classes
final class Q10references {
  final String name;

  Q10references(String name) {
    this.name = name;
  }

  class Inner {
    final String s;

    Inner() {
      s = name;
    }

    Inner(int i, Object... rest) {
      s = name + i + rest.length;
    }

    class Deep {
      final String d = s + name;
    }
  }

  class Box<T> {
    final T t;

    Box(T t) {
      this.t = t;
    }
  }

  private class Hidden {
    final int h;

    private Hidden(int h) {
      this.h = h + name.length();
    }
  }

  static String call(Supplier<?> s) {
    return "supplier" + s.get().getClass().getSimpleName();
  }

  static String call(java.util.concurrent.Callable<?> c, int i) throws Exception {
    return "callable" + c.call().getClass().getSimpleName() + i;
  }

  static Coroutine<String> run() throws Exception {
    return new Q10references("n").go();
  }

  @Async
  Coroutine<String> go() throws Exception {
    Supplier<Inner> none = Inner::new;
    Function<Integer, Inner> one = Inner::new;
    java.util.function.BiFunction<Integer, String, Inner> two = Q10references.Inner::new;
    Function<String, Box<String>> box = Box::new;
    Function<String, Box<CharSequence>> wide = Box<CharSequence>::new;
    java.util.function.IntFunction<Hidden> hidden = Hidden::new;
    java.util.function.IntFunction<Inner[]> array = Inner[]::new;
    await(later("x"));
    String r = none.get().s + one.apply(1).s + two.apply(2, "r").s + box.apply("b").t;
    r += wide.apply("w").t.length() + hidden.apply(await(later(3))).h + array.apply(4).length;
    r += call(Inner::new) + call(Inner::new, await(later(5)));
    return done(r + List.of(6, 7).stream().map(Hidden::new).mapToInt(h -> h.h).sum());
  }
}
