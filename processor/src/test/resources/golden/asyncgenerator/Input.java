// SPDX-License-Identifier: Apache-2.0
package golden.asyncgenerator;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Event;
import java.util.List;

/** A generator that awaits, too. */
class Input {
  @Async
  static AsyncGenerator<String> pages(List<Event<String>> fetches) {
    for (Event<String> fetch : fetches) {
      emit(await(fetch).strip());
    }
    return done();
  }
}
