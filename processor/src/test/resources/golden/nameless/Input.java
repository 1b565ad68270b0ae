// SPDX-License-Identifier: Apache-2.0
package golden.nameless;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;

class Input {
  @Async
  static Coroutine<Integer> sum(Coroutine<Integer> source, int start) {
    var numbers = new ArrayList<>(List.of(start, 2.5));
    numbers.add(await(source));
    var first = numbers.get(0);
    int sum = await(source);
    return done(sum + first.intValue() + numbers.size());
  }
}
