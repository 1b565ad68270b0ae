import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Weft;

class LocalAsync {
  static final Event<Integer> EVENT = new Event<>() {};

  Object anonymous() {
    return new Object() {
      @Async
      Coroutine<Integer> method() { // error: WEFT014
        return Weft.done(Weft.await(EVENT));
      }
    };
  }

  void local() {
    record Local(int n) {
      @Async
      Coroutine<Integer> method() { // error: WEFT014
        return Weft.done(n);
      }
    }
  }

  int initializer =
      switch (hashCode()) {
        default -> {
          class Local {
            @Async
            Coroutine<Integer> method() { // error: WEFT014
              return Weft.done(initializer);
            }
          }
          yield 1;
        }
      };
}
