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
import java.util.List;

// S01: an awaited selector
final class S01 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 4; i++) {
      switch (await(later(i))) {
        case 0:
          r += "zero";
          break;
        case 1:
        case 2:
          r += "some";
          break;
        default:
          r += "many";
      }
      switch (await(later("arrow", i))) {
        case 0 -> r += "0";
        case 1, 2 -> {
          r += "1-2";
        }
        default -> r += "-";
      }
    }
    return done(r);
  }
}

// S02: fall-through, with default in odd places
@SuppressWarnings("fallthrough")
final class S02 {
  @Async
  static Coroutine<Integer> middle(int i) {
    int r = 0;
    switch (i) {
      case 1:
        r += await(later(1));
      default:
        r += 10;
        await(later("d"));
      case 3:
        r += await(later(100));
        break;
      case 4:
        r += 1000;
    }
    return done(r);
  }

  @Async
  static Coroutine<Integer> first(int i) {
    int r = 0;
    switch (i) {
      default:
        r += await(later(1));
      case 1:
        r += 10;
      case 2:
        r += await(later(100));
    }
    switch (await(later("empty", i))) {}
    switch (g(i)) {
      default:
        await(later("only default"));
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 5; i++) {
      r += await(middle(i)) + "," + await(first(i)) + ";";
    }
    return done(r);
  }
}

// S03: strings, of which some have one hash
final class S03 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (String s : new String[] {"Aa", "BB", "C", ""}) {
      switch (s) {
        case "BB":
          r += await(later("b"));
          break;
        case "Aa":
          r += await(later("a"));
          break;
        case "":
          r += "empty";
          break;
        default:
          r += s + await(later("d"));
      }
    }
    String none = null;
    switch (say("none", none)) {
      case "x":
        await(later("never"));
        break;
      default:
        await(later("never"));
    }
    return done(r);
  }
}

// S04: boxed, character and enum selectors
final class S04 {
  enum Color {
    RED,
    GREEN,
    BLUE
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    Integer i = 1000;
    switch (i) {
      case 1000:
        r += await(later("boxed"));
    }
    switch (await(later('c'))) {
      case 'c':
        r += await(later("char"));
        break;
      case 'd':
        r += "d";
    }
    for (Color c : Color.values()) {
      switch (c) {
        case RED:
          r += await(later("red"));
          break;
        case BLUE:
          r += "blue";
          break;
      }
      switch (c) {
        case GREEN -> await(later("green"));
        default -> log(c);
      }
    }
    Color none = null;
    switch (say("none", none)) {
      case RED -> await(later("never"));
      default -> await(later("never"));
    }
    return done(r);
  }
}

// S05: labels that are local constants
final class S05 {
  static final int STATIC = 7;

  @Async
  static Coroutine<String> run() {
    final int one = 1;
    final String name = "n" + one;
    String r = await(later("start"));
    for (int i = 0; i < 3; i++) {
      switch (await(later(i))) {
        case one:
          r += await(later("one"));
          break;
        case one + 1:
          r += await(later("two"));
          break;
        case STATIC:
          break;
        default:
          r += one;
      }
      switch ("n" + i) {
        case name -> r += await(later("name")) + name;
        default -> r += "-";
      }
    }
    return done(r);
  }
}

// S06: a switch in a switch, and in a try
final class S06 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    out:
    for (int i = 0; ; i++) {
      try {
        switch (i) {
          case 0:
            switch (g(i + 1)) {
              case 1:
                r += await(later("inner"));
                break;
              default:
                r += "no";
            }
            r += "after inner";
            break;
          case 1:
            if (await(later("throw", true))) throw new IllegalStateException("one");
          case 2:
            r += await(later("two"));
            continue out;
          default:
            break out;
        }
        r += "broken";
      } catch (IllegalStateException e) {
        r += e.getMessage() + await(later("caught"));
      } finally {
        r += await(later("f" + i));
      }
    }
    return done(r);
  }
}

// S07: locals of a switch block
@SuppressWarnings("fallthrough")
final class S07 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 0:
          int x = await(later(5));
          r += x;
        case 1:
          x = g(i);
          r += x + await(later(x));
          break;
        default:
          String y = await(later("y"));
          x = await(later(8));
          r += y + x;
      }
      switch (i) {
        case 0 -> {
          int y = await(later(1));
          r += y;
        }
        case 1 -> {
          String y = await(later("s"));
          r += y;
        }
        default -> {}
      }
    }
    return done(r);
  }
}

// S08: switch expressions with awaited arms
final class S08 {
  static String f(Object... all) {
    return List.of(all).toString();
  }

