// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sockets that this process has open, as the operating system counts them. */
final class Sockets {
  private static final Path FILES = Path.of("/proc/self/fd");

  private Sockets() {}

  /** Returns how many there are; skips the test where this cannot be known. */
  static long open() throws IOException {
    assumeTrue(Files.isDirectory(FILES), "no /proc to count sockets in");
    ServerSocketChannel.open().close(); // the first one makes the JDK open one that it keeps
    try (Stream<Path> files = Files.list(FILES)) {
      return files.filter(Sockets::isSocket).count();
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // the one by which the directory was read is closed by now
    }
  }
}
