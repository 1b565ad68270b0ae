// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;

/** A coroutine is an object. It does nothing until it is run, and it can be run once. */
public final class Cold {
  private Cold() {}

  @Async
  static Coroutine<Integer> multiply(int a, int b) {
    System.out.println("  multiply begins");
    await(yieldNow());
    System.out.println("  multiply ends");
    return done(a * b);
  }

  public static void main(String[] args) {
    Coroutine<Integer> product = multiply(6, 7);
    System.out.println("it is made, and it has printed nothing");
    int result = Weft.run(product);
    System.out.println("now it has run, and its result is " + result);
    try {
      Weft.run(product);
    } catch (IllegalStateException e) {
      System.out.println("it cannot be run again");
    }
  }
}
