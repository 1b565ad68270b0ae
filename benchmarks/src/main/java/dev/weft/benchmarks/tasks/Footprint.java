// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds of memory. */
final class Footprint {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Footprint() {}

  /** Bytes that the heap holds after a full collection. */
  static long heap() {
    System.gc();
    System.gc(); // for what the first one has only made unreachable
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Bytes of the resident set; 0 where there is no such file. */
  static long resident() {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
