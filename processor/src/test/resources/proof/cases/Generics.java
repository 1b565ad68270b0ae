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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

// G01: generic methods with bounds
final class G01 {
  @Async
  static <T extends Comparable<? super T>> Coroutine<T> max(Collection<? extends T> all) {
    T best = null;
    for (T t : all) {
      await(later(t));
      if (best == null || t.compareTo(best) > 0) best = t;
    }
    return done(best);
  }

  @Async
  static <K, V extends K, C extends Map<K, List<? super V>>> Coroutine<C> put(C map, K k, V v) {
    List<? super V> list = map.computeIfAbsent(k, key -> new ArrayList<>());
    await(later("put"));
    list.add(v);
    return done(map);
  }

  @Async
  static Coroutine<String> run() {
    String s = await(max(List.of("a", "c", "b")));
    Integer i = await(G01.<Integer>max(List.of(1, 3, 2)));
    return done(s + i + await(put(new HashMap<>(), "k", "v")));
  }
}

// G02: overloads are chosen by the type of the awaited value
final class G02 {
  static String ov(int i) {
    return "int";
  }

  static String ov(Integer i) {
    return "Integer";
  }

  static String ov(Object o) {
    return "Object";
  }

  static String ov(long l) {
    return "long";
  }

  static String two(Object a, int b) {
    return "Object,int";
  }

  static String two(String a, Integer b) {
    return "String,Integer";
  }

  @Async
  static Coroutine<String> run() {
    List<Integer> list = new ArrayList<>(List.of(1, 5, 7));
    list.remove(await(later(1)));
    list.remove((int) await(later(1)));
    StringBuilder sb = new StringBuilder();
    sb.append(await(later('x'))).append(await(later("chars", new char[] {'c', 'd'})));
    sb.append((char) (await(later('a')) + 1)).append(await(later("sb", new StringBuilder("e"))), 0, 1);
    String s = ov(await(later(1))) + ov((int) await(later(2))) + ov(await(later("s")));
    s += ov(await(later(1)) + 1) + ov(await(later(1L))) + two(say("t", "t"), await(later(3)));
    return done(s + list + sb + String.valueOf(await(later("v", new char[] {'v'}))));
  }
}

// G03: boxing and unboxing
final class G03 {
  @Async
  static Coroutine<String> run() {
    long l = await(later(5));
    double d = await(later(5L));
    Object o = await(later(1)) + 1;
    Integer big = 1000;
    boolean same = await(later(1000)) == await(later("big", big));
    boolean equal = await(later(3)) == 3;
    log(l + " " + d + " " + o.getClass() + same + equal);
    Integer none = null;
    int x = await(later("none", none));
    return done("never" + x);
  }
}

// G04: varargs
final class G04 {
  static String f(String s, Object... all) {
    return s + all.length + Arrays.toString(all);
  }

  static String ints(int... all) {
    return Arrays.toString(all);
  }

  @SafeVarargs
  static <T> List<T> list(T... all) {
    return Arrays.asList(all);
  }

  @Async
  static Coroutine<String> run() {
    String r = f("a", g(1), await(later(2)), "x");
    r += f(await(later("b"))) + f("c", await(later("array", new Object[] {1, 2})));
    r += f("d", (Object) await(later("one", new Object[] {1, 2})).length) + ints(await(later(3)), g(4));
    r += ints(await(later("ints", new int[] {5, 6}))) + list(await(later(7)), say("e", "e"));
    r += f("n", say("null", (Object) null), await(later(8)));
    return done(r + String.format("%s-%d", await(later("f")), await(later(9))));
  }
}

// G05: target typing
final class G05 {
  static <T> T pick(T a, T b) {
    return b == null ? a : b;
  }

  <T> List<T> twice(T t) {
    return List.of(t, t);
  }

  static Coroutine<String> run() {
    return new G05().go();
  }

  @Async
  Coroutine<String> go() {
    List<String> l = pick(await(later("l", List.of("x"))), Collections.emptyList());
    List<? extends Number> n = pick(await(later("n", List.of(1))), List.of(2.5));
    Map<String, List<Integer>> m = new HashMap<>(Map.of(await(later("k")), new ArrayList<>()));
    m.get("k").add(await(later(4)));
    List<Object> o = this.<Object>twice(await(later("o")));
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[] array = new List[] {await(later("a", List.of("s")))};
    List<String> copy = new ArrayList<>(await(later("copy", List.of("c"))));
    Comparable<String> c = await(later("c"));
    return done(l + "" + n + m + o + array[0].get(0) + copy + c);
  }
}

// G06: an unchecked cast fails where the value is used
final class G06 {
  @SuppressWarnings("unchecked")
  @Async
  static <T> Coroutine<T> cast(Object o) {
    T t = (T) await(later("o", o));
    log("cast to nothing");
    T u = (T) say("u", t);
    return done(u);
  }

