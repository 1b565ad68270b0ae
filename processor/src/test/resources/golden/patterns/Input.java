// SPDX-License-Identifier: Apache-2.0
package golden.patterns;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> describe(Object o, Coroutine<Integer> limit) {
    if (!(o instanceof String s)) {
      return done("no text");
    }
    if (s.length() > await(limit)) {
      return done(s.substring(0, 3));
    }
    boolean number = o instanceof CharSequence c && await(limit) == c.length();
    return done(s + number);
  }
}
