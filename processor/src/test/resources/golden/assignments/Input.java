// SPDX-License-Identifier: Apache-2.0
package golden.assignments;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  int total;

  @Async
  Coroutine<Void> add(int[] counts, Coroutine<Integer> index, Coroutine<Integer> amount) {
    total += await(amount);
    counts[await(index)] = await(amount);
    counts[await(index)] += await(amount);
    byte small = 1;
    small += await(amount);
    this.total = small;
    return done();
  }
}