  @Async
  static Coroutine<String> one(int i) {
    int a = switch (i) {
      case 0 -> await(later(10));
      case 1 -> g(11);
      case 2 -> {
        int t = await(later(12));
        log(t);
        yield t + 1;
      }
      case 3 -> throw new IllegalStateException("three " + await(later(13)));
      default -> await(later(14)) + await(later(15));
    };
    return done(
        f(
            g(1),
            switch (i) {
              case 0:
                await(later("old"));
              case 1:
                yield await(later("yield"));
              default:
                yield "default";
            },
            g(2),
            switch (await(later(i))) {
              case 0 -> switch (g(i)) {
                case 0 -> await(later("nested"));
                default -> "never";
              };
              default -> i;
            },
            a));
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 5; i++) {
      try {
        r += await(one(i));
      } catch (IllegalStateException e) {
        r += e.getMessage();
      }
    }
    return done(r);
  }
}

// S08return: a switch expression is the value of return and of throw
final class S08return {
  @Async
  static Coroutine<String> go(int i) {
    if (i == 3) {
      throw switch (i) {
        case 3 -> await(later("e", new IllegalStateException("made")));
        default -> new RuntimeException("no");
      };
    }
    return done(
        switch (i) {
          case 0 -> await(later("zero"));
          case 1 -> "one";
          default -> await(later("many")) + i;
        });
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(0)) + await(go(1)) + await(go(2)) + await(go(3)));
  }
}

// S09: exhaustive switches without default
final class S09 {
  enum Color {
    RED,
    GREEN
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(int r) implements Shape {}

  record Square(int a) implements Shape {}

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (Color c : Color.values()) {
      r += switch (c) {
        case RED -> await(later("red"));
        case GREEN -> {
          await(later("g"));
          yield "green";
        }
      };
    }
    Color none = null;
    return done(r + switch (say("none", none)) {
      case RED -> await(later("never"));
      case GREEN -> "never";
    });
  }
}

// S10: the type of a switch expression
final class S10 {
  @Async
  static Coroutine<String> run() {
    int i = g(1);
    Object a = switch (i) { case 1 -> await(later(1)); default -> 2.5; };
    Object b = switch (i) { case 1 -> await(later('x')); default -> "s"; };
    long c = switch (i) { case 1 -> await(later(1)); default -> 2L; };
    List<String> d = switch (i) { case 1 -> List.of(); default -> await(later(List.of("s"))); };
    Runnable e = switch (await(later(1))) { case 1 -> () -> log("one"); default -> () -> {}; };
    e.run();
    return done(a.getClass() + " " + a + b.getClass() + c + d);
  }
}

// S12: yield inside of loops and old switches inside of a switch expression
final class S12 {
  @Async
  static Coroutine<String> go(int n) {
    return done(
        switch (n) {
          case 0 -> {
            for (int i = 0; ; i++) {
              if (await(later("i" + i, i == 2))) yield "loop" + i;
            }
          }
          case 1 -> {
            switch (g(n)) {
              case 1:
                if (await(later("b", false))) break;
                yield "old";
              default:
                break;
            }
            yield "after";
          }
          default -> {
            try {
              yield await(later("try"));
            } finally {
              log("finally" + await(later("f")));
            }
          }
        });
  }

  @Async
  static Coroutine<String> run() {
    return done(await(go(0)) + await(go(1)) + await(go(2)));
  }
}

// S13: a switch expression among operands that are evaluated before it
final class S13 {
  static int f = 1;

  @Async
  static Coroutine<String> run() {
    int x = f + switch (g(2)) {
      case 2 -> await(later("two", 2, () -> f = 100));
      default -> 0;
    } + f;
    String s = "s" + x;
    s += switch (s.length()) {
      case 4 -> await(later("four"));
      default -> s = await(later("other"));
    };
    return done(s);
  }
}

// S14: arrow cases that throw, or have one statement
final class S14 {
  @Async
  static Coroutine<String> go(int i) {
    String r = "";
    switch (i) {
      case 0 -> r += await(later("zero"));
      case 1 -> throw new IllegalStateException(await(later("one")));
      case 2 -> {
        return done(await(later("two")));
      }
      default -> {
        if (await(later("d", i == 3))) break;
        r += "more";
      }
    }
    return done(r + ".");
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 5; i++) {
      try {
        r += await(go(i));
      } catch (IllegalStateException e) {
        r += e.getMessage();
      }
    }
    return done(r);
  }
}

// S15: no case fits
final class S15 {
  @Async
  static Coroutine<Integer> run() {
    int r = 0;
    switch (g(9)) {
      case 1:
        r = await(later(1));
        break;
      case 2:
        return done(await(later(2)));
    }
    switch (await(later(9))) {
      case 1 -> await(later("never"));
      case 2 -> r = 5;
    }
    return done(r);
  }
}

