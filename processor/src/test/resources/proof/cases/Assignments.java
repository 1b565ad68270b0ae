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
import java.util.Arrays;

// A01: a compound assignment uses the old value
final class A01 {
  static int f = 1;
  int h = 1;

  static Coroutine<String> run() {
    return new A01().go();
  }

  @Async
  Coroutine<String> go() {
    int x = 1;
    x += (x = await(later(5)));
    f += await(later("f", 10, () -> f = 1000));
    h *= await(later("h", 7, () -> h = 1000));
    this.h -= await(later("this.h", 1, () -> h = 1000));
    A01.f <<= await(later("A01.f", 2, () -> f = 1000));
    int y = 2;
    y += y++ + await(later(3)) + y;
    return done(x + " " + f + " " + h + " " + y);
  }
}

// A02: the array and the index of a compound assignment are evaluated once
final class A02 {
  @Async
  static Coroutine<String> run() {
    int[] a = {1, 2, 3, 4};
    a[g(1)] += await(later(10));
    a[await(later(0))] += await(later(20));
    int old = a[await(later(2))]++;
    int now = ++a[await(later(3))];
    int down = a[await(later(3))]-- - --a[await(later(2))];
    a[g(0)] = await(later(7)) + a[0];
    return done(Arrays.toString(a) + old + " " + now + " " + down);
  }
}

// A03: the array expression is evaluated before the await, and stored to after it
final class A03 {
  static int[] a = {1, 2};

  @Async
  static Coroutine<String> run() {
    int[] first = a;
    a[0] = await(later("a", 5, () -> a = new int[] {70, 80}));
    a[1] += await(later("b", 6, () -> a = new int[] {700, 800}));
    int i = 0;
    first[i] += await(later(1)) + (i = 1);
    first[i--] = await(later(9)) + i;
    return done(Arrays.toString(first) + Arrays.toString(a));
  }
}

// A04: a plain store to a field of null fails after the await, a compound one before it
final class A04 {
  int x;

  static A04 nul() {
    log("nul");
    return null;
  }

  @Async
  static Coroutine<Void> run() {
    try {
      nul().x = await(later("plain", 1));
    } catch (NullPointerException e) {
      log("null");
    }
    nul().x += await(later("compound", 2));
    return done();
  }
}

// A04array: a plain store out of bounds fails after the await, a compound one before it
final class A04array {
  @Async
  static Coroutine<Void> run() {
    int[] a = new int[2];
    try {
      a[g(2)] = await(later("plain", 1));
    } catch (ArrayIndexOutOfBoundsException e) {
      log(e.getMessage());
    }
    int[] none = null;
    try {
      none[g(0)] = await(later("null", 1));
    } catch (NullPointerException e) {
      log("null");
    }
    try {
      none[g(0)] += await(later("null compound", 1));
    } catch (NullPointerException e) {
      log("null");
    }
    a[g(3)] += await(later("compound", 2));
    return done();
  }
}

// A05: the receiver of a store is evaluated first, and once
final class A05 {
  int x;
  static A05 current = new A05();

  static A05 get() {
    log("get");
    return current;
  }

  @Async
  static Coroutine<String> run() {
    A05 first = current;
    get().x = await(later("a", 5, () -> current = new A05()));
    get().x += await(later("b", 6, () -> current = new A05()));
    A05 local = new A05();
    A05 kept = local;
    local.x = (local = new A05()).x + await(later(3));
    local.x++;
    return done(first.x + " " + current.x + " " + kept.x + " " + local.x);
  }
}

// A06: the value of an assignment
final class A06 {
  int f;

  static Coroutine<String> run() {
    return new A06().go();
  }

  @Async
  Coroutine<String> go() {
    int[] a = new int[3];
    int x;
    log(x = await(later(1)));
    log(f = await(later(2)));
    log(a[x] = await(later(3)));
    log(a[x] += await(later(4)));
    log(f *= await(later(5)));
    long l = x = await(later(6));
    byte b;
    int narrow = b = (byte) (int) await(later(257));
    return done(x + " " + f + Arrays.toString(a) + l + b + narrow);
  }
}

// A07: chains
final class A07 {
  @Async
  static Coroutine<String> run() {
    int x;
    int y;
    x = y = await(later(4));
    int[] a = new int[3];
    int i = 1;
    a[i] = i = await(later(2));
    int[] b = new int[4];
    int j = 0;
    b[j++] = b[j++] = await(later(7));
    return done(x + " " + y + Arrays.toString(a) + i + Arrays.toString(b) + j);
  }
}

