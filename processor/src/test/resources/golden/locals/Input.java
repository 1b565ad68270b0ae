// SPDX-License-Identifier: Apache-2.0
package golden.locals;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> longest(Coroutine<String> first, Coroutine<String> second) {
    record Page(String text, int size) {}
    String text = await(first);
    Page best = new Page(text, text.length());
    text = await(second);
    if (text.length() > best.size()) {
      best = new Page(text, text.length());
    }
    return done(best.text());
  }
}