// S16: switches that all end in return
final class S16 {
  @Async
  static Coroutine<String> go(int i) {
    switch (i) {
      case 0:
        return done(await(later("a")));
      case 1:
        throw new IllegalArgumentException(await(later("b")));
      default:
        return done("c");
    }
  }

  @Async
  static Coroutine<String> arrow(int i) {
    switch (await(later(i))) {
      case 0 -> {
        return done("x");
      }
      default -> throw new IllegalArgumentException(await(later("y")));
    }
  }

  @Async
  static Coroutine<String> run() {
    log(await(go(0)) + await(go(2)) + await(arrow(0)));
    try {
      await(arrow(1));
    } catch (IllegalArgumentException e) {
      log(e.getMessage());
    }
    return done(await(go(1)));
  }
}

// S11 (java 21): patterns in cases
final class S11 {
  sealed interface Shape permits Circle, Rect {}

  record Circle(int r) implements Shape {}

  record Rect(int a, Object b) implements Shape {}

  @Async
  static Coroutine<String> go(Object o) {
    String r = "";
    switch (o) {
      case Circle c when c.r() > 5 -> r += "big" + await(later(c.r())) + c;
      case Circle c -> r += await(later("circle")) + c.r();
      case Rect(int a, String b) -> r += await(later(b)) + a + b;
      case Rect(var a, Rect(int b, var x)) -> r += a + "" + await(later(b)) + x;
      case String b -> {
        await(later("string"));
        r += b;
      }
      case null -> r += await(later("null"));
      default -> r += "default";
    }
    if (o instanceof Rect(int a, Object b) && await(later("if", true))) {
      r += a + "/" + b;
    }
    return done(r);
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    Object[] all = {
      new Circle(9), new Circle(1), new Rect(1, "b"), new Rect(2, new Rect(3, 4)), "s", null, 5
    };
    for (Object o : all) {
      r += await(go(o)) + ";";
    }
    Shape s = new Circle(3);
    return done(r + switch (s) {
      case Circle(int x) -> await(later(x)) + x;
      case Rect(int a, Object b) -> a;
    });
  }
}

// S11guard (java 21): an await in a guard
final class S11guard {
  @Async
  static Coroutine<String> run() {
    Object o = "s";
    switch (o) {
      case String s when s.length() == await(later(1)) -> log("one");
      default -> log("other");
    }
    return done("end");
  }
}

// S17 (java 21): a guard names a local that lives across an await
final class S17 {
  static Coroutine<String> run() {
    return go(5);
  }

  @Async
  static Coroutine<String> go(Object o) {
    int limit = await(later(3));
    String r = await(later("r"));
    switch (o) {
      case Integer i when i > limit -> r += i;
      default -> r += "none";
    }
    switch (o) {
      case Integer i when i > limit -> r += await(later(i));
      default -> r += await(later("none"));
    }
    return done(r + limit);
  }
}

// S22: yields of coroutines and of choices in a switch that is returned
final class S22 {
  @Async
  static Coroutine<String> child(String label, String value) {
    return done(await(later(label, value)));
  }

  @Async
  static Coroutine<String> go(int n) {
    try {
      return switch (n) {
        case 1 -> {
          if (g(1) == 1) {
            yield n > 5 ? done("big") : done("one");
          }
          yield done("never");
        }
        case 2, 3 -> {
          try {
            if (n == 2) yield child("two", "2");
            yield n == 3 ? child("three", "3") : done("never");
          } finally {
            log("inner");
          }
        }
        case 4 -> {
          for (int i = 0; ; i++) {
            if (i == 2) yield switch (i) { case 2 -> child("four", "4"); default -> done("never"); };
          }
        }
        case 5 -> {
          try {
            if (n == 5) yield child("five", "5");
            yield done("never");
          } catch (IllegalStateException e) {
            yield done("never");
          }
        }
        default -> throw new IllegalStateException("no " + n);
      };
    } catch (IllegalStateException e) {
      return done(e.getMessage());
    } finally {
      log("finally " + await(later("f")));
    }
  }

  @Async
  static Coroutine<String> plain(int n) {
    return switch (n) {
      case 1 -> {
        try {
          if (n == 1) yield child("one", "1");
          yield done("never");
        } finally {
          log("plain");
        }
      }
      default -> {
        if (g(n) == 2) yield child("two", "2");
        yield (n > 3 ? child("four", "4") : done("three"));
      }
    };
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 1; i < 7; i++) r += await(go(i));
    for (int i = 1; i < 5; i++) r += await(plain(i));
    return done(r);
  }
}
