// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Loop;
import dev.weft.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A yield through the ready queue. An operation is one task that goes to the end of the queue and
 * has its turn again. There are {@code tasks} of them, which yield a million times in all; to start
 * and to join them is in the figure, and lost in it.
 *
 * <p>Weft runs a real loop, which looks at clock and channels now and then. The hand-written peer
 * is a queue of state machines and a loop that takes one, runs it, and is done when the queue is
 * empty: no timers, no channels, no other threads. Kotlin runs {@code yield} in {@code
 * runBlocking}, which is an event loop on the calling thread.
 */
public class ReadyYield extends Scenario {
  private static final int YIELDS = 1_000_000;

  @Param({"1", "100"})
  public int tasks;

  private final Loop loop = new Loop();

  @TearDown
  public void close() {
    loop.close();
  }

  @Benchmark
  @OperationsPerInvocation(YIELDS)
  public void weft() {
    loop.run(all(tasks, YIELDS / tasks));
  }

  @Async
  static Coroutine<Void> all(int count, int yields) {
    List<Task<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(await(spawn(yielding(yields))));
    }
    for (Task<Void> task : tasks) {
      await(task);
    }
    return done();
  }

  @Async
  static Coroutine<Void> yielding(int yields) {
    for (int left = yields; left > 0; left--) {
      await(yieldNow());
    }
    return done();
  }

  @Benchmark
  @OperationsPerInvocation(YIELDS)
  public void handWritten() {
    ArrayDeque<Yielding> ready = new ArrayDeque<>();
    for (int i = 0; i < tasks; i++) {
      ready.add(new Yielding(YIELDS / tasks));
    }
    for (Yielding next = ready.poll(); next != null; next = ready.poll()) {
      if (next.resume()) {
        ready.add(next);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(YIELDS)
  public void kotlin() {
    KotlinYield.all(tasks, YIELDS / tasks);
  }

  @Benchmark
  @OperationsPerInvocation(YIELDS)
  @Fork(jvmArgsAppend = {ONE_CARRIER, NO_OTHER_CARRIER})
  @SuppressWarnings("ThreadPriorityCheck") // a yield is what is measured
  public void virtualThread() {
    int yields = YIELDS / tasks;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      threads.add(
          VirtualThreads.start(
              () -> {
                for (int left = yields; left > 0; left--) {
                  Thread.yield();
                }
              }));
    }
    threads.forEach(VirtualThreads::join);
  }

  private static final class Yielding {
    private int left;

    Yielding(int yields) {
      left = yields;
    }

    /** Returns true if it yields, false if it has ended. */
    boolean resume() {
      return --left >= 0;
    }
  }
}
