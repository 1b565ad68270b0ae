// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.fails;
import static world.World.g;
import static world.World.later;
import static world.World.log;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import world.Numbers;
import world.Resource;
import world.World.Failed;

// W01: a loop that awaits its elements
final class W01 {
  @Async
  static Coroutine<Integer> run() {
    int sum = 0;
    for (int n : /* async */ new Numbers("n", 3)) {
      log(n);
      sum += n;
    }
    for (int n : /* async */ new Numbers("none", 0)) log("never" + n);
    for (int n : /* async */ new Numbers("m", 2)) {
      sum += await(later("in", 10)) * n;
    }
    return done(sum);
  }
}

// W02: every way out of a loop closes its iterator
final class W02 {
  @Async
  static Coroutine<String> tail(String s) {
    return done(await(later(s)));
  }

  @Async
  static Coroutine<String> leave(int how) {
    String r = "";
    for (int n : /* async */ new Numbers("n" + how, 4)) {
      if (n == 1 && how == 0) break;
      if (n == 1 && how == 1) continue;
      if (n == 1 && how == 2) return done("returned" + r);
      if (n == 1 && how == 3) throw new IllegalStateException("thrown" + r);
      if (n == 1 && how == 4) {
        r += await(later("in", "i"));
        break;
      }
      if (n == 1 && how == 5) return tail("tail" + r);
      if (n == 1 && how == 6) return done(await(later("last", "awaited" + r)));
      r += n;
    }
    return done(r + await(later("after", "end")));
  }

  @Async
  static Coroutine<Void> run() {
    for (int how = 0; how < 8; how++) {
      try {
        log(await(leave(how)));
      } catch (IllegalStateException e) {
        log(e.getMessage() + e.getSuppressed().length);
      }
    }
    return done();
  }
}

// W03: loops within loops, left by label
final class W03 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    outer:
    for (int i : /* async */ new Numbers("i", 4)) {
      for (int k = 0; k < 3; k++) {
        inner:
        for (int j : /* async */ new Numbers("j", 3)) {
          r += " " + i + k + j;
          if (i == 0) continue outer;
          if (i == 1 && j == 1) continue inner;
          if (i == 2 && k == 0) break inner;
          if (i == 3) break outer;
        }
      }
      r += ".";
    }
    return done(r);
  }
}

// W04: types of the loop's variable
final class W04 {
  static AsyncIterable<? extends Number> wild() {
    return new Numbers("wild", 2);
  }

  @Async
  static <T extends AsyncIterable<Integer>> Coroutine<Integer> bound(T items) {
    int sum = 0;
    for (Integer n : /* async */ items) sum += n;
    return done(sum);
  }

  @Async
  static <X, T extends Supplier<X> & AsyncIterable<X>> Coroutine<Void> both(T items) {
    for (X n : /* async */ items) log(n);
    return done();
  }

  @Async
  static Coroutine<Object> run() {
    long sum = 0;
    for (long n : /* async */ new Numbers("long", 3)) sum += n;
    for (var n : /* async */ wild()) sum += n.intValue();
    for (Object n : /* async */ new Numbers("object", 2)) log(n);
    for (final int n : /* async */ new Numbers("final", 2)) log(n);
    return done(sum + await(bound(new Numbers("bound", 3))));
  }
}

// W05: the iterated expression
final class W05 {
  Numbers field = new Numbers("field", 1);

  static Numbers none() {
    return null;
  }

  @Async
  Coroutine<Void> loops(boolean yes) {
    for (int n : /* async */ field) {
      field = new Numbers("other", 1);
      log(n);
    }
    for (int n : /* async */ this.field) log(n);
    for (int n : /* async */ (Numbers) (Object) field) log(n);
    for (int n : /* async */ yes ? new Numbers("yes", 1) : new Numbers("no", 1)) log(n);
    for (int n : /* async */ await(later("made", new Numbers("awaited", 2)))) log(n);
    for (int n : /* async */ g(1) > 1 ? field : new Numbers(await(later("l", "label")), g(1))) log(n);
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    await(new W05().loops(true));
    try {
      for (int n : /* async */ none()) log("never" + n);
    } catch (NullPointerException e) {
      log("null");
    }
    return done();
  }
}

