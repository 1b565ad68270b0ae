import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Weft;
import dev.weft.sync.Channel;
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
    Coroutine<Integer> kept = method(); // warning: WEFT043
    var event = sleep(Duration.ZERO); // warning: WEFT043
    var assigned = method(); // warning: WEFT043
    assigned = Coroutine.of(2);
    var captured = method();
    Supplier<Coroutine<Integer>> capturing = () -> captured;
    for (int i = 0; i < 2; method()) { // warning: WEFT040
      i++;
    }
    return later;
  }

  @Async
  Coroutine<Void> channels(Channel<String> channel, Coroutine<Void> driven) {
    channel.send("a"); // warning: WEFT041
    channel.receive(); // warning: WEFT041
    channel.close();
    driven.send(null);
    driven.raise(new Error());
    return done(await(channel.send("b")));
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
