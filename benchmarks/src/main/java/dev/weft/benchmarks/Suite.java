// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;

/** One part of the whole, such as {@code network}; it decides what is run, and how. */
public interface Suite {
  /** What the user calls it, and the first column of its figures. */
  String name();

  /** Runs it all. A peer that fails is reported to the session and does not end the suite. */
  void run(Session session) throws IOException, InterruptedException;
}
