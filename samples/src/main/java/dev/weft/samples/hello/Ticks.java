// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.Generator;
import dev.weft.Weft;
import java.time.Duration;

/**
 * Generators. {@code fibonacci} hands out numbers to an ordinary loop; {@code every} may also wait,
 * so it takes a loop in an {@code @Async} method, and that closes it however it is left.
 */
public final class Ticks {
  private Ticks() {}

  @Async
  static Generator<Integer> fibonacci() {
    int a = 0;
    int b = 1;
    while (true) {
      emit(a);
      int sum = a + b;
      a = b;
      b = sum;
    }
  }

  /** Each element after a pause; the source is closed with it. */
  @Async
  static <T> AsyncGenerator<T> every(Duration pause, Generator<T> source) {
    try (source) {
      for (T element : source) {
        await(sleep(pause));
        emit(element);
      }
    } finally {
      System.out.println("no more ticks");
    }
    return done();
  }

  @Async
  static Coroutine<Integer> sumUpTo(int limit, Duration pause) {
    int sum = 0;
    for (int number : every(pause, fibonacci())) {
      if (number > limit) {
        break;
      }
      System.out.println(number);
      sum += number;
    }
    return done(sum);
  }

  public static void main(String[] args) {
    System.out.println(fibonacci().stream().limit(10).toList());
    System.out.println("sum " + Weft.run(sumUpTo(10, Duration.ofMillis(50))));
  }
}
