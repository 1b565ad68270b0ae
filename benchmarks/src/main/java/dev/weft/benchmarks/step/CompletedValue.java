// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The await of a value that an ordinary method already has: {@link Coroutine#of}. An operation is
 * one await, out of a coroutine that has a thousand of them in a loop.
 *
 * <p>The hand-written peer is an object that holds the value. Kotlin has no object for this: a
 * suspend function that has no suspension point returns its value as any method does.
 */
public class CompletedValue extends Scenario {
  private static final int AWAITS = 1_000;

  private final Answer[] answers = CompletedCoroutine.answers();

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void weft(Blackhole hole) {
    awaitAll(answers, hole).send(null);
  }

  @Async
  static Coroutine<Void> awaitAll(Answer[] answers, Blackhole hole) {
    for (Answer answer : answers) {
      hole.consume(await(Coroutine.of(answer)));
    }
    return done();
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void handWritten(Blackhole hole) {
    for (Answer answer : answers) {
      hole.consume(new Value(answer).answer());
    }
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void kotlin(Blackhole hole) {
    new KotlinCompleted(hole).values(answers);
  }

  private record Value(Answer answer) {}
}
