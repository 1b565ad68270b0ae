// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.time.Duration;

/** Prints, sleeps, and prints again. */
public final class Hello {
  private Hello() {}

  @Async
  static Coroutine<Void> hello() {
    System.out.println("Hello ...");
    await(sleep(Duration.ofMillis(500)));
    System.out.println("... world!");
    return done();
  }

  public static void main(String[] args) {
    Weft.run(hello());
  }
}
