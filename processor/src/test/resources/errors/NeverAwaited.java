import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Weft;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

class NeverAwaited {
  final Map<String, Coroutine<Integer>> kept = new HashMap<>();

  @Async
  Coroutine<Integer> method() {
    method(); // warning: WEFT040
    this.method(); // warning: WEFT040
    Coroutine.of(1); // warning: WEFT040
    sleep(Duration.ZERO); // warning: WEFT041
    spawn(method()); // warning: WEFT041
    kept.put("a", method());
    await(method());
    await(sleep(Duration.ZERO));
    own();
    Coroutine<Integer> later = method();
    for (int i = 0; i < 2; method()) { // warning: WEFT040
      i++;
    }
    return later;
  }

  static void ordinary() {
    new NeverAwaited().method(); // warning: WEFT040
    run(new NeverAwaited().method());
  }

  void functions(Executor executor) {
    executor.execute(() -> method()); // warning: WEFT040
    executor.execute(this::method); // warning: WEFT040
    executor.execute(Weft::yieldNow); // warning: WEFT041
    executor.execute(() -> run(method()));
    Supplier<Coroutine<Integer>> lambda = () -> method();
    Supplier<Coroutine<Integer>> reference = this::method;
    Runnable block =
        () -> {
          method(); // warning: WEFT040
        };
  }

  /** Of an event of the user's we do not know that making it has no effect. */
  Event<Void> own() {
    return yieldNow();
  }
}
