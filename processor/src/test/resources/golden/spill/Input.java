// SPDX-License-Identifier: Apache-2.0
package golden.spill;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;

class Input {
  @Async
  static Coroutine<List<Integer>> order(List<Coroutine<Integer>> sources, int[] weights) {
    int i = 0;
    return done(
        List.of(
            weights[i++] * await(sources.get(0)), weights[i] + i, await(sources.get(1)) * i));
  }
}
