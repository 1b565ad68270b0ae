// SPDX-License-Identifier: Apache-2.0
package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import javax.inject.Inject;
import javax.inject.Singleton;

/** One of each graph, by a constructor of which Dagger writes the factory. */
@Singleton
class Shelf {
  private int taken;

  @Inject
  Shelf() {}

  @Async
  Coroutine<Item> take(String name) {
    await(yieldNow());
    taken++;
    return done(Item.builder().name(name).cents(100L * taken).build());
  }
}
