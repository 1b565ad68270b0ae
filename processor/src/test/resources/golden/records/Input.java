// SPDX-License-Identifier: Apache-2.0
package golden.records;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

record Input(int x, int y) {
  @Async
  Coroutine<Input> plus(Coroutine<Input> other) {
    Input o = await(other);
    return done(new Input(x + o.x, y() + o.y()));
  }
}
