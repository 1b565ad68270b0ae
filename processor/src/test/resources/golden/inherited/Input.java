// SPDX-License-Identifier: Apache-2.0
package golden.inherited;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;

class Input extends ArrayList<String> {
  private static final long serialVersionUID = 1;

  class Cursor {
    int at;

    @Async
    Coroutine<String> next(Coroutine<Integer> step) {
      modCount++;
      at += await(step);
      return done(get(at));
    }
  }

  @Override
  public boolean add(String element) {
    return super.add(element);
  }

  @Async
  Coroutine<Boolean> addLater(Coroutine<String> element) {
    modCount++;
    return done(super.add(await(element)) && !isEmpty());
  }
}
