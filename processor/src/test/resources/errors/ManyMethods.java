import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.util.Map;
import java.util.function.Supplier;

/** One bad method does not hide the next, whichever phase finds it. */
class ManyMethods {
  static final Event<Integer> EVENT = new Event<>() {};

  @Async
  Coroutine<Integer> lowered() {
    int n;
    Map.Entry<Integer, Supplier<Integer>> both = Map.entry(n = 1, () -> n); // error: WEFT003
    await(EVENT);
    return done(n + both.getKey());
  }

  @Async
  Coroutine<Integer> checked() {
    Supplier<Integer> supplier = () -> await(EVENT); // error: WEFT021
    return done(supplier.get());
  }

  @Async
  Integer claimed() { // error: WEFT013
    return await(EVENT);
  }

  @Async
  Coroutine<Integer> good() {
    return done(await(EVENT));
  }
}
