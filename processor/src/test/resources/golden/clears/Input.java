// SPDX-License-Identifier: Apache-2.0
package golden.clears;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<Integer> measure(byte[] large, Coroutine<Void> pause) {
    byte[] copy = large.clone();
    int length = copy.length;
    await(pause);
    length += copy.length;
    await(Coroutine.of(large));
    String text = "x".repeat(length);
    await(Coroutine.of(text));
    return done(length);
  }
}
