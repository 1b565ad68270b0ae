// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param wall seconds that passed
 * @param cpu seconds of processor time that the whole process used, its collector and compiler too
 */
record Lap(double wall, double cpu) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Begins now. */
  static Lap start() {
    return new Lap(System.nanoTime() / 1e9, PROCESS.getProcessCpuTime() / 1e9);
  }

  /** What has passed since {@link #start} made this. */
  Lap stop() {
    Lap now = start();
    return new Lap(now.wall - wall, now.cpu - cpu);
  }
}
