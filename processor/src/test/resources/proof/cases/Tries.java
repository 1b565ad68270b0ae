// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.fails;
import static world.World.g;
import static world.World.io;
import static world.World.later;
import static world.World.log;
import static world.World.say;
import static world.World.throwing;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import world.World.Failed;

// T01: the plain forms
final class T01 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      r += await(later("try"));
      r += await(later("again"));
    } catch (Failed e) {
      r += "caught " + e.getMessage();
      r += await(later("catch"));
    } finally {
      r += await(later("finally"));
      log("in finally " + r);
    }
    return done(r + await(later("end")));
  }
}

// T02: a value that is returned is fixed before finally
final class T02 {
  @Async
  static Coroutine<Integer> run() {
    int x = await(later(5));
    try {
      return done(x);
    } finally {
      x = 99;
      await(later("finally"));
      log(x);
    }
  }
}

// T03: finally overrides
@SuppressWarnings("finally")
final class T03 {
  @Async
  static Coroutine<Integer> returns() {
    try {
      await(later("try"));
      throw new IllegalStateException("lost");
    } finally {
      if (await(later("finally", true))) {
        return done(7);
      }
    }
  }

  @Async
  static Coroutine<Integer> breaks() {
    int r = 0;
    for (int i = 0; ; i++) {
      try {
        await(later("try"));
        if (i == 2) return done(100);
        throw new IllegalStateException("lost");
      } finally {
        r += await(later(1));
        if (i < 2) continue;
        break;
      }
    }
    return done(r);
  }

  @Async
  static Coroutine<Integer> run() {
    return done(await(returns()) * 10 + await(breaks()));
  }
}

// T04: jumps out of try leave through finally
final class T04 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 5; i++) {
      try {
        if (i == 1) continue;
        r += await(later("t" + i));
        if (i == 3) break;
      } finally {
        r += await(later("f" + i));
      }
      r += ".";
    }
    return done(r);
  }
}

// T05: a labelled continue through two of them
final class T05 {
  @Async
  static Coroutine<Integer> run() {
    int r = 0;
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          try {
            if (j == 1) continue outer;
            await(later("j" + j));
          } finally {
            r += await(later("inner", 1));
          }
        }
      } finally {
        r += await(later("outer", 9));
      }
    }
    return done(r);
  }
}

// T06: a try inside of finally
final class T06 {
  @Async
  static Coroutine<Integer> sum(boolean fails) {
    int r = 1;
    try {
      r += await(later(2));
      if (fails) throw new IllegalStateException("hello");
    } finally {
      try {
        r += await(later(4));
      } finally {
        r += await(later(8));
      }
      log(r);
    }
    return done(r);
  }

  @Async
  static Coroutine<Void> overridden() {
    try {
      throw new IllegalStateException("hello " + await(later("a")));
    } finally {
      try {
        await(later("b"));
        if (g(1) == 1) throw new IllegalStateException("bye");
      } finally {
        log("last " + await(later("c")));
      }
    }
  }

  @Async
  static Coroutine<Integer> run() {
    int r = await(sum(false));
    try {
      await(sum(true));
    } catch (IllegalStateException e) {
      log(e.getMessage());
    }
    await(overridden());
    return done(r);
  }
}

// T07: which catch fits
final class T07 {
  @Async
  static Coroutine<String> go(Throwable t) {
    try {
      await(fails("await", t));
      return done("none");
    } catch (IllegalStateException e) {
      return done("state " + await(later("s")));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return done("argument or operation " + await(later("a")) + e.getMessage());
    } catch (RuntimeException e) {
      log("runtime");
      return done("runtime");
    } catch (Exception e) {
      return done("exception " + await(later("e")) + e.getMessage());
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = await(go(new IllegalStateException("1")));
    r += await(go(new IllegalArgumentException("2")));
    r += await(go(new UnsupportedOperationException("3")));
    r += await(go(new NumberFormatException("4")));
    r += await(go(new ArithmeticException("5")));
    r += await(go(new IOException("6")));
    return done(r + await(go(new StackOverflowError("7"))));
  }
}

// T08: an exception is thrown again after an await
final class T08 {
  static RuntimeException thrown;

  @Async
  static Coroutine<Void> inner() {
    try {
      await(later("a"));
      thrown = new IllegalStateException("kept");
      throw thrown;
    } catch (IllegalStateException e) {
      log(e == thrown);
      await(later("b"));
      throw e;
    } catch (IllegalArgumentException e) {
      throw e;
    }
  }

