import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.function.Supplier;

class DonePlaces {
  Coroutine<Integer> field = done(1); // error: WEFT030

  Coroutine<Integer> ordinary() {
    return done(1); // error: WEFT030
  }

  Coroutine<Integer> ordinaryOf() {
    return Coroutine.of(1);
  }

  @Async
  Coroutine<Integer> allowed(int n) {
    if (n == 1) {
      return (done(1));
    }
    if (n < 5) {
      return n == 2 ? done(2) : n == 3 ? ordinaryOf() : (done(4));
    }
    return switch (n) {
      case 5 -> done(5);
      case 6 -> {
        int m = switch (n) { case 6: yield 6; default: yield 7; };
        yield m == 6 ? done(m) : ordinaryOf();
      }
      default -> throw new IllegalArgumentException();
    };
  }

  @Async
  Coroutine<Integer> oldSwitch(int n) {
    return switch (n) {
      case 1:
        Coroutine<Integer> kept = done(1); // error: WEFT030
        yield kept;
      default:
        yield done(2);
    };
  }

  @Async
  Coroutine<Integer> elsewhere(boolean b) {
    Coroutine<Integer> kept = done(1); // error: WEFT030
    done(2); // error: WEFT030
    Supplier<Coroutine<Integer>> expression = () -> done(3); // error: WEFT030
    Supplier<Coroutine<Integer>> block =
        () -> {
          return done(4); // error: WEFT030
        };
    if (b) {
      return same(done(5)); // error: WEFT030
    }
    return (Coroutine<Integer>) done(6); // error: WEFT030
  }

  @Async
  Coroutine<Integer> withoutValue(boolean b) {
    if (b) {
      return done(); // error: WEFT031
    }
    return b ? done(1) : (done()); // error: WEFT031
  }

  @Async
  <T> Coroutine<T> withoutValueOfAny() {
    return done(); // error: WEFT031
  }

  @Async
  Coroutine<Void> withoutResult(boolean b) {
    if (b) {
      return done(null);
    }
    return done();
  }

  @Async
  Coroutine<Integer> nothing(boolean b) {
    if (b) {
      return null; // error: WEFT032
    }
    return b ? done(null) : null; // error: WEFT032
  }

  static <T> T same(T value) {
    return value;
  }
}
