// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the peers, by how their names begin. */
final class Jars {
  static final List<String> WEFT = List.of("weft-runtime");
  static final List<String> COROUTINES = List.of("kotlinx-coroutines-core");
  static final List<String> KOTLIN = List.of("kotlin-stdlib", "annotations-");

  static final List<String> NETTY =
      List.of("netty-buffer", "netty-common", "netty-resolver-4", "netty-transport-4");

  static final List<String> VERTX = List.of("vertx-core");

  /** All that it declares, and so all that a build deploys: codecs, resolvers, JSON. */
  static final List<String> OF_VERTX = List.of("netty-", "jackson-");

  /** On the class path of other peers only. */
  private static final List<String> OF_OTHERS =
      List.of(
          "netty-transport-classes", "netty-transport-native-epoll", "netty-transport-native-io");

  private Jars() {}

  static List<String> with(List<String> own, List<String> others) {
    return Stream.concat(own.stream(), others.stream()).toList();
  }

  static List<Path> of(Path lib, List<String> beginnings) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files
          .filter(file -> begins(file, beginnings) && !begins(file, OF_OTHERS))
          .sorted()
          .toList();
    }
  }

  static long size(Path lib, List<String> beginnings) throws IOException {
    long size = 0;
    for (Path jar : of(lib, beginnings)) {
      size += Files.size(jar);
    }
    return size;
  }

  private static boolean begins(Path file, List<String> beginnings) {
    return beginnings.stream().anyMatch(file.getFileName().toString()::startsWith);
  }
}
