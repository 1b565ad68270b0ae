// SPDX-License-Identifier: Apache-2.0
package golden.generics;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

class Input<K extends Comparable<K>> {
  private final Map<K, Object> cache = new HashMap<>();

  @Async
  <T, R extends T> Coroutine<Map<K, ? super R>> index(
      Collection<? extends R> all, Function<? super R, Coroutine<K>> key) {
    Map<K, ? super R> map = new HashMap<K, T>();
    for (R each : all) {
      K k = await(key.apply(each));
      map.put(k, each);
      cache.put(k, each);
    }
    return done(map);
  }
}
