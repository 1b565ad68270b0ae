// SPDX-License-Identifier: Apache-2.0
package golden.lambdas;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

class Input {
  @Async
  static Coroutine<List<Supplier<String>>> suppliers(List<Coroutine<String>> names, String prefix) {
    List<Supplier<String>> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int number = i;
      String name = await(names.get(i));
      all.add(() -> prefix + name + number);
    }
    return done(all);
  }
}
