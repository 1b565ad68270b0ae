// SPDX-License-Identifier: Apache-2.0
package golden.hidden;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  private static int opened;
  private int count;

  private Input(int count) {
    this.count = count;
  }

  private String next(String prefix) {
    return prefix + count++;
  }

  @Async
  Coroutine<Input> copy(Coroutine<String> prefix) {
    opened++;
    count += await(Coroutine.of(1));
    String name = next(await(prefix));
    return done(new Input(name.length() + this.count));
  }
}
