// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Loop;
import java.util.Random;

/**
 * An event of one's own.
 *
 * <p>The coroutine says that it wants a die to be thrown. Who throws it, and whether it is a fair
 * one, is for the loop to know: a game has a random number, a test any number it likes.
 */
public final class Dice {
  private Dice() {}

  /** "Throw a die with so many sides." The answer is the number on top. */
  record Throw(int sides) implements Event<Integer> {}

  /** Throws until there is a six; the result is how many times that took. */
  @Async
  static Coroutine<Integer> throwSix() {
    int times = 1;
    while (true) {
      int number = await(new Throw(6));
      System.out.println("a " + number);
      if (number == 6) {
        return done(times);
      }
      times++;
    }
  }

  public static void main(String[] args) {
    Random random = new Random();
    try (Loop loop = new Loop()) {
      loop.on(
          Throw.class, (wish, resumption) -> resumption.resume(1 + random.nextInt(wish.sides())));
      System.out.println("a six after " + loop.run(throwSix()) + " times");
    }
  }
}
