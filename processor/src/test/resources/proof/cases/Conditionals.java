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
import java.util.List;

// C01: operators that stop and operators that do not
final class C01 {
  static final boolean[] BOTH = {false, true};

  @Async
  static Coroutine<Void> run() {
    for (boolean a : BOTH) {
      for (boolean b : BOTH) {
        log(a && await(later("&&", b)));
        log(a || await(later("||", b)));
        log(a & await(later("&", b)));
        log(a | await(later("|", b)));
        log(a ^ await(later("^", b)));
        log(await(later("l&&", a)) && say("r", b));
        log(await(later("l||", a)) || say("r", b));
      }
    }
    return done();
  }
}

// C02: a chain of both
final class C02 {
  @Async
  static Coroutine<Void> run() {
    for (int i = 0; i < 8; i++) {
      boolean a = (i & 1) != 0;
      boolean b = (i & 2) != 0;
      boolean c = (i & 4) != 0;
      log(await(later("a", a)) && await(later("b", b)) || await(later("c", c)));
      log(await(later("a", a)) && (await(later("b", b)) || await(later("c", c))));
      log(!(await(later("a", a)) || b) && !await(later("c", c)));
      log(a && b || await(later("c", c)));
    }
    return done();
  }
}

// C03: a chain in a condition
final class C03 {
  @Async
  static Coroutine<String> run() {
    String s = "";
    for (int i = 0; i < 4; i++) {
      if (await(later("a" + i, i > 0)) && (i < 2 || await(later("b" + i, i == 3)))) {
        s += i;
      } else if (!await(later("c" + i, i == 2))) {
        s += "-";
      } else {
        s += "=";
      }
    }
    return done(s);
  }
}

// C04: the conditional operator with awaits in each place
final class C04 {
  static String f(int a, int b, int c) {
    return a + "," + b + "," + c;
  }

  @Async
  static Coroutine<String> run() {
    String s = "";
    for (int i = 0; i < 4; i++) {
      boolean c = i % 2 == 0;
      boolean d = i < 2;
      s += c ? await(later(1)) : g(2);
      s += c ? g(3) : await(later(4));
      s += c ? await(later(5)) : await(later(6));
      s += await(later("c", c)) ? g(7) : g(8);
      s += c ? d ? await(later(9)) : g(10) : d ? g(11) : await(later(12));
      s += f(g(13), c ? await(later(14)) : g(15), g(16));
      s += f(g(17), c ? g(18) : 19, await(later(20)));
    }
    return done(s);
  }
}

// C05: the type of the conditional operator
final class C05 {
  @Async
  static Coroutine<String> run() {
    boolean yes = g(1) == 1;
    int intVar = 0;
    Object a = yes ? await(later("i", 1)) : Double.valueOf(2);
    Object b = yes ? 'x' : intVar;
    Object c = yes ? await(later('x')) : 0;
    Object d = yes ? await(later('x')) : intVar;
    Object e = yes ? 1 : await(later('a'));
    Object f = yes ? await(later("s")) : 1;
    long g = yes ? await(later(5)) : 6L;
    Object h = !yes ? await(later((byte) 1)) : (short) 2;
    String s = "";
    for (Object o : new Object[] {a, b, c, d, e, f, g, h}) {
      s += o.getClass().getSimpleName() + o + " ";
    }
    return done(s);
  }
}

// C06: a null is unboxed by the conditional operator
final class C06 {
  @Async
  static Coroutine<Object> run() {
    boolean b = g(1) == 1;
    Integer none = null;
    Object kept = b ? await(later("kept", none)) : (Integer) 1;
    log(kept);
    return done(b ? await(later("none", none)) : 0);
  }
}

// C07: chains of if
final class C07 {
  @Async
  static Coroutine<String> classify(int i) {
    if (i == 0) return done("zero");
    else if (await(later("one?" + i, i == 1))) return done("one");
    else if (i == 2) await(later("two"));
    else if (await(later("three?" + i, i == 3)) && g(i) == 3) log("three");
    else {
      await(later("else"));
      log("else");
    }
    if (i == 4) await(later("four"));
    if (i > 3) log("many");
    return done("end" + i);
  }

  @Async
  static Coroutine<String> run() {
    String s = "";
    for (int i = 0; i < 6; i++) {
      s += await(classify(i));
    }
    return done(s);
  }
}

// C08: conditions that are constants
final class C08 {
  static final boolean ON = true;
  static final boolean OFF = false;

  @Async
  static Coroutine<Integer> run() {
    int x = 1;
    if (false) x += await(later(10));
    if (OFF) {
      x += await(later(20));
    } else {
      x += await(later(1));
    }
    if (true) x += await(later(100));
    x += ON ? await(later(200)) : await(later(400));
    x += OFF && await(later(true)) ? 1000 : 2000;
    do {
      x += await(later(5000));
    } while (OFF);
    while (ON) {
      if (await(later("out", true))) break;
    }
    return done(x);
  }
}

// C09: poly conditionals
final class C09 {
  @Async
  static Coroutine<String> run() {
    boolean b = g(1) == 1;
    List<String> a = b ? new ArrayList<>() : await(later("a", List.of("n")));
    List<String> c = b ? await(later("c", List.of("y"))) : List.of();
    List<? extends Number> d = b ? await(later("d", List.of(1))) : List.of(2.0);
    Runnable r = b ? () -> log("then") : () -> log("else");
    await(later("r"));
    r.run();
    return done(a + "" + c + d);
  }
}

// C10: a boxed condition that is null
final class C10 {
  @Async
  static Coroutine<String> run() {
    Boolean none = null;
    if (await(later("some", Boolean.TRUE))) {
      log("yes");
    }
    return done(await(later("none", none)) ? "a" : "b");
  }
}

// C11: definite assignment through conditions
final class C11 {
  @Async
  static Coroutine<Integer> run() {
    int x;
    if (g(1) == 1 && (x = await(later(5))) > 3) {
      log(x);
    } else {
      x = 0;
    }
    int y;
    boolean b = await(later(true)) ? (y = g(2)) == 2 : (y = await(later(3))) == 3;
    final int z;
    if (b) {
      z = await(later(4));
    } else {
      z = g(9);
    }
    return done(x + y + z);
  }
}

// C12: pattern variables bound by a condition that awaits
final class C12 {
  @Async
  static Coroutine<String> run() {
    Object o = say("o", 42);
    String a = o instanceof Integer i && await(later(true)) ? "int" + (i + 1) : "none";
    while (!(o instanceof String s)) {
      o = await(later("next", "text"));
    }
    await(later("between"));
    return done(a + s);
  }
}

// C13: a conditional as a statement's receiver and index
final class C13 {
  @Async
  static Coroutine<String> run() {
    boolean b = g(0) == 0;
    int[] xs = {1, 2};
    int[] ys = {3, 4};
    (b ? xs : ys)[await(later(1))] = await(later(9));
    StringBuilder p = new StringBuilder("p");
    StringBuilder q = new StringBuilder("q");
    (await(later("which", b)) ? p : q).append(b ? await(later("x")) : "y");
    return done(xs[1] + "" + ys[1] + p + q);
  }
}