  @Async
  static Coroutine<Void> run() {
    try {
      await(inner());
    } catch (RuntimeException e) {
      log(e == thrown);
      throw e;
    }
    return done();
  }
}

// T09: the inner catch does not fit, the outer one does
final class T09 {
  @Async
  static Coroutine<String> run() {
    String before = await(later("before"));
    try {
      String inside = await(later("inside"));
      try {
        before += inside;
        if (await(later("throw", true))) throw new IllegalStateException("s");
      } catch (IllegalArgumentException e) {
        log("wrong");
        await(later("never"));
      } finally {
        log("finally " + inside + await(later("f")));
      }
    } catch (IllegalStateException e) {
      return done(before + e.getMessage() + await(later("c")));
    }
    return done("no");
  }
}

// T10: what catch blocks throw is not caught by their own try
final class T10 {
  @Async
  static Coroutine<String> run() {
    try {
      try {
        throw new IllegalStateException(await(later("1")));
      } catch (IllegalStateException e) {
        await(later("2"));
        throw new IllegalStateException("second");
      } catch (RuntimeException e) {
        log("never");
      } finally {
        log(await(later("3")));
      }
    } catch (IllegalStateException e) {
      return done(e.getMessage());
    }
    return done("no");
  }
}

// T11: the await is the only statement of each part
final class T11 {
  @Async
  static Coroutine<Void> run() {
    try {
      await(later("try"));
    } catch (Failed e) {
      await(later("catch"));
    } finally {
      await(later("finally"));
    }
    try {
      log("first");
      await(later("last"));
    } catch (Failed e) {
      log("first");
      await(later("last of catch"));
    } finally {
      log("first");
      await(later("last of finally"));
    }
    try {
      await(later("before"));
      log("behind");
    } finally {
      await(later("before of finally"));
      log("behind");
    }
    return done();
  }
}

// T12: an exception leaves through finally
final class T12 {
  @Async
  static Coroutine<Integer> run() {
    try {
      try {
        return done(g(1) / await(later(0)));
      } finally {
        log("inner");
        await(later("inner"));
      }
    } finally {
      log("outer " + await(later("outer")));
    }
  }
}

// T13: finally fails, and replaces what there was
final class T13 {
  @Async
  static Coroutine<Void> run() {
    try {
      await(later("try"));
      throw new IllegalStateException("first");
    } finally {
      int zero = await(later(0));
      log(1 / zero);
    }
  }
}

// T14: the call that makes the coroutine throws
final class T14 {
  static Coroutine<String> make() {
    log("make");
    throw new IllegalStateException("synchronous");
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      r += await(later("a"));
      r += await(make());
    } catch (IllegalStateException e) {
      r += e.getMessage() + await(later("b"));
    }
    return done(r);
  }
}

// T15: thrown values
final class T15 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      throw await(later("made", new IllegalStateException("awaited")));
    } catch (IllegalStateException e) {
      r += e.getMessage();
      e = new IllegalStateException("other");
      await(later("x"));
      r += e.getMessage();
    }
    try {
      await(later("y"));
      throw null;
    } catch (NullPointerException e) {
      r += "null" + await(later("z"));
    }
    IOException none = null;
    try {
      throw await(later("none", none));
    } catch (NullPointerException | IOException e) {
      r += e.getClass().getSimpleName();
    }
    return done(r);
  }
}

// T17: checked exceptions that only the await can throw
final class T17 {
  @Async
  static Coroutine<String> reads() throws IOException {
    return done(await(io("read", "data")));
  }

  @Async
  static Coroutine<String> precise(int i) throws IOException, TimeoutException {
    try {
      if (i == 1) throw new TimeoutException("slow");
      return done(await(reads()));
    } catch (Exception e) {
      log("caught " + e.getMessage());
      await(later("between"));
      throw e;
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 2; i++) {
      try {
        r += await(precise(i));
      } catch (FileNotFoundException e) {
        r += "never";
      } catch (IOException e) {
        r += "io " + e.getMessage() + await(later("c"));
      } catch (TimeoutException e) {
        r += e.getMessage();
      }
    }
    try {
      r += await(reads());
    } catch (IOException e) {
      log("not awaited " + e.getMessage());
    }
    return done(r);
  }
}

// T18: throw in finally, continue in catch
@SuppressWarnings("finally")
final class T18 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      try {
        try {
          if (i < 2) return done("lost " + await(later(i)));
          r += "third";
        } finally {
          await(later("f"));
          if (i < 2) throw new IllegalStateException("replaces return");
        }
      } catch (IllegalStateException e) {
        r += "c" + await(later("c"));
        continue;
      }
      r += "end";
    }
    return done(r);
  }
}

