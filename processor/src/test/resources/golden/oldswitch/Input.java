// SPDX-License-Identifier: Apache-2.0
package golden.oldswitch;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> name(Coroutine<Integer> number, Coroutine<String> other) {
    final int two = 2;
    String name = "";
    switch (await(number)) {
      case 1:
        name = "one";
        break;
      case two:
        name = await(other);
        break;
      default:
        name = "many";
    }
    return done(name);
  }
}
