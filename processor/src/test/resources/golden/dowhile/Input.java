// SPDX-License-Identifier: Apache-2.0
package golden.dowhile;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.function.Supplier;

class Input {
  @Async
  static Coroutine<Integer> retry(Supplier<Coroutine<Integer>> source) {
    int tries = 0;
    int result;
    do {
      tries++;
      result = await(source.get());
      if (result == 0) {
        continue;
      }
      System.out.println(result);
    } while (result < 0 && tries < 3);
    return done(result);
  }
}
