// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.hello;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.spawn;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import dev.weft.sync.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prime numbers by tasks in a row, as in the first programs for channels. The first task counts;
 * for each prime there is another, which lets through what that prime does not divide.
 */
public final class Sieve {
  private Sieve() {}

  @Async
  static Coroutine<Void> count(int limit, Channel<Integer> out) {
    try (out) {
      for (int number = 2; number <= limit; number++) {
        await(out.send(number));
      }
    }
    return done();
  }

  @Async
  static Coroutine<Void> strike(int prime, Channel<Integer> in, Channel<Integer> out) {
    try (out) {
      @Nullable Integer number;
      while ((number = await(in.receive())) != null) {
        if (number % prime != 0) {
          await(out.send(number));
        }
      }
    }
    return done();
  }

  /** What comes to the end of the row is prime; then the row becomes longer by one. */
  @Async
  static Coroutine<List<Integer>> primes(int limit) {
    List<Integer> primes = new ArrayList<>();
    Channel<Integer> numbers = new Channel<>(4);
    await(spawn(count(limit, numbers)));
    @Nullable Integer prime;
    while ((prime = await(numbers.receive())) != null) {
      primes.add(prime);
      Channel<Integer> rest = new Channel<>(4);
      await(spawn(strike(prime, numbers, rest)));
      numbers = rest;
    }
    return done(primes);
  }

  public static void main(String[] args) {
    System.out.println(Weft.run(primes(100)));
  }
}
