// SPDX-License-Identifier: Apache-2.0
package golden.overloads;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> show(int value) {
    return done(await(Coroutine.of("int " + value)));
  }

  @Async
  static Coroutine<String> show(String value, Object... rest) {
    return done(value + await(show(rest.length)));
  }

  static class Nested {
    @Async
    Coroutine<String> show() {
      return done(toString() + await(Input.show("nested")));
    }
  }
}