// W06: the closing of a loop beside failures and other exits
final class W06 {
  static final class Torn implements AsyncIterable<Integer> {
    @Override
    public AsyncIterator<Integer> asyncIterator() {
      return new AsyncIterator<>() {
        private int at;

        @Override
        public Coroutine<Boolean> hasNext() {
          return later("has", true);
        }

        @Override
        public Integer next() {
          if (at == 1) throw new IllegalStateException("next");
          return at++;
        }

        @Override
        public Coroutine<Void> closeAsync() {
          return fails("close", new IOException("closing"));
        }
      };
    }
  }

  @Async
  static Coroutine<Integer> leave(boolean returns) {
    int last = 0;
    for (int n : /* async */ new Torn()) {
      last = n + 5;
      if (returns) return done(last++);
    }
    return done(last);
  }

  @Async
  static Coroutine<Void> run() {
    for (int i = 0; i < 2; i++) {
      try {
        log(await(leave(i == 0)));
      } catch (Exception e) {
        log(e + " " + e.getSuppressed().length);
      }
    }
    for (int n : /* async */ new Torn()) {
      if (g(1) == 1) throw new UnsupportedOperationException("body" + n);
    }
    return done();
  }
}

// W07: a loop in every part of a try
final class W07 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int round = 0; round < 2; round++) {
      try {
        for (int n : /* async */ new Numbers("body", 3)) {
          r += n;
          if (n == round) throw new IllegalStateException("x" + n);
        }
      } catch (IllegalStateException e) {
        for (int n : /* async */ new Numbers("catch", 2)) r += e.getMessage() + n;
        if (round == 1) break;
      } finally {
        for (int n : /* async */ new Numbers("finally", 3)) {
          r += "f" + n;
          if (n == 1) break;
        }
      }
    }
    switch (r.length()) {
      case 0:
        break;
      default:
        for (int n : /* async */ new Numbers("switch", 3)) {
          if (n == 0) continue;
          r += n;
          break;
        }
    }
    return done(r);
  }
}

// W08: what a lambda captures in a loop
final class W08 {
  @Async
  static Coroutine<String> run() {
    List<Supplier<String>> all = new ArrayList<>();
    for (int n : /* async */ new Numbers("n", 3)) {
      String label = "v" + n;
      all.add(() -> label + n);
    }
    String r = "";
    for (Supplier<String> each : all) r += each.get();
    return done(r);
  }
}

// W09: a resource that is closed by awaiting
final class W09 {
  @Async
  static Coroutine<String> tail(String s) {
    return done(await(later(s)));
  }

  @Async
  static Coroutine<String> use(int how) throws IOException {
    String r = "";
    for (int i = 0; i < 2; i++) {
      try (Resource resource = new Resource("r" + i)) {
        log(resource.label());
        if (how == 0) continue;
        if (how == 1) break;
        if (how == 2) return done(r + resource.label());
        if (how == 3) throw new IllegalStateException("thrown");
        if (how == 4) return tail("tail");
        r += await(later("in", resource.label()));
      }
      r += ";";
    }
    return done(r);
  }

  @Async
  static Coroutine<Void> run() throws IOException {
    for (int how = 0; how < 6; how++) {
      try {
        log(await(use(how)));
      } catch (IllegalStateException e) {
        log(e.getMessage() + e.getSuppressed().length);
      }
    }
    return done();
  }
}

