// SPDX-License-Identifier: Apache-2.0
package golden.names;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  Coroutine<String> resume(int state, Coroutine<String> reply) {
    String self = await(reply);
    {
      String value = self + state;
      await(Coroutine.of(value));
      self = value;
    }
    for (int value = 0; value < state; value++) {
      self += await(Coroutine.of(value));
    }
    return done(self + this);
  }
}
