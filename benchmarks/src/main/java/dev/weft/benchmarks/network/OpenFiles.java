// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How many connections the system lets a process have. */
final class OpenFiles {
  /** What a process needs besides its connections. */
  private static final int OTHERS = 500;

  private OpenFiles() {}

  /** This command, with as many open files as it may have. */
  static List<String> raised(List<String> command) {
    List<String> raised =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n \"$(ulimit -Hn)\"; exec \"$0\" \"$@\""));
    raised.addAll(command);
    return raised;
  }

  /** The connections that one process can have. */
  static int most() throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "ulimit -Hn").start();
    String limit = shell.inputReader(StandardCharsets.US_ASCII).readLine();
    return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit) - OTHERS;
  }
}
