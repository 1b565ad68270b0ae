// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The await of a {@link CompletableFuture} that is complete. An operation is one await, out of a
 * coroutine that awaits a thousand futures one after the other.
 *
 * <p>The hand-written peer asks the future whether it is complete, and then for its value. A
 * virtual thread joins it.
 */
public class CompletedFuture extends Scenario {
  private static final int AWAITS = 1_000;

  /** The start of a virtual thread must not be seen in the figure. */
  private static final int TIMES = 1_000;

  private final List<CompletableFuture<Answer>> futures = futures();

  private static List<CompletableFuture<Answer>> futures() {
    List<CompletableFuture<Answer>> futures = new ArrayList<>();
    for (Answer answer : CompletedCoroutine.answers()) {
      futures.add(CompletableFuture.completedFuture(answer));
    }
    return futures;
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void weft(Blackhole hole) {
    awaitAll(futures, hole).send(null);
  }

  @Async
  static Coroutine<Void> awaitAll(List<CompletableFuture<Answer>> futures, Blackhole hole) {
    for (CompletableFuture<Answer> future : futures) {
      hole.consume(await(future));
    }
    return done();
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void handWritten(Blackhole hole) {
    for (CompletableFuture<Answer> future : futures) {
      if (!future.isDone()) {
        throw new IllegalStateException("it would have to suspend");
      }
      hole.consume(future.join());
    }
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void kotlin(Blackhole hole) {
    new KotlinCompleted(hole).futures(futures);
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS * TIMES)
  @Fork(jvmArgsAppend = {ONE_CARRIER, NO_OTHER_CARRIER})
  public void virtualThread(Blackhole hole) {
    VirtualThreads.join(
        VirtualThreads.start(
            () -> {
              for (int i = 0; i < TIMES; i++) {
                joinAll(hole);
              }
            }));
  }

  private void joinAll(Blackhole hole) {
    for (CompletableFuture<Answer> future : futures) {
      hole.consume(future.join());
    }
  }
}
