// SPDX-License-Identifier: Apache-2.0
package golden.sequence;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<Integer> total(Coroutine<Integer> first, Coroutine<Integer> second) {
    int a = await(first);
    int b = await(second);
    int sum = a + b;
    return done(sum);
  }
}
