// SPDX-License-Identifier: Apache-2.0
package golden.finallies;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;

class Input {
  interface Lock {
    Coroutine<Void> acquire();

    Coroutine<Void> release();
  }

  @Async
  static Coroutine<Integer> guarded(Lock lock, List<Coroutine<Integer>> jobs) {
    int sum = 0;
    for (Coroutine<Integer> job : jobs) {
      await(lock.acquire());
      try {
        int result = await(job);
        if (result < 0) {
          return done(result);
        }
        if (result == 0) {
          break;
        }
        sum += result;
      } finally {
        await(lock.release());
      }
    }
    return done(sum);
  }
}
