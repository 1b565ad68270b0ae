// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.util.HashedWheelTimer;
import java.util.concurrent.CountDownLatch;

/** Netty's wheel: callbacks, by the millisecond and within it in no order. */
public final class WheelTasks extends TaskPeer {
  private static final int SLOTS = 1024; // a second goes once around the wheel

  /**
   * Runs a scenario.
   *
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void main(String[] arguments) throws Exception {
    TaskProgram.run(new WheelTasks(), arguments);
  }

  @Override
  protected boolean exact() {
    return false;
  }

  @Override
  protected void timers(Deadlines deadlines) throws InterruptedException {
    HashedWheelTimer wheel = new HashedWheelTimer(1, MILLISECONDS, SLOTS);
    CountDownLatch all = new CountDownLatch(1);
    for (int i = 0; i < deadlines.size(); i++) {
      int number = i;
      wheel.newTimeout(
          timeout -> {
            if (deadlines.fire(number)) {
              all.countDown();
            }
          },
          deadlines.set(number),
          NANOSECONDS);
    }
    all.await();
    wheel.stop();
  }
}
