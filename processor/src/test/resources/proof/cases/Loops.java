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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

// L01: for with awaits in each place
final class L01 {
  @Async
  static Coroutine<Integer> run() {
    int r = 0;
    for (int i = await(later("init", 0)); i < 3; i++) r += i;
    for (int i = 0; i < await(later("limit", 3)); i++) r += i;
    for (int i = 0; i < 3; i += await(later("step", 2))) r += i;
    for (int i = 0; i < 3; i++) r += await(later("body", i));
    for (int i = await(later("i", 0)), j = g(9);
        await(later("c", i < j));
        i += await(later("u", 2)), j--) {
      r += await(later("b", i)) * j;
    }
    int k;
    for (k = await(later(1)), g(5); k < 3; g(k), await(later("update", 1)), k++) ;
    return done(r + k);
  }
}

// L02: endless loops
final class L02 {
  @Async
  static Coroutine<Integer> forEver() {
    int i = 0;
    for (; ; ) {
      if (await(later(i)) == 2) return done(i);
      i++;
    }
  }

  @Async
  static Coroutine<Integer> whileTrue() {
    int i = 0;
    while (true) {
      i += await(later(1));
      if (i > 3) break;
    }
    return done(i);
  }

  @Async
  static Coroutine<Integer> doTrue() {
    int i = 0;
    do {
      if (i++ > 1) throw new IllegalStateException("after " + await(later(i)));
    } while (true);
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(forEver()) + await(whileTrue()) + await(doTrue()));
  }
}

// L03: do with awaits in body and condition, and continue
final class L03 {
  @Async
  static Coroutine<Integer> run() {
    int i = 0;
    int r = 0;
    do {
      i++;
      if (i == 2) continue;
      r += await(later("body", i));
      if (i == 4) break;
    } while (await(later("condition" + i, i < 10)));
    do r++; while (await(later("once", false)));
    do {
      i = await(later("i", i - 1));
    } while (i > 2);
    return done(r * 10 + i);
  }
}

// L04: continue before the first await of a loop
final class L04 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (String s : List.of("a", "b", "c")) {
      if (s.equals("b")) continue;
      r += s + await(later(s));
    }
    for (int i = 0; i < 4; i++) {
      if (i % 2 == 0) continue;
      r += await(later(i));
    }
    int j = 0;
    while (j++ < 4) {
      if (j == 2) continue;
      r += await(later(j));
    }
    return done(r);
  }
}

// L05: a loop without await leaves one with await by its label
final class L05 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    outer:
    for (int i = 0; i < 5; i++) {
      r += await(later(i));
      for (int j = 0; j < 5; j++) {
        if (j > i) continue outer;
        if (i + j == 6) break outer;
        r += j;
      }
      r += "x";
    }
    return done(r);
  }
}

// L06: labelled jumps through several loops with awaits
final class L06 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    a:
    for (int i = 0; ; i++) {
      b:
      for (String s : new String[] {"p", "q", "r"}) {
        while (true) {
          r += s + await(later(i));
          if (i == 0) continue b;
          if (i == 1) continue a;
          if (i == 2) break b;
          if (i == 3) break a;
        }
      }
      r += ".";
    }
    return done(r);
  }
}

// L07: labels on statements that are no loops
final class L07 {
  @SuppressWarnings("unused")
  @Async
  static Coroutine<String> run() {
    String r = "";
    l:
    break l;
    for (int i = 0; i < 3; i++) {
      l:
      if (await(later("c" + i, i > 0))) {
        if (i == 1) break l;
        r += "a" + await(later(i));
      } else r += "b";
      m:
      {
        r += await(later("m"));
        if (i == 1) break m;
        n:
        {
          if (i == 2) break m;
          if (g(i) == 0) break n;
        }
        r += "n";
      }
    }
    k:
    try {
      r += await(later("try"));
      if (g(1) == 1) break k;
      r += "not reached";
    } finally {
      r += await(later("finally"));
    }
    s:
    switch (g(2)) {
      case 2:
        if (await(later("s", true))) break s;
        r += "not reached";
      default:
        r += "not reached either";
    }
    return done(r);
  }
}

// L08: the expression of a for-each is evaluated once
final class L08 {
  static int[] make() {
    log("make");
    return new int[] {1, 2, 3};
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    int[] a = make();
    for (int i : a) {
      r += i + await(later("x"));
      a = new int[] {9};
    }
    for (int i : make()) r += await(later(i));
    List<String> list = new ArrayList<>(List.of("p", "q"));
    for (String s : list) {
      r += s + await(later(s));
      list = new ArrayList<>();
    }
    for (int i : await(later("awaited", new int[] {4, 5}))) {
      r += i;
    }
    for (int[] row : new int[][] {{1, 2}, {}, {3}}) for (int i : row) r += await(later("row", i));
    return done(r);
  }
}

// L09: a for-each over null
final class L09 {
  static List<String> nul() {
    log("nul");
    return null;
  }

  @Async
  static Coroutine<Void> run() {
    int[] none = null;
    try {
      for (int i : none) await(later(i));
    } catch (NullPointerException e) {
      log("null array");
    }
    for (String s : nul()) await(later(s));
    return done();
  }
}

// L10: the variable of a for-each is of another type than the elements
final class L10 {
  static String sum(List<? extends Number> numbers) {
    return "" + numbers;
  }

