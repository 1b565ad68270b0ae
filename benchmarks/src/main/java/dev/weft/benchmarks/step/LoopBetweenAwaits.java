// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.benchmarks.step.Answer.MORE;
import static dev.weft.benchmarks.step.Ask.ASK;

import dev.weft.Async;
import dev.weft.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * A tight loop between two awaits, beside the same loop in a static method. An operation is one
 * turn of the loop: a byte is mixed into a hash. There is an await every ten thousand bytes, so its
 * own cost is lost in the figure.
 */
public class LoopBetweenAwaits extends Scenario {
  private static final int SIZE = 10_000;

  private final Input input = new Input(SIZE);
  private final Coroutine<Void> coroutine = hashes(input);
  private final KotlinLoops kotlin = new KotlinLoops();
  private Answer answer = MORE;

  @Setup
  public void begin() {
    coroutine.send(null);
    kotlin.beginHashes(input);
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long weft() {
    coroutine.send(answer);
    return input.hash;
  }

  @Async
  static Coroutine<Void> hashes(Input input) {
    while (await(ASK) == MORE) {
      long hash = Input.SEED;
      for (byte b : input.bytes) {
        hash = (hash ^ b) * Input.PRIME;
      }
      input.hash = hash;
    }
    return done();
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long kotlin() {
    kotlin.send(answer);
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
      hash = (hash ^ b) * Input.PRIME;
    }
    return hash;
  }
}
