// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static world.World.fails;
import static world.World.g;
import static world.World.later;
import static world.World.log;
import static world.World.say;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Closed;
import dev.weft.Coroutine;
import dev.weft.Generator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import world.Numbers;
import world.Resource;

// Y01: a generator runs as far as it is asked
final class Y01 {
  @Async
  static Generator<Integer> count(int to) {
    log("begins");
    for (int i = 0; i < to; i++) {
      log("emits " + i);
      emit(i);
      log("goes on " + i);
    }
    log("ends");
    return done();
  }

  @Async
  static Coroutine<Integer> run() {
    Generator<Integer> made = count(3);
    log("made");
    int sum = 0;
    for (int i : made) {
      log("got " + i);
      sum += i;
    }
    for (int i : count(2)) sum += await(later("i" + i, i));
    for (int i : count(0)) log("never" + i);
    return done(sum);
  }
}

// Y02: the iterator of a generator
final class Y02 {
  @Async
  static Generator<String> words() {
    emit("a");
    emit(null);
    emit("c");
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    Iterator<String> words = words().iterator();
    log(words.hasNext() + " " + words.hasNext() + words.next() + words.next());
    log(words.next() + words.hasNext() + words.hasNext());
    try {
      words.next();
    } catch (NoSuchElementException e) {
      log("no more");
    }
    log(words().stream().collect(Collectors.toList()));
    log(words().stream().skip(1).findFirst().isPresent() ? "never" : "null first");
    return done();
  }
}

// Y03: closing a generator in the middle
final class Y03 {
  @Async
  static Generator<Integer> guarded(String name) {
    try {
      log("begin " + name);
      try (AutoCloseable resource = () -> log("resource closed")) {
        for (int i = 0; ; i++) {
          try {
            emit(i);
          } finally {
            log("inner " + i + (resource != null));
          }
        }
      } catch (Exception e) {
        log("never");
      }
    } finally {
      log("end " + name);
    }
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    try (Generator<Integer> numbers = guarded("a")) {
      for (int n : numbers) {
        if (n == 2) break;
        await(later("n" + n));
      }
    }
    try (Generator<Integer> unbegun = guarded("never begun")) {
      log(unbegun != null);
    }
    Generator<Integer> twice = guarded("twice");
    log(twice.next());
    twice.close();
    twice.close();
    log(twice.hasNext());
    try (var elements = guarded("stream").stream()) {
      log(elements.limit(2).map(n -> n + 10).collect(Collectors.toList()));
    }
    return done();
  }
}

// Y04: what a finally throws while the generator is closed
final class Y04 {
  @Async
  static Generator<Integer> failing(int how) throws IOException {
    try (AutoCloseable outer = how == 1 ? () -> { throw new IOException("outer"); } : () -> log("o")) {
      try (AutoCloseable inner = how < 2 ? () -> { throw new IOException("inner"); } : () -> log("i")) {
        emit(g(how) + (outer == inner ? 1 : 0));
      } finally {
        if (how == 2) throw new IllegalStateException("finally");
        if (how == 3) emit(99);
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      log(how == 3 ? "emitted while closed" : e.getMessage());
      if (how == 2) throw new IllegalArgumentException(e);
    }
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (int how = 0; how < 5; how++) {
      try {
        Generator<Integer> g = failing(how);
        log(g.next());
        g.close();
        log("closed" + g.hasNext());
      } catch (Exception e) {
        log(e + Arrays.toString(e.getSuppressed()));
      }
    }
    return done();
  }
}

// Y05: what a generator throws
final class Y05 {
  @Async
  static Generator<Integer> throwing() throws IOException {
    emit(1);
    if (g(1) == 1) throw new IOException("thrown");
    emit(2);
    return done();
  }

  @Async
  static Coroutine<Void> run() throws IOException {
    Generator<Integer> numbers = throwing();
    try {
      for (int n : numbers) log(n);
    } catch (Exception e) {
      log(e.getMessage() + numbers.hasNext());
    }
    await(later("then"));
    for (int n : throwing()) log(n);
    return done();
  }
}

// Y06: a generator that asks itself, and one that is asked twice
final class Y06 {
  Generator<Integer> self;

  @Async
  Generator<Integer> asking(int how) {
    try {
      if (how == 0) self.hasNext();
      if (how == 1) self.next();
      if (how == 2) self.close();
    } catch (IllegalStateException e) {
      log("refused");
    }
    emit(7);
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (int how = 0; how < 3; how++) {
      Y06 o = new Y06();
      o.self = o.asking(how);
      log(o.self.next());
    }
    Generator<Integer> once = new Y06().asking(3);
    for (int n : once) log(n);
    try {
      for (int n : once) log("never" + n);
    } catch (IllegalStateException e) {
      log("for single use");
    }
    return done();
  }
}

// Y07: a generator that walks a tree by itself
final class Y07 {
  record Node(Node left, int value, Node right) {}

