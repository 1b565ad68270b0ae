// SPDX-License-Identifier: Apache-2.0
package golden.tail;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> count(int n) {
    if (n == 0) {
      return done("liftoff");
    }
    await(yieldNow());
    return count(n - 1);
  }
}
