// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.g;
import static world.World.later;
import static world.World.log;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Task;
import dev.weft.Weft;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

// R01: a chain of 100,000 awaits, of which the last one suspends, gives 100000
final class R01 {
  @Async
  static Coroutine<Integer> deep(int n) {
    if (n == 0) {
      await(later("bottom"));
      return done(0);
    }
    return done(1 + await(deep(n - 1)));
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(deep(100_000)));
  }
}

// R01failing: a failure at the bottom of 10,000 awaits, gives bottom 1024 true
final class R01failing {
  @Async
  static Coroutine<Integer> deep(int n) {
    if (n == 0) {
      await(later("bottom"));
      throw new IllegalStateException("bottom");
    }
    return done(1 + await(deep(n - 1)));
  }

  @Async
  static Coroutine<String> run() {
    try {
      return done("never" + await(deep(10_000)));
    } catch (IllegalStateException e) {
      StackTraceElement[] trace = e.getStackTrace();
      boolean mine = Arrays.stream(trace).limit(1000).allMatch(f -> f.getMethodName().equals("deep"));
      return done(e.getMessage() + " " + trace.length + " " + mine);
    }
  }
}

// R02: many awaits in one loop, gives 100000
final class R02 {
  @Async
  static Coroutine<Integer> run() {
    int sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += await(later("x", 1));
    }
    return done(sum);
  }
}

// R03: a chain of 100,000 tail awaits, gives 100000
final class R03 {
  @Async
  static Coroutine<Integer> count(int n, int total) {
    if (n == 0) {
      return done(total);
    }
    if (n % 2 == 0) {
      total += await(later("x", 0));
    }
    return count(n - 1, total + 1);
  }

  static Coroutine<Integer> run() {
    return count(100_000, 0);
  }
}

// T23: a try in a loop of many rounds, gives 50000 50000
final class T23 {
  @Async
  static Coroutine<String> run() {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 100_000; i++) {
      try {
        if (await(later("x", i)) % 2 == 0) {
          throw new IllegalStateException();
        }
        good++;
      } catch (IllegalStateException e) {
        bad++;
      }
    }
    return done(good + " " + bad);
  }
}

// X01: a call of the method runs nothing, and throws nothing, gives called then thrown
final class X01 {
  static boolean begun;

  @Async
  static Coroutine<String> body() {
    begun = true;
    if (g(1) == 1) {
      throw new IllegalStateException("thrown");
    }
    return done(await(later("x")));
  }

  @Async
  static Coroutine<String> run() {
    Coroutine<String> c = body();
    String r = begun ? "begun" : "called";
    try {
      return done(await(c));
    } catch (IllegalStateException e) {
      return done(r + " then " + e.getMessage());
    }
  }
}

// X02: a second await of one coroutine, gives IllegalStateException
final class X02 {
  @Async
  static Coroutine<String> child() {
    return done(await(later("x")));
  }

  @Async
  static Coroutine<String> run() {
    Coroutine<String> c = child();
    await(c);
    try {
      return done("never" + await(c));
    } catch (IllegalStateException e) {
      return done(e.getClass().getSimpleName());
    }
  }
}

// X03: one failed future that is awaited twice, gives true 0
final class X03 {
  @Async
  static Coroutine<Integer> child(CompletableFuture<Integer> future) {
    return done(await(future));
  }

  @Async
  static Coroutine<String> run() {
    CompletableFuture<Integer> future = CompletableFuture.failedFuture(new IllegalStateException("f"));
    Throwable first = null;
    int frames = 0;
    for (int i = 0; i < 3; i++) {
      try {
        await(child(future));
      } catch (IllegalStateException e) {
        if (first == null) {
          first = e;
          frames = e.getStackTrace().length;
        } else if (e != first || e.getStackTrace().length != frames) {
          return done("grown to " + e.getStackTrace().length + " from " + frames);
        }
      }
    }
    return done((first != null) + " " + first.getSuppressed().length);
  }
}

// V09: what is dead may be collected while suspended, gives true true false
final class V09 {
  static WeakReference<Object> dead;
  static WeakReference<Object> live;
  static WeakReference<Object> captured;
  static WeakReference<Object> argument;

  @Async
  static Coroutine<Object> body(Object parameter) {
    argument = new WeakReference<>(parameter);
    Object local = new Object();
    dead = new WeakReference<>(local);
    Object kept = new Object();
    live = new WeakReference<>(kept);
    Object inLambda = new Object();
    captured = new WeakReference<>(inLambda);
    Supplier<Object> s = () -> inLambda;
    log(local == parameter);
    await(later("x"));
    log(s.get() == null);
    return done(kept);
  }

  static boolean collected(WeakReference<Object> reference) {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
    }
    return reference.get() == null;
  }

  static Coroutine<String> run() {
    Coroutine<Object> c = body(new Object());
    Event<?> event = c.send(null);
    String r = collected(dead) + " " + collected(argument) + " ";
    System.gc();
    r += live.get() == null || captured.get() == null;
    log(event != null);
    return Coroutine.of(r);
  }
}