  @Async
  static Generator<Integer> walk(Node node) {
    if (node != null) {
      for (int n : walk(node.left())) emit(n);
      emit(node.value());
      for (int n : walk(node.right())) emit(n);
    }
    return done();
  }

  @Async
  static Coroutine<String> run() {
    Node two = new Node(new Node(null, 1, null), 2, new Node(null, 3, null));
    String r = "";
    for (int n : walk(new Node(two, 4, new Node(null, 5, null)))) r += await(later(n));
    return done(r);
  }
}

// Y08: emit in every kind of statement
final class Y08 {
  @Async
  static Generator<Object> all(int n) {
    int i = 0;
    for (emit("init"); i < n; emit("update" + i), i++) emit("body" + i);
    do emit("do" + i); while (--i > 1);
    if (i > 0) emit("then"); else emit("else");
    switch (n) {
      case 1:
        emit("one");
      case 3:
        emit("three");
        break;
      default:
        emit("never");
    }
    switch (i) {
      case 1 -> emit("arrow");
      default -> {
        emit("never");
      }
    }
    out:
    for (String s : List.of("p", "q", "r")) {
      for (char c : new char[] {'x', 'y'}) {
        emit(s + c);
        if (c == 'x' && s.equals("p")) continue out;
        if (s.equals("q")) break out;
      }
    }
    try {
      emit("try");
      throw new IllegalStateException("caught");
    } catch (IllegalStateException e) {
      emit(e.getMessage());
    } finally {
      emit("finally");
    }
    synchronized (Y08.class) {
      i = 5;
    }
    emit(i);
    emit(i > 4 ? 'c' : 0);
    emit(n == 3 && say("and", true) ? "both" : 1.5);
    emit((Supplier<String>) () -> "lambda");
    if (n == 3) return done();
    emit("never");
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (Object o : all(3)) {
      log(o instanceof Supplier<?> s ? s.get() : o + " " + o.getClass().getSimpleName());
    }
    return done();
  }
}

// Y09: types of the elements
final class Y09 {
  @Async
  static <T> Generator<List<? super T>> generic(T one, T two) {
    List<T> both = new ArrayList<>();
    both.add(one);
    emit(both);
    both.add(two);
    emit(new ArrayList<Object>(both));
    return done();
  }

  @Async
  static Generator<Long> longs(long from, int count) {
    long next = from;
    for (int i = 0; i < count; i++) {
      emit(next);
      next += i;
    }
    return done();
  }

  @Async
  static Generator<Number> numbers() {
    emit(1);
    emit(2L);
    emit(g(3) / 2.0);
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (var each : generic("a", "b")) log(each);
    for (long each : longs(1L << 40, 4)) log(each);
    for (Number each : numbers()) log(each + each.getClass().getSimpleName());
    return done();
  }
}

// Y10: members, captures and names
final class Y10 {
  private int field = 1;

  private String hidden(String s) {
    return s + field++;
  }

  @Async
  private Generator<Supplier<String>> captured(int current, String state) {
    for (int full = 0; full < current; full++) {
      int closed = full * 10;
      String emitted = hidden(state);
      emit((Supplier<String>) () -> emitted + closed);
      field += this.field;
    }
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    List<Supplier<String>> all = new ArrayList<>();
    for (Supplier<String> each : new Y10().captured(3, "s")) {
      all.add(each);
      log(each.get());
    }
    for (Supplier<String> each : all) log(each.get());
    return done();
  }
}

// Y11: two generators in step, and a try in one
final class Y11 {
  @Async
  static Generator<Integer> evens() {
    for (int i = 0; ; i += 2) emit(i);
  }

