// SPDX-License-Identifier: Apache-2.0
package golden.classes;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.Comparator;
import java.util.List;

class Input {
  @Async
  static Coroutine<List<String>> sorted(List<Coroutine<String>> sources, boolean reversed) {
    String first = await(sources.get(0));
    String second = await(sources.get(1));
    Comparator<String> order =
        new Comparator<>() {
          @Override
          public int compare(String a, String b) {
            if (reversed) {
              return b.compareTo(a);
            }
            return a.compareTo(b);
          }
        };
    return done(order.compare(first, second) <= 0 ? List.of(first, second) : List.of(second, first));
  }
}
