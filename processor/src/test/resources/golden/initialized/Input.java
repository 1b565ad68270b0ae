// SPDX-License-Identifier: Apache-2.0
package golden.initialized;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;

class Input {
  static class Page {
    static final List<String> TITLES = new ArrayList<>();

    Page(String title) {
      TITLES.add(title);
    }
  }

  @Async
  static Coroutine<Page> open(Coroutine<String> title) {
    return done(new Page(await(title)));
  }
}