// W10: several resources, of both kinds, and null
final class W10 {
  @Async
  static Coroutine<Void> run() throws Exception {
    Resource given = new Resource("given");
    try (Resource a = new Resource("a");
        AutoCloseable plain = () -> log("plain closed");
        Resource none = null;
        given;
        Resource b = await(later("made", new Resource("b")))) {
      log(a.label() + b.label() + (none == null) + (plain != null));
    } finally {
      log("finally");
    }
    try (Resource a = new Resource("first");
        Resource b = made()) {
      log("never" + a + b);
    } catch (IllegalStateException e) {
      log(e.getMessage());
    }
    return done();
  }

  static Resource made() {
    throw new IllegalStateException("not made");
  }
}

// W11: suppressed failures of closing
final class W11 {
  record Broken(String name) implements AsyncCloseable<IOException> {
    @Override
    public Coroutine<Void> closeAsync() throws IOException {
      if (name.equals("direct")) throw new IOException("at once");
      return fails(name, new IOException("later " + name));
    }
  }

  @Async
  static Coroutine<String> both(boolean fails) throws IOException {
    try (Broken direct = new Broken("direct");
        Broken late = new Broken("late")) {
      if (fails) throw new IllegalArgumentException(direct.name() + late.name());
      return done("returned");
    }
  }

  @Async
  static Coroutine<Void> run() throws IOException {
    try {
      log(await(both(true)));
    } catch (IllegalArgumentException e) {
      log(e.getSuppressed()[0] + " " + e.getSuppressed()[1]);
    }
    log(await(later("between", 1)));
    log(await(both(false)));
    return done();
  }
}

// W12: catch, finally and closing on one try
final class W12 {
  @Async
  static Coroutine<String> run() throws IOException {
    String r = "";
    try (Resource a = new Resource("a")) {
      r += a.label();
      if (g(1) == 1) throw new Failed("body");
    } catch (Failed e) {
      r += await(later("caught", e.getMessage()));
    } finally {
      r += await(later("finally", "f"));
    }
    return done(r);
  }
}

// W13: closing without any other await, in a loop and in a lambda's surroundings
final class W13 {
  @Async
  static Coroutine<Integer> count() throws IOException {
    int n = 0;
    while (n < 3) {
      try (Resource a = new Resource("a" + n)) {
        Supplier<String> label = () -> a.label();
        log(label.get());
        n++;
      }
    }
    return done(n);
  }

  @Async
  static Coroutine<Integer> run() throws IOException {
    return done(await(count()));
  }
}

// W14: private and generic kinds of both
final class W14 {
  private static final class Items<T> implements AsyncIterable<T> {
    private final List<T> items;

    private Items(List<T> items) {
      this.items = items;
    }

    @Override
    public AsyncIterator<T> asyncIterator() {
      return new Each<>(items);
    }
  }

  private static final class Each<T> implements AsyncIterator<T> {
    private final List<T> items;
    private int at;

    private Each(List<T> items) {
      this.items = items;
    }

    @Override
    public Coroutine<Boolean> hasNext() {
      return later("has", at < items.size());
    }

    @Override
    public T next() {
      return items.get(at++);
    }
  }

  private record Held(String name) implements AsyncCloseable<RuntimeException> {
    @Override
    public Coroutine<Void> closeAsync() {
      return later("close " + name, null);
    }
  }

  @Async
  static <T> Coroutine<List<T>> all(List<T> from) {
    List<T> all = new ArrayList<>();
    try (Held held = new Held("held")) {
      for (T item : /* async */ new Items<T>(from)) {
        all.add(item);
        log(held.name());
      }
    }
    return done(all);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(all(List.of("a", "b"))) + "" + await(all(List.of(1))));
  }
}

// W15: an iterator by hand
final class W15 {
  @Async
  static Coroutine<Integer> run() {
    int sum = 0;
    try (AsyncIterator<Integer> each = new Numbers("n", 3).asyncIterator()) {
      while (await(each.hasNext())) {
        sum += each.next();
        if (sum == 1) return done(sum);
      }
    }
    return done(-1);
  }
}
