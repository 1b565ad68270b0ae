// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;

/**
 * Chapter 2: run until complete.
 *
 * <p>In chapter 1 we knew how often the coroutine would stop, and sent as often. As a rule nobody
 * knows; so we send until it wants nothing more. That is a loop, and it answers events: the first
 * event loop.
 */
public final class Chapter2Run {
  private Chapter2Run() {}

  record Nice() implements Event<Void> {}

  @Async
  static Coroutine<Integer> count(int limit) {
    int sum = 0;
    for (int i = 1; i <= limit; i++) {
      System.out.println("  count: " + i);
      sum += i;
      await(new Nice());
    }
    return done(sum);
  }

  /** A coroutine may await another. The loop does not notice: only events come out of send. */
  @Async
  static Coroutine<String> report() {
    int sum = await(count(2)) + await(count(3));
    return done("the sum is " + sum);
  }

  /** The loop. It is all here. */
  static <T> T run(Coroutine<T> coroutine) {
    while (coroutine.send(null) != null) {
      // It was nice. We have nobody else to turn to, so it goes on at once.
    }
    return coroutine.result();
  }

  public static void main(String[] args) {
    System.out.println(run(report()));
  }
}