  @Async
  static Coroutine<Integer> run() {
    Object fine = await(G06.<Integer>cast("s"));
    log(fine);
    Integer i = await(G06.<Integer>cast("t"));
    return done(i);
  }
}

// G07: a generic owner
final class G07<T extends CharSequence, U> {
  final T t;
  List<U> all = new ArrayList<>();

  G07(T t) {
    this.t = t;
  }

  @Async
  <V extends U> Coroutine<Map<T, List<? super V>>> add(U u, V v) {
    all.add(u);
    T mine = await(later("mine", t));
    all.add(await(later("v", v)));
    Map<T, List<? super V>> map = new HashMap<>();
    map.put(mine, all);
    await(later(t.length()));
    return done(map);
  }

  class Inner<W> {
    W w;

    @Async
    Coroutine<W> swap(W other, U u) {
      W old = w;
      w = await(later("other", other));
      all.add(await(later("u", u)));
      return done(old);
    }
  }

  @Async
  static Coroutine<String> run() {
    G07<String, Object> o = new G07<>("key");
    String r = "" + await(o.add(1, "two"));
    G07<String, Object>.Inner<Integer> inner = o.new Inner<>();
    inner.w = 5;
    r += await(inner.swap(6, "u"));
    return done(r + inner.w + o.all);
  }
}

// G08: overriding of asynchronous methods
final class G08 {
  interface Source<T> {
    Coroutine<T> next();

    @Async
    default Coroutine<String> twice() {
      T a = await(next());
      return done(a + "/" + await(next()));
    }
  }

  abstract static class Base<T> implements Source<T> {
    int count;

    @Async
    Coroutine<Object> both(T t) {
      Object mine = await(next());
      return done(mine + "+" + await(later("t", t)));
    }
  }

  static class Numbers extends Base<Integer> {
    @Override
    @Async
    public Coroutine<Integer> next() {
      count++;
      return done(count * await(later(10)));
    }
  }

  static final class Loud extends Numbers {
    @Override
    @Async
    Coroutine<Object> both(Integer i) {
      await(later("loud"));
      return done("loud" + i + await(next()));
    }
  }

  @Async
  static Coroutine<String> run() {
    Source<Integer> s = new Numbers();
    Base<Integer> loud = new Loud();
    return done(await(s.twice()) + await(new Numbers().both(5)) + await(loud.both(6)));
  }
}

// G09: awaiting values whose type is a wildcard, a variable or a subtype
final class G09 {
  @Async
  static Coroutine<String> go(Coroutine<? extends List<? extends Number>> c) {
    List<? extends Number> l = await(c);
    Number n = l.get(0);
    return done(n + "" + await(CompletableFuture.completedFuture(l.get(1).intValue())));
  }

  @Async
  static <C extends Coroutine<String>> Coroutine<Integer> length(C c) {
    return done(await(c).length());
  }

  @Async
  static Coroutine<String> run() {
    Coroutine<?> any = later("any");
    Object o = await(any);
    return done(await(go(later("l", List.of(1, 2.5)))) + await(length(later("four"))) + o);
  }
}

// G10: explicit type arguments, nested generic calls
final class G10 {
  static <A, B> Map<A, B> pair(A a, B b) {
    return Map.of(a, b);
  }

  @Async
  static Coroutine<String> run() {
    Map<String, Map<Integer, List<Object>>> m =
        G10.<String, Map<Integer, List<Object>>>pair(
            await(later("k")), pair(await(later(1)), new ArrayList<>(List.of(await(later("o"))))));
    m.get("k").get(1).add(await(later(2)));
    return done(m.toString());
  }
}

// G11: arrays of generic and primitive types
final class G11 {
  @SafeVarargs
  @Async
  static <T> Coroutine<T[]> fill(T t, T... array) {
    for (int i = 0; i < array.length; i++) {
      array[i] = await(later("t" + i, t));
    }
    T[] copy = array.clone();
    await(later("x"));
    return done(copy);
  }

  @Async
  static Coroutine<String> run() {
    String[] a = await(fill("s", new String[2]));
    long[][] longs = new long[2][2];
    longs[1][await(later(0))] = await(later(5));
    longs[0] = await(later("row", new long[] {7}));
    return done(Arrays.toString(a) + Arrays.deepToString(longs));
  }
}

// G12: coroutines of void, of arrays and of coroutines
final class G12 {
  @Async
  static Coroutine<Void> nothing() {
    await(later("n"));
    return done();
  }

  @Async
  static Coroutine<int[]> ints() {
    return done(new int[] {await(later(1))});
  }

  @Async
  static Coroutine<Coroutine<String>> nested() {
    await(later("outer"));
    return done(later("inner"));
  }

  @Async
  static Coroutine<String> run() {
    Void v = await(nothing());
    return done(v + "" + await(ints())[0] + await(await(nested())));
  }
}
