import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;

abstract class AsyncDeclarations {
  @Async
  abstract Coroutine<Void> noBody(); // error: WEFT010

  @Async
  native Coroutine<Void> elsewhere(); // error: WEFT011

  @Async
  synchronized Coroutine<Void> locked() { // error: WEFT012
    return done();
  }

  @Async
  static synchronized Coroutine<Void> classLocked() { // error: WEFT012
    return done();
  }

  @Async
  void nothing(Event<Void> event) { // error: WEFT013
    await(event);
  }

  @Async
  int value() { // error: WEFT013
    return 1;
  }

  @Async
  Coroutine raw() { // error: WEFT013
    return done();
  }

  @Async
  Coroutine<?> wildcard() { // error: WEFT013
    return done();
  }

  @Async
  <C extends Coroutine<Void>> C variable() { // error: WEFT013
    return null;
  }

  @Async
  Coroutine<Void>[] several() { // error: WEFT013
    return null;
  }

  @Async
  static Coroutine<Void> main(String[] args) { // error: WEFT015
    return done();
  }

  @Async
  static void main() { // error: WEFT015
  }

  @Async
  static Coroutine<Void> main(int notTheLaunchers) {
    return done();
  }

  @Async
  private <T> Coroutine<T> generic(T value, Object... rest) {
    return done(value);
  }

  interface Service {
    @Async
    Coroutine<Void> noBody(); // error: WEFT010

    @Async
    default Coroutine<Void> ready() {
      return done();
    }

    @Async
    private Coroutine<Void> hidden() {
      return done();
    }
  }

  private static class Hidden {
    @Async
    Coroutine<Void> inPrivateClass() {
      return done();
    }

    static class Inner {
      @Async
      Coroutine<Void> deeper() {
        return done();
      }
    }
  }
}
