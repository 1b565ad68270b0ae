import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.util.function.Supplier;

/** One bad method does not hide the next, whichever phase finds it. */
class ManyMethods {
  static final Event<Integer> EVENT = new Event<>() {};

  @Async
  Coroutine<Integer> lowered() {
    record Local(int n) {}
    Local local = new Local(1); // error: WEFT003
    await(EVENT);
    return done(local.n());
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