  @Async
  static Generator<String> named(Generator<Integer> numbers) {
    try (numbers) {
      while (true) {
        int a = numbers.next();
        int b = numbers.next();
        emit(a + "+" + b);
      }
    } finally {
      log("named ends");
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try (Generator<String> left = named(evens());
        Generator<String> right = named(evens())) {
      for (int i = 0; i < 3; i++) {
        r += left.next() + await(later("=" + i)) + right.next() + (i == 1 ? right.next() : "");
      }
    }
    return done(r);
  }
}

// Y12: whoever catches Closed
final class Y12 {
  @Async
  static Generator<Integer> catching(boolean again) {
    try {
      emit(1);
      log("never");
    } catch (RuntimeException e) {
      log("never either");
    } catch (Closed e) {
      log("closed");
      if (again) throw e;
    }
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (int i = 0; i < 2; i++) {
      Generator<Integer> g = catching(i == 0);
      log(g.next());
      g.close();
      log(g.hasNext());
    }
    return done();
  }
}

// Y13: an asynchronous generator
final class Y13 {
  @Async
  static AsyncGenerator<Integer> count(int to) {
    log("begins");
    for (int i = 0; i < to; i++) {
      int n = await(later("wait " + i, i));
      emit(n * 2);
      log("goes on " + i);
    }
    await(later("last"));
    return done();
  }

  @Async
  static Coroutine<Integer> run() {
    AsyncGenerator<Integer> made = count(3);
    log("made");
    int sum = 0;
    for (int i : /* async */ made) {
      log("got " + i);
      sum += i + await(later("in", 100));
    }
    for (int i : /* async */ count(2)) sum += i;
    for (int i : /* async */ count(0)) log("never" + i);
    return done(sum);
  }
}

// Y14: leaving an asynchronous generator runs its finally blocks, which await
final class Y14 {
  @Async
  static Coroutine<String> tail(String s) {
    return done(await(later(s)));
  }

  @Async
  static AsyncGenerator<Integer> guarded(String name) throws IOException {
    try (Resource resource = new Resource(name)) {
      for (int i = 0; ; i++) {
        try {
          emit(i);
          await(later(resource.label() + i));
        } finally {
          await(later("inner " + i));
        }
      }
    } finally {
      log("end " + name);
    }
  }

  @Async
  static Coroutine<String> leave(int how) throws IOException {
    for (int i : /* async */ guarded("how" + how)) {
      if (i == 1 && how == 0) break;
      if (i == 1 && how == 1) return done("returned");
      if (i == 1 && how == 2) throw new IllegalStateException("thrown");
      if (i == 1 && how == 3) return tail("tail");
    }
    return done("behind");
  }

  @Async
  static Coroutine<Void> run() throws IOException {
    for (int how = 0; how < 4; how++) {
      try {
        log(await(leave(how)));
      } catch (IllegalStateException e) {
        log(e.getMessage() + e.getSuppressed().length);
      }
    }
    return done();
  }
}

// Y15: an asynchronous generator by hand
final class Y15 {
  @Async
  static AsyncGenerator<String> words() {
    try {
      emit("a");
      emit(await(later("null", (String) null)));
      emit("c");
    } finally {
      await(later("finally"));
    }
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    AsyncGenerator<String> words = words();
    try {
      words.next();
    } catch (NoSuchElementException e) {
      log("not asked yet");
    }
    log(await(words.hasNext()) + " " + await(words.hasNext()) + words.next());
    log(await(words.hasNext()) + words.next());
    await(words.closeAsync());
    await(words.closeAsync());
    log(await(words.hasNext()));
    try (AsyncIterator<String> each = words().asyncIterator()) {
      while (await(each.hasNext())) log(each.next());
      log(await(each.hasNext()));
    }
    AsyncGenerator<String> unbegun = words();
    await(unbegun.closeAsync());
    log(await(unbegun.hasNext()));
    try {
      words.asyncIterator();
      words.asyncIterator();
    } catch (IllegalStateException e) {
      log("for single use");
    }
    return done();
  }
}

// Y16: asynchronous generators in one another
final class Y16 {
  record Node(Node left, int value, Node right) {}

  @Async
  static AsyncGenerator<Integer> walk(Node node) {
    if (node != null) {
      for (int n : /* async */ walk(node.left())) emit(n);
      emit(await(later("v" + node.value(), node.value())));
      for (int n : /* async */ walk(node.right())) emit(n);
    }
    return done();
  }

  @Async
  static AsyncGenerator<String> squares(Generator<Integer> plain) {
    try (plain) {
      for (int n : plain) emit(n + "^2=" + await(later(n * n)));
      for (int n : /* async */ new Numbers("numbers", 2)) emit("n" + n);
    }
    return done();
  }

  @Async
  static Generator<Integer> plain() {
    try {
      emit(1);
      emit(2);
    } finally {
      log("plain ends");
    }
    return done();
  }

