// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.benchmarks.step.Ask.ASK;

import dev.weft.Async;
import dev.weft.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * A tight loop with an await in it that is never reached, beside the same loop in a static method
 * that would throw there. An operation is one turn of the loop: a byte is looked at, for a negative
 * one asks for an await, and mixed into a hash.
 */
public class LoopAroundAwait extends Scenario {
  private static final int SIZE = 10_000;

  private final Input input = new Input(SIZE);
  private final KotlinLoops kotlin = new KotlinLoops();

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long weft() {
    hash(input).send(null);
    return input.hash;
  }

  @Async
  static Coroutine<Void> hash(Input input) {
    long hash = Input.SEED;
    for (byte b : input.bytes) {
      if (b < 0) {
        await(ASK);
      }
      hash = (hash ^ b) * Input.PRIME;
    }
    input.hash = hash;
    return done();
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long kotlin() {
    kotlin.hash(input);
    return input.hash;
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long plainMethod() {
    input.hash = hash(input.bytes);
    return input.hash;
  }

  private static long hash(byte[] bytes) {
    long hash = Input.SEED;
    for (byte b : bytes) {
      if (b < 0) {
        throw new IllegalStateException("a negative byte");
      }
      hash = (hash ^ b) * Input.PRIME;
    }
    return hash;
  }
}
