// SPDX-License-Identifier: Apache-2.0
package golden.labels;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;

class Input {
  @Async
  static Coroutine<String> find(List<List<String>> rows, Coroutine<String> wanted) {
    String name = await(wanted);
    String found = null;
    search:
    for (List<String> row : rows) {
      for (String cell : row) {
        if (cell.isEmpty()) {
          continue search;
        }
        if (cell.equals(name)) {
          found = cell + await(Coroutine.of("!"));
          break search;
        }
      }
    }
    return done(found);
  }
}
