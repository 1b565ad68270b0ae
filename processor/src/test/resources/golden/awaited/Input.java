// SPDX-License-Identifier: Apache-2.0
package golden.awaited;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncIterable;
import dev.weft.Coroutine;
import java.io.IOException;
import java.util.function.Predicate;

/** A loop and a try that await, though they do not say so. */
class Input {
  interface Connection extends AsyncCloseable<IOException> {
    AsyncIterable<String> lines();
  }

  @Async
  static Coroutine<String> find(Coroutine<Connection> opened, Predicate<String> wanted)
      throws IOException {
    try (Connection connection = await(opened)) {
      for (String line : connection.lines()) {
        if (wanted.test(line)) {
          return done(line);
        }
      }
    }
    return done("");
  }
}