// T20: return in all parts, nothing behind; empty parts
final class T20 {
  @Async
  static Coroutine<String> all(int i) throws IOException {
    try {
      if (i == 1) throw new IllegalStateException("state");
      if (i == 2) throw new IOException("io");
      return done(await(later("try")));
    } catch (IllegalStateException e) {
      return done(await(later("state")));
    } catch (IOException e) {
      throw new IOException("wrapped " + await(later("io")), e);
    }
  }

  @Async
  static Coroutine<String> run() throws IOException {
    String r = await(all(0)) + await(all(1));
    try {
      r += await(later("a"));
    } catch (Failed e) {
    }
    try {
      r += await(later("b"));
    } finally {
    }
    try {
    } finally {
      r += await(later("c"));
    }
    log(r);
    return done(await(all(2)));
  }
}

// T21: resources with awaits in each place
final class T21 {
  record Res(String name, boolean closes) implements AutoCloseable {
    Res {
      log("open " + name);
    }

    @Override
    public void close() {
      log("close " + name);
      if (!closes) throw new IllegalStateException("close " + name);
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = "";
    try (Res a = new Res("a", true)) {
      r += await(later("body")) + a.name();
    }
    try (Res b = await(later("b", new Res("b", true))); Res c = new Res(await(later("c")), true)) {
      r += await(later("body2")) + b.name() + c.name();
    } catch (Failed e) {
      r += await(later("catch")) + e.getMessage() + e.getSuppressed().length;
    } finally {
      r += await(later("finally"));
    }
    try (Res none = null) {
      r += await(later("none")) + none;
    }
    Res existing = new Res("existing", true);
    try (existing; Res d = new Res("d", true)) {
      r += await(later("existing")) + d.name();
    }
    return done(r);
  }
}

// T21close: resources that fail to close
final class T21close {
  record Res(String name) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      log("close " + name);
      throw new IOException("close " + name);
    }
  }

  @Async
  static Coroutine<String> alone() throws IOException {
    try (Res a = new Res("alone")) {
      return done(await(later(a.name())));
    }
  }

  @Async
  static Coroutine<String> suppressed() throws IOException {
    try (Res a = new Res("first"); var b = new Res("second")) {
      await(later("body"));
      throw new IllegalStateException("body " + a.name() + b.name());
    }
  }

  @Async
  static Coroutine<String> initialiser() throws IOException {
    try (Res a = new Res("opened"); Res b = await(fails("b", new IllegalStateException("b")))) {
      return done("never " + a + b);
    }
  }

  @Async
  static Coroutine<String> run() throws IOException {
    try {
      await(alone());
    } catch (IOException e) {
      log(e.getMessage());
    }
    try {
      await(initialiser());
    } catch (IllegalStateException e) {
      log(e.getMessage() + e.getSuppressed()[0]);
    }
    return done(await(suppressed()));
  }
}

// T21lines: a failure closes at the try, and each await has its own line
final class T21lines {
  record Res(String name) implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException("close " + name);
    }
  }

  @Async
  static Coroutine<String> inner() {
    try
      (Res a = new Res(await(later("a")));
       Res b =
          new Res("b")) {
      String all = a.name()
          + await(later("body"))
          + await(
              later("more"))
          + b.name();
      throw new UnsupportedOperationException(
          await(later("last"))
              + all);
    }
  }

  @Async
  static Coroutine<String> run() {
    try {
      return done(
          await(inner()));
    } catch (UnsupportedOperationException e) {
      throw (IllegalStateException) e.getSuppressed()[1];
    }
  }
}

// T21jump: jumps close resources, and the value is fixed before
final class T21jump {
  static int x;

