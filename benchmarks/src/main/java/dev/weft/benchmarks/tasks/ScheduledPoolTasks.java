// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timers of the JDK: callbacks on the one thread of a pool. */
public final class ScheduledPoolTasks extends TaskPeer {
  /**
   * Runs a scenario.
   *
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void main(String[] arguments) throws Exception {
    TaskProgram.run(new ScheduledPoolTasks(), arguments);
  }

  @Override
  protected boolean exact() {
    return false; // it is, but who sets them may be interrupted between deadline and queue
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the latch tells
  protected void timers(Deadlines deadlines) throws InterruptedException {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    CountDownLatch all = new CountDownLatch(1);
    for (int i = 0; i < deadlines.size(); i++) {
      int number = i;
      long delay = deadlines.set(number);
      pool.schedule(
          () -> {
            if (deadlines.fire(number)) {
              all.countDown();
            }
          },
          delay,
          NANOSECONDS);
    }
    all.await();
    pool.shutdown();
  }
}
