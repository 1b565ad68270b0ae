// SPDX-License-Identifier: Apache-2.0
package golden.cleanup;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  static int running;

  @Async
  static Coroutine<String> counted(Coroutine<String> work) {
    running++;
    try {
      String result = await(work);
      return done(result.trim());
    } finally {
      running--;
    }
  }
}