  @Async
  static Coroutine<String> run() {
    Node two = new Node(new Node(null, 1, null), 2, new Node(null, 3, null));
    String r = "";
    for (int n : /* async */ walk(new Node(two, 4, new Node(null, 5, null)))) {
      r += n;
      if (n == 4) break;
    }
    for (String s : /* async */ squares(plain())) r += s;
    for (String s : /* async */ squares(plain())) {
      r += s;
      break;
    }
    return done(r);
  }
}

// Y17: failures in and around an asynchronous generator
final class Y17 {
  @Async
  static AsyncGenerator<Integer> failing(int how) throws IOException {
    try {
      emit(1);
      if (how == 0) throw new IOException("thrown");
      if (how == 1) await(fails("awaited", new IOException("awaited")));
      emit(2);
    } finally {
      await(later("finally"));
      if (how == 2) throw new IllegalStateException("in finally");
      if (how == 3) emit(3);
    }
    return done();
  }

  @Async
  static Coroutine<Integer> use(int how) throws IOException {
    int last = 0;
    for (int n : /* async */ failing(how)) {
      last = n;
      if (how >= 2) throw new IllegalArgumentException("body");
    }
    return done(last);
  }

  @Async
  static Coroutine<Void> run() throws IOException {
    for (int how = 0; how < 5; how++) {
      try {
        log(await(use(how)));
      } catch (IOException e) {
        log(e.getMessage() + e.getSuppressed().length);
      } catch (IllegalArgumentException e) {
        for (Throwable s : e.getSuppressed()) log(s.getClass());
      }
    }
    log(await(use(0)));
    return done();
  }
}

// Y18: an asynchronous generator that asks itself
final class Y18 {
  AsyncGenerator<Integer> self;

  @Async
  AsyncGenerator<Integer> asking(int how) {
    try {
      if (how == 0) await(self.hasNext());
      if (how == 1) await(self.closeAsync());
      if (how == 2) for (int n : /* async */ self) log("never" + n);
    } catch (IllegalStateException e) {
      log("refused");
    }
    emit(7);
    return done();
  }

  @Async
  static Coroutine<Void> run() {
    for (int how = 0; how < 3; how++) {
      Y18 o = new Y18();
      o.self = o.asking(how);
      log(await(o.self.hasNext()) + "" + o.self.next());
    }
    return done();
  }
}

// Y19: the value of an emit is evaluated in order, with awaits in it
final class Y19 {
  int total = 1;

  @Async
  AsyncGenerator<Integer> sums() {
    emit(g(1) * await(later("a", 2)) + g(3));
    emit(total + await(later("b", 1, () -> total = 100)));
    emit(await(later("c", true)) ? await(later("d", 4)) : g(5));
    emit(total += await(later("e", 6)));
    return done();
  }

  @Async
  static Coroutine<Integer> run() {
    int sum = 0;
    for (int n : /* async */ new Y19().sums()) {
      log(n);
      sum += n;
    }
    return done(sum);
  }
}

// Y20: generators that hand nothing out, and that never end
final class Y20 {
  @Async
  static Generator<String> none() {
    return done();
  }

  @Async
  static AsyncGenerator<String> noneAsync(boolean awaits) {
    if (awaits) await(later("none"));
    return done();
  }

  @Async
  static AsyncGenerator<Integer> endless() {
    int i = 0;
    while (true) emit(i++);
  }

  @Async
  static Coroutine<Integer> run() {
    for (String s : none()) log(s);
    for (String s : /* async */ noneAsync(true)) log(s);
    for (String s : /* async */ noneAsync(false)) log(s);
    for (int n : /* async */ endless()) {
      if (n > 1000) return done(n);
    }
    return done(-1);
  }
}

// Y21: interfaces and overriding
final class Y21 {
  interface Source<T> {
    Generator<T> items();

    @Async
    default AsyncGenerator<T> slowly() {
      for (T item : items()) {
        await(later("slow"));
        emit(item);
      }
      return done();
    }
  }

  static final class Two implements Source<String> {
    @Async
    @Override
    public Generator<String> items() {
      emit("x");
      emit("y");
      return done();
    }
  }

  @Async
  static Coroutine<Void> run() {
    Source<String> source = new Two();
    for (String s : source.items()) log(s);
    for (String s : /* async */ source.slowly()) log(s);
    return done();
  }
}

// Y22: many elements
final class Y22 {
  @Async
  static Generator<Integer> count(int to) {
    for (int i = 0; i < to; i++) emit(i);
    return done();
  }

  @Async
  static AsyncGenerator<Integer> countAsync(int to) {
    for (int i = 0; i < to; i++) emit(i);
    return done();
  }

  @Async
  static Coroutine<Integer> run() {
    int sum = 0;
    for (int n : count(20_000)) sum += n;
    for (int n : /* async */ countAsync(20_000)) sum -= n;
    return done(sum);
  }
}
