// SPDX-License-Identifier: Apache-2.0
package golden.resources;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.io.StringReader;

class Input {
  @Async
  static Coroutine<Integer> first(Coroutine<String> source) throws IOException {
    try (StringReader reader = new StringReader(await(source))) {
      int skipped = await(Coroutine.of(reader.read()));
      return done(reader.read() - skipped);
    }
  }
}
