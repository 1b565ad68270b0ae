// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;

/** A loop, a coroutine, one await that suspends. */
final class WeftHello {
  private WeftHello() {}

  public static void main(String[] arguments) {
    Weft.run(hello());
  }

  @Async
  static Coroutine<Void> hello() {
    await(yieldNow());
    return done();
  }
}
