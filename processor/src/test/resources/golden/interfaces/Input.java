// SPDX-License-Identifier: Apache-2.0
package golden.interfaces;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

interface Input<T> {
  int LIMIT = 3;

  Coroutine<T> next();

  @Async
  default Coroutine<T> last() {
    T last = null;
    for (int i = 0; i < LIMIT; i++) {
      last = await(next());
    }
    return done(last);
  }
}