// A08: implicit narrowing
final class A08 {
  @Async
  static Coroutine<String> run() {
    byte b = 10;
    b += await(later(300));
    char c = 'a';
    c += await(later(1));
    short s = 1;
    s <<= await(later(3L));
    int i = 16777217;
    i += await(later(0f));
    long l = 5;
    l *= await(later(1.5));
    int shift = 1;
    shift >>>= await(later(33));
    byte[] bytes = {1};
    bytes[0] -= await(later(1000));
    final byte constant = 5;
    byte plain = constant;
    float f = await(later(16777217));
    double d = await(later('x'));
    return done(
        b + " " + c + s + " " + i + " " + l + " " + shift + " " + bytes[0] + " " + plain + f + d);
  }
}

// A09: a string that is added to
final class A09 {
  static String f = "f";
  static Object o = "o";

  @Async
  static Coroutine<String> run() {
    String s = "s";
    s += await(later(1)) + await(later(2));
    s += 'c' + await(later(1));
    s += await(later("null", null));
    f += await(later("x", "x", () -> f = "lost"));
    o += await(later("y"));
    String[] a = {"a", null};
    a[g(1)] += await(later('z'));
    return done(s + f + o + a[1]);
  }
}

// A10: boxed variables
final class A10 {
  static Integer f = 127;

  @Async
  static Coroutine<String> run() {
    Integer q = 126;
    q += await(later(1));
    Integer r = q++;
    Integer s = ++q;
    f += await(later("f", 1, () -> f = 0));
    Character c = 'a';
    c++;
    await(later("b"));
    Long l = 1L;
    l = l + await(later(2));
    Integer[] a = {1, 2};
    a[await(later(1))]++;
    Integer none = null;
    log(q + " " + r + " " + s + " " + f + " " + c + " " + l + " " + a[1]);
    none += await(later(1));
    return done("not reached");
  }
}

// A11: parameters are reassigned
final class A11 {
  @Async
  static Coroutine<String> go(int a, String b, int... rest) {
    a += await(later(1));
    try {
      b = b + a;
      await(later("t"));
      a = rest[0];
    } finally {
      b += await(later("f"));
      rest = new int[] {a, 5};
    }
    for (; a < 12; a++) {
      rest[1] += await(later(a));
    }
    return done(a + b + Arrays.toString(rest));
  }

  static Coroutine<String> run() {
    return go(1, "b", 10, 20);
  }
}

// A12: increments beside awaits
final class A12 {
  static int s;
  int f;

  static Coroutine<String> run() {
    return new A12().go();
  }

  @Async
  Coroutine<String> go() {
    int i = 3;
    int a = i++ + await(later(10)) + i++;
    int b = --i - await(later(1)) - i--;
    int c = s++ + await(later("c", 1, () -> s += 10)) + ++s;
    int d = f-- + await(later("d", 1, () -> f += 10)) + this.f++;
    return done(i + " " + a + " " + b + " " + c + " " + d + " " + s + " " + f);
  }
}

// A13: puzzles of order
final class A13 {
  @Async
  static Coroutine<String> run() {
    int i = 1;
    i = i++ + await(later(0)) + ++i;
    int[] a = {1, 2, 3};
    int k = 0;
    a[k] += (a[k] += await(later(3)));
    a[k++] = a[k] = k = await(later(2));
    int j = 1;
    j += j++ * await(later(2)) + (j = 5) * j;
    return done(i + Arrays.toString(a) + k + " " + j);
  }
}

// A14: a declaration of several variables
final class A14 {
  @Async
  static Coroutine<Integer> run() {
    int p = await(later(1)), q = p + await(later(2)), r, s[] = {p, await(later(3))};
    r = s[1] + q;
    for (int i = p, j = await(later(2)); i < j; i++, j = await(later("j", j))) {
      r += i * j;
    }
    return done(r);
  }
}

// A15: storing to an array of another type
final class A15 {
  @Async
  static Coroutine<String> run() {
    Object[] a = new String[1];
    a[0] = await(later("fits"));
    log(a[0]);
    a[g(0)] = await(later(5));
    return done("not reached");
  }
}

// A16: assignments to fields of other objects
final class A16 {
  int x = 1;
  A16 next;

  @Async
  static Coroutine<String> run() {
    A16 a = new A16();
    a.next = new A16();
    a.next.x = await(later(5));
    a.next.next = a.next.x > 4 ? await(later("n", a)) : null;
    a.next.next.x += a.x + await(later("m", 6)) + (a.next.x = 8);
    int old = a.next.next.next.x++;
    return done(a.x + " " + a.next.x + " " + old);
  }
}

// A17: values of a compound assignment inside of arguments
final class A17 {
  static int[] a = {1, 2};

  static String f(int x, int y, int z) {
    return x + "," + y + "," + z;
  }

  @Async
  static Coroutine<String> run() {
    int i = 1;
    String s = f(i += await(later(2)), i, a[g(1)] *= await(later(3)));
    return done(s + f(a[1]++, await(later("a", 4, () -> a[1] = 50)), a[1]) + say("i", i));
  }
}
