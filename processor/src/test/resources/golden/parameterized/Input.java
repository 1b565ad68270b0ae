// SPDX-License-Identifier: Apache-2.0
package golden.parameterized;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class Input {
  @Async
  static <T extends Comparable<T>> Coroutine<Boolean> rank(Coroutine<T> source, T low) {
    class Node {
      final T value;

      Node(T value) {
        this.value = value;
      }

      boolean isAbove(Node other) {
        return value.compareTo(other.value) > 0;
      }
    }
    Node first = new Node(low);
    Object[] ranks = new Node[] {first, new Node(await(source))};
    if (ranks[1] instanceof Node last && last.isAbove(first)) {
      return done(true);
    }
    return done(ranks.length > 2);
  }
}