  @Async
  static Coroutine<Integer> fixed() {
    try (AutoCloseable a = () -> x = 99) {
      x = await(later(5));
      return done(x);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Async
  static Coroutine<String> run() throws Exception {
    String r = "";
    for (int i = 0; i < 4; i++) {
      int n = i;
      try (AutoCloseable a = () -> log("close " + n)) {
        if (i == 0) continue;
        r += await(later(i));
        if (i == 2) break;
      }
      r += ".";
    }
    return done(r + await(fixed()) + x);
  }
}

// T22: a return of another coroutine inside of try is awaited there
final class T22 {
  @Async
  static Coroutine<String> child(String s, RuntimeException t) {
    String r = await(later(s));
    if (t != null) throw t;
    return done(r);
  }

  @Async
  static Coroutine<String> tail(RuntimeException t) {
    try {
      return child("fine", t);
    } catch (IllegalStateException e) {
      log("caught");
      return child("caught", null);
    } finally {
      log("finally");
    }
  }

  @Async
  static Coroutine<String> run() {
    String r = await(tail(null)) + await(tail(new IllegalStateException("s")));
    log(r);
    return tail(new IllegalArgumentException("a"));
  }
}

// T24: nested to some depth
final class T24 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    try {
      r += await(later("1"));
      try {
        r += await(later("2"));
        try {
          r += await(later("3"));
          try {
            r += await(later("4"));
            throw new IllegalStateException("deep");
          } finally {
            r += await(later("f4"));
          }
        } catch (Failed e) {
          r += "failed3" + await(later("c3"));
        } finally {
          r += await(later("f3"));
        }
      } catch (IllegalStateException e) {
        r += e.getMessage() + await(later("c2"));
      } finally {
        r += await(later("f2"));
      }
    } catch (Failed e) {
      r += "failed1" + await(later("c1"));
    } finally {
      r += await(later("f1"));
      log(r);
    }
    return done(r);
  }
}

// T25: locals of try, catch and finally
final class T25 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    int x = 1;
    try {
      int y = await(later(2));
      x += y;
      String z = await(later("z"));
      r += z + y;
      throw new IllegalStateException("s");
    } catch (IllegalStateException e) {
      long y = await(later(3L));
      x += y;
      r += e.getMessage() + y;
    } finally {
      String y = await(later("y"));
      r += y + x;
    }
    return done(r);
  }
}

// T26: assignments before a failure are seen in catch
final class T26 {
  @Async
  static Coroutine<String> run() {
    int x = 0;
    int y = 5;
    try {
      x = 1;
      y += await(later(1));
      x = 2;
      y += await(later(1)) / g(0);
      x = 3;
    } catch (ArithmeticException | Failed e) {
      log(x + " " + y);
      await(later("c"));
    }
    return done(x + " " + y);
  }
}

// T27: catch parameters are used in lambdas after an await
final class T27 {
  @Async
  static Coroutine<String> run() {
    Runnable late = () -> {};
    for (int i = 0; i < 2; i++) {
      int n = i;
      try {
        await(later(i));
        throw new IllegalStateException("e" + i);
      } catch (IllegalStateException e) {
        await(later("c"));
        Runnable before = late;
        late = () -> {
          before.run();
          log(e.getMessage() + n);
        };
      }
    }
    await(later("end"));
    late.run();
    return done("ok");
  }
}

// T28: finally without await around awaits
final class T28 {
  static int depth;

  @Async
  static Coroutine<String> run() {
    depth++;
    try {
      String s = await(later("s"));
      for (int i = 0; i < 2; i++) {
        depth++;
        try {
          s += await(later(i));
          if (i == 1) return done(s + depth);
        } finally {
          depth--;
          log("depth " + depth);
        }
      }
      return done("never");
    } finally {
      depth--;
      log("left " + depth);
    }
  }
}

// T29: a failing world is caught once per await
final class T29 {
  @Async
  static Coroutine<String> run() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      try {
        r += await(later(i)) + await(later(say("x" + i, i + 10)));
      } catch (Failed e) {
        r += "[" + e.getMessage() + "]";
      }
    }
    try {
      r += await(throwing("t", new FileNotFoundException("file")));
    } catch (FileNotFoundException e) {
      r += e.getMessage();
    } catch (IOException e) {
      r += "never";
    }
    return done(r);
  }
}

// T30: a resource that exists before, in a try without an await
final class T30 {
  static Coroutine<String> run() {
    return go(() -> log("close"));
  }

  @Async
  static Coroutine<String> go(AutoCloseable resource) {
    String r = await(later("a"));
    try (resource) {
      r += "b";
    } catch (Exception e) {
      r += e;
    }
    return done(r + await(later("c")));
  }
}

// T40: a jump out of a try without an await, whose finally throws into an awaited try
final class T40 {
  static Coroutine<String> run() {
    return go();
  }

  private static void fail(String what) {
    log(what);
    throw new IllegalStateException(what);
  }

  @Async
  static Coroutine<String> go() {
    String r = "";
    for (int i = 0; i < 3; i++) {
      try {
        r += await(later(i));
        try {
          if (i == 1) {
            break;
          }
        } finally {
          if (i == 1) {
            fail("finally");
          }
        }
        try (AutoCloseable resource = () -> fail("close")) {
          if (i == 0) {
            continue;
          }
        }
        r += "end";
      } catch (Exception e) {
        r += await(later(e.getMessage()));
      }
    }
    return done(r);
  }
}
