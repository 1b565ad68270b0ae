// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What one call of {@code benchmarks/run} asked for, where its figures go, how processes start. */
public interface Session {
  /** How often each peer is run. A suite goes round by round, once through all peers in each. */
  int rounds();

  /** A smoke run: everything once and small, and the figures do not become the documented ones. */
  boolean quick();

  /** Whether the user wants this peer. */
  boolean wants(String peer);

  /** Keeps one figure. */
  void record(Figure figure);

  /** Reports that a peer could not be measured, and why; its cells in the tables stay empty. */
  void missing(String suite, String scenario, String peer, String why);

  /**
   * The program in another language that {@code benchmarks/peers/<folder>/build} makes, once in a
   * session.
   *
   * @return the folder that it was built into; empty if this machine has no toolchain for it
   */
  Optional<Path> built(String folder) throws IOException, InterruptedException;

  /** {@code java} of the running JDK with the class path of the benchmarks. */
  List<String> java(List<String> options, String mainClass);

  /** The same command bound to one core, where the system has a way to say so. */
  List<String> pinned(int core, List<String> command);
}
