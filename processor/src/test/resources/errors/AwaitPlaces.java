import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Weft;
import java.util.function.Function;
import java.util.function.Supplier;

class AwaitPlaces {
  static final Event<Integer> EVENT = new Event<>() {};

  static int first = await(EVENT); // error: WEFT025
  int second = Weft.await(EVENT) + 1; // error: WEFT025

  static {
    await(EVENT); // error: WEFT025
  }

  {
    await(EVENT); // error: WEFT025
  }

  AwaitPlaces() {
    this(await(EVENT)); // error: WEFT024
  }

  AwaitPlaces(int n) {
    second = await(EVENT); // error: WEFT024
  }

  int ordinary() {
    return await(EVENT); // error: WEFT020
  }

  synchronized int ordinarySynchronized() {
    synchronized (this) {
      return await(EVENT); // error: WEFT020
    }
  }

  @Async
  Coroutine<Integer> allowed(int n) {
    int sum = await(EVENT);
    synchronized (this) {
      sum++;
    }
    for (int i = 0; i < await(EVENT); i++) {
      sum += dev.weft.Weft.await(allowed(await(EVENT)));
    }
    return done(sum);
  }

  @Async
  Coroutine<Integer> lambdas() {
    Supplier<Integer> expression = () -> await(EVENT); // error: WEFT021
    Supplier<Integer> block =
        () -> {
          synchronized (this) {
            return await(EVENT); // error: WEFT021
          }
        };
    Function<Event<Integer>, Integer> reference = Weft::await; // error: WEFT026
    Function<Integer, Coroutine<Integer>> end = Weft::done; // error: WEFT026
    return done(await(EVENT));
  }

  @Async
  Coroutine<Integer> classes() {
    Object anonymous =
        new Object() {
          int field = await(EVENT); // error: WEFT022

          int method() {
            return await(EVENT); // error: WEFT022
          }
        };
    class Local {
      class Inner {
        Inner() {
          await(EVENT); // error: WEFT022
        }
      }
    }
    return done(await(EVENT));
  }

  @Async
  Coroutine<Integer> returned(int n) throws Exception {
    try {
      synchronized (this) {
        if (n == 1) return allowed(n);
        try {
          if (n == 2) return done(n);
          if (n == 3) return n > 0 ? done(n) : allowed(n); // error: WEFT023
          return allowed(n); // error: WEFT023
        } catch (IllegalStateException e) {
          if (n == 4) return allowed(n);
        }
        try {
          n++;
        } catch (IllegalStateException e) {
          return allowed(n); // error: WEFT023
        } finally {
          n--;
        }
        try (AutoCloseable resource = () -> {}) {
          return allowed(n); // error: WEFT023
        }
      }
    } finally {
      n++;
    }
  }

  @Async
  Coroutine<Void> monitors() {
    Object lock = await(EVENT);
    synchronized (lock) {
      await(EVENT); // error: WEFT023
      Supplier<Integer> inner = () -> await(EVENT); // error: WEFT021
    }
    return done();
  }

  enum Constant {
    ONE(await(EVENT)), // error: WEFT025
    TWO(2) {
      @Override
      int value() {
        return await(EVENT); // error: WEFT022
      }
    };

    Constant(int n) {}

    int value() {
      return 0;
    }
  }

  record Pair(int left, int right) {
    Pair {
      left += await(EVENT); // error: WEFT024
    }
  }

  interface Shape {
    default int area() {
      return await(EVENT); // error: WEFT020
    }
  }

  /** Neither is Weft's. */
  static class Own {
    int await(int n) {
      return n;
    }

    int done() {
      return await(1);
    }
  }
}
