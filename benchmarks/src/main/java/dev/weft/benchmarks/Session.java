// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one call of {@code benchmarks/run} asked for, where its figures go, and how processes are
 * started.
 */
public interface Session {
  /**
   * How often each peer is run; a suite goes round by round, and in each round once through its
   * peers.
   */
  int rounds();

  /** A smoke run: everything once and small, and the figures are not kept. */
  boolean quick();

  /** Whether the user wants this peer. */
  boolean wants(String peer);

  /** Keeps one figure. */
  void record(Figure figure);

  /** Reports that a peer cannot be measured, and why; its cells in the tables stay empty. */
  void missing(String suite, String scenario, String peer, String why);

  /**
   * The program in another language that {@code benchmarks/peers/<folder>/build} builds, once in a
   * session.
   *
   * @return the folder that it was built into; empty if this machine has no toolchain for it
   */
  Optional<Path> built(String folder) throws IOException, InterruptedException;

  /**
   * {@code java} of the newest JDK with the class path of the benchmarks, these options, this main
   * class.
   */
  List<String> java(List<String> options, String mainClass);

  /** The same command bound to one core, where the system has a way to say so. */
  List<String> pinned(int core, List<String> command);
}