  @SuppressWarnings("rawtypes")
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i : List.of(1, 2)) r += i + await(later(1));
    for (long l : new int[] {3, 4}) r += l + await(later(1L));
    for (Number n : wild()) r += n.intValue() + await(later(1));
    List raw = List.of("r", 5);
    for (Object o : raw) r += o + await(later("raw"));
    for (var v : List.of("v", "w")) r += v.length() + await(later(v));
    for (var e : new TreeMap<>(Map.of("k", 1, "l", 2)).entrySet()) {
      r += e.getKey() + await(later("e")) + (e.getValue() + 1);
    }
    for (Integer boxed : new int[] {6}) r += boxed.hashCode() + await(later("boxed"));
    for (final double d : new float[] {1.5f}) r += d + await(later(1));
    return done(r);
  }

  static List<? extends Number> wild() {
    return List.of(1.5, 2);
  }
}

// L11: loops that use a name again with another type
final class L11 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 2; i++) r += await(later(i));
    for (long i = 0; i < 2; i++) r += await(later(i));
    for (String i = "a"; i.length() < 3; i += await(later("b"))) r += i;
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; j++) {
        String i2 = await(later("j" + j));
        r += i + i2;
      }
      for (char j = 'a'; j < 'c'; j++) r += await(later(j));
    }
    return done(r);
  }
}

// L13: loops that run not at all, or have no body
final class L13 {
  @Async
  static Coroutine<Integer> run() {
    int n = 0;
    while (await(later("w" + n, ++n < 4))) ;
    for (int i = 0; i < 0; i++) await(later("never"));
    for (String s : new ArrayList<String>()) await(later(s));
    while (n < 0) n = await(later("never"  , 1));
    for (; await(later("f" + n, n-- > 2)); ) {}
    for (int i = 0; i < 50; i++) n += await(later("many", 1));
    return done(n);
  }
}

// L14: a switch in a loop
final class L14 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    loop:
    for (int i = 0; i < 7; i++) {
      switch (i) {
        case 0:
          r += await(later("zero"));
          continue;
        case 1:
          r += "one";
          break;
        case 2:
          r += await(later("two"));
        case 3:
          r += "three";
          continue loop;
        case 5:
          break loop;
        default:
          if (await(later("d" + i, true))) break;
          r += "not reached";
      }
      r += ";";
    }
    return done(r);
  }
}

// L15jumps: jumps on lines of their own, where a breakpoint may be set
final class L15jumps {
  @Async
  static Coroutine<String> run() {
    String r = "";
    boolean odd = false;
    while (true) {
      r += await(later("a" + r.length(), "x"));
      if (odd) {
        odd = false;
        continue;
      }
      if (r.length() > 5) {
        break;
      }
      if (odd = r.length() == 3)
        continue;
      switch (r.length()) {
        case 1:
          break;
        case 2:
          continue;
        default:
          await(later("d"));
          break;
      }
    }
    if (odd) {
      return done("");
    }
    return done(
        r);
  }
}

// L16: loops and tries in each other
final class L16 {
  @Async
  static Coroutine<String> go(int n) {
    String r = "";
    for (int i = 0; i < 3; i++) {
      try {
        r += "t";
        while (true) {
          r += await(later("w"));
          if (i == n) return done(r + "!");
          if (i == 1) break;
          if (i == 0) throw new IllegalStateException("zero");
          r += "again";
          i++;
        }
        r += "b";
      } catch (IllegalStateException e) {
        r += e.getMessage() + await(later("c"));
        continue;
      } finally {
        log("finally " + i + r);
        await(later("f"));
      }
      r += "n";
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(0)) + await(go(1)) + await(go(2)) + await(go(5)));
  }
}

// L17: an iterator with side effects
final class L17 {
  static final class Noisy implements Iterable<Integer>, Iterator<Integer> {
    private int next;

    @Override
    public Iterator<Integer> iterator() {
      log("iterator");
      return this;
    }

    @Override
    public boolean hasNext() {
      log("hasNext");
      return next < 4;
    }

    @Override
    public Integer next() {
      log("next");
      return next++;
    }
  }

  @Async
  static Coroutine<Integer> run() {
    int r = 0;
    for (int i : new Noisy()) {
      if (i == 0) continue;
      r += await(later(i));
      if (i == 2) break;
    }
    for (Integer i : new Noisy()) r += await(later("second", i));
    return done(r);
  }
}

// L18: a list that changes while its loop is suspended
final class L18 {
  @Async
  static Coroutine<Integer> run() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    int r = 0;
    for (int i : list) {
      r += await(later("add", i, () -> list.add(4)));
    }
    return done(r);
  }
}

// L19: locals of the body start anew in each round
final class L19 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      int fresh = 0;
      String s;
      if (i == 1) {
        s = await(later("one"));
        fresh++;
      } else {
        s = "n" + await(later(fresh));
      }
      fresh += i;
      r += s + fresh;
    }
    return done(r);
  }
}

// L20: loops whose update or condition throws
final class L20 {
  static int fail(int i) {
    if (i > 1) throw new IllegalArgumentException("i=" + i);
    return i;
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      for (int i = 0; fail(i) < 5; i++) r += await(later(i));
    } catch (IllegalArgumentException e) {
      r += e.getMessage();
    }
    for (int i = 0; i < 5; i += fail(i + 1)) r += await(later(i));
    return done(r);
  }
}

// L21: many rounds, of which half fail
final class L21 {
  @Async
  static Coroutine<Integer> run() {
    int r = 0;
    for (int i = 0; i < 300; i++) {
      try {
        r += await(later(1));
        if (i % 2 == 0) throw new IllegalStateException("even");
      } catch (IllegalStateException e) {
        r += 2;
      } finally {
        r += i % 3 == 0 ? await(later(3)) : 0;
      }
    }
    return done(r);
  }
}