// P07: annotations stay on the method, gives [@Kept, @Kept]
final class P07 {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Kept {}

  @Kept
  @Async
  static Coroutine<String> body(@Kept String parameter) {
    return done(parameter + await(later("x")));
  }

  static Coroutine<String> run() throws ReflectiveOperationException {
    Method method = P07.class.getDeclaredMethod("body", String.class);
    List<String> found = new ArrayList<>();
    if (method.isAnnotationPresent(Kept.class)) {
      found.add("@Kept");
    }
    if (method.getParameters()[0].isAnnotationPresent(Kept.class)) {
      found.add("@Kept");
    }
    return Coroutine.of(found.toString());
  }
}

// B16: a coroutine that is kept runs when it is awaited, gives made begun x
final class B16 {
  static String order = "";

  @Async
  static Coroutine<String> child() {
    order += "begun ";
    return done(await(later("x")));
  }

  @Async
  static Coroutine<String> run() {
    Coroutine<String> c = child();
    order += "made ";
    String x = await(c);
    return done(order + x);
  }
}

// N01: names and frames, gives cases.N01.inner:277 cases.N01.outer:282
final class N01 {
  @Async
  static Coroutine<String> inner() {
    await(later("x"));
    throw new IllegalStateException("inner");
  }

  @Async
  static Coroutine<String> outer() {
    return done(await(inner()));
  }

  @Async
  static Coroutine<String> run() {
    try {
      return done(await(outer()));
    } catch (IllegalStateException e) {
      StackTraceElement[] t = e.getStackTrace();
      return done(name(t[0]) + " " + name(t[1]));
    }
  }

  static String name(StackTraceElement e) {
    return e.getClassName() + "." + e.getMethodName() + ":" + e.getLineNumber();
  }
}

// R06: a machine is resumed after its end, gives null 5 IllegalStateException
final class R06 {
  @Async
  static Coroutine<Integer> child() {
    return done(await(later(2)) + await(later(3)));
  }

  static Coroutine<String> run() {
    Coroutine<Integer> c = child();
    Event<?> event = c.send(null);
    for (int value = 2; event != null; value++) {
      event = c.send(value);
    }
    String r = event + " " + c.result() + " ";
    try {
      c.send(null);
      return Coroutine.of(r + "never");
    } catch (IllegalStateException e) {
      return Coroutine.of(r + e.getClass().getSimpleName());
    }
  }
}

// R07: one future that many await, gives [x0, x1, x2]
final class R07 {
  @Async
  static Coroutine<String> child(CompletableFuture<String> future, int i) {
    return done(await(future) + i);
  }

  @Async
  static Coroutine<String> all() {
    CompletableFuture<String> future = new CompletableFuture<>();
    List<Task<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) tasks.add(await(Weft.spawn(child(future, i))));
    await(Weft.yieldNow());
    future.complete("x");
    List<String> r = new ArrayList<>();
    for (Task<String> task : tasks) r.add(await(task));
    return done(r.toString());
  }

  static Coroutine<String> run() {
    return Coroutine.of(CompletableFuture.supplyAsync(() -> Weft.run(all())).join());
  }
}

// R08: a task that is cancelled while suspended runs its finally once, gives [finally, after, cancelled]
final class R08 {
  @Async
  static Coroutine<Void> child(CompletableFuture<String> future, List<String> log) {
    try {
      log.add(await(future));
    } finally {
      log.add("finally");
      await(Weft.yieldNow());
      log.add("after");
    }
    return done();
  }

  @Async
  static Coroutine<String> all() {
    List<String> log = new ArrayList<>();
    Task<Void> task = await(Weft.spawn(child(new CompletableFuture<>(), log)));
    await(Weft.yieldNow());
    await(Weft.cancel(task));
    try {
      await(task);
    } catch (CancellationException e) {
      log.add("cancelled");
    }
    return done(log.toString());
  }

  static Coroutine<String> run() {
    return Coroutine.of(CompletableFuture.supplyAsync(() -> Weft.run(all())).join());
  }
}

// R05: elements of generators, which allocate nothing, gives true true
final class R05 {
  static final int COUNT = 100_000;

  @Async
  static dev.weft.Generator<String> plain() {
    for (int i = 0; i < COUNT; i++) {
      dev.weft.Weft.emit("same");
    }
    return done();
  }

  @Async
  static dev.weft.AsyncGenerator<String> async() {
    for (int i = 0; i < COUNT; i++) {
      dev.weft.Weft.emit("same");
    }
    return done();
  }

  static long allocated() {
    return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Async
  static Coroutine<String> run() {
    long start = allocated();
    for (String s : plain()) {
      if (s == null) return done("never");
    }
    long middle = allocated();
    for (String s : async()) {
      if (s == null) return done("never");
    }
    long end = allocated();
    return done((middle - start < COUNT) + " " + (end - middle < COUNT));
  }
}
