// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An echo server that is measured beside others. */
interface Peer {
  /** As the tables call it. */
  String name();

  /** Whether it runs on the JVM, and so can tell what it allocates. */
  boolean onJvm();

  /** The command to which the port and the number of loops are added; empty if it cannot be had. */
  Optional<List<String>> command(Session session, List<String> jvmOptions)
      throws IOException, InterruptedException;

  /** A main class of this project, and what comes before the port. */
  static Peer java(String name, String mainClass, String... arguments) {
    return new OnJvm(name, mainClass, List.of(arguments));
  }

  /** The executable of this name that {@code benchmarks/peers/<folder>/build} makes. */
  static Peer built(String name, String folder, String executable) {
    return new Built(name, folder, executable);
  }

  /**
   * On the JVM.
   *
   * @param arguments what comes before the port
   */
  record OnJvm(String name, String mainClass, List<String> arguments) implements Peer {
    @Override
    public boolean onJvm() {
      return true;
    }

    @Override
    public Optional<List<String>> command(Session session, List<String> jvmOptions) {
      List<String> command = new ArrayList<>(session.java(jvmOptions, mainClass));
      command.addAll(arguments);
      return Optional.of(command);
    }
  }

  /** In another language. */
  record Built(String name, String folder, String executable) implements Peer {
    @Override
    public boolean onJvm() {
      return false;
    }

    @Override
    public Optional<List<String>> command(Session session, List<String> jvmOptions)
        throws IOException, InterruptedException {
      return session
          .built(folder)
          .map(built -> built.resolve(executable))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .map(List::of);
    }
  }
}
