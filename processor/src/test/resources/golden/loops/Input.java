// SPDX-License-Identifier: Apache-2.0
package golden.loops;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;

class Input {
  @Async
  static Coroutine<Integer> sum(List<Coroutine<Integer>> sources, int[] weights) {
    int sum = 0;
    for (Coroutine<Integer> source : sources) {
      sum += await(source);
    }
    for (int weight : weights) {
      if (weight == 0) {
        continue;
      }
      sum += weight * await(sources.get(weight));
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = await(sources.get(i));
    }
    return done(sum);
  }
}
