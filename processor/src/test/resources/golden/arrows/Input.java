// SPDX-License-Identifier: Apache-2.0
package golden.arrows;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  enum Level {
    LOW,
    HIGH
  }

  @Async
  static Coroutine<Integer> weigh(Level level, Coroutine<Integer> base) {
    switch (level) {
      case LOW -> await(base);
      case HIGH -> {
        return done(100);
      }
    }
    int weight =
        switch (level) {
          case LOW -> 1;
          case HIGH -> await(base) * 2;
        };
    return done(weight);
  }
}
