// SPDX-License-Identifier: Apache-2.0
package golden.conditions;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static Coroutine<String> choose(Coroutine<Boolean> ready, Coroutine<String> name, String other) {
    if (other.isEmpty() || await(ready) && !other.isBlank()) {
      return done(other.length() > 3 ? await(name) : "short");
    } else if (other.equals("skip")) {
      other = "skipped";
    } else {
      other += await(name);
    }
    return done(other);
  }
}
