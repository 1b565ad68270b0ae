// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the peers in other languages, each at most once. */
final class BuiltPeers {
  /** What a build script ends with that finds no toolchain. */
  private static final int NO_TOOLCHAIN = 3;

  private final Path sources;
  private final Path target;
  private final Map<String, Optional<Path>> built = new HashMap<>();

  BuiltPeers(Path sources, Path target) {
    this.sources = sources;
    this.target = target;
  }

  Optional<Path> built(String folder) throws IOException, InterruptedException {
    Optional<Path> before = built.get(folder);
    if (before != null) {
      return before;
    }
    Optional<Path> made = build(folder);
    built.put(folder, made);
    return made;
  }

  private Optional<Path> build(String folder) throws IOException, InterruptedException {
    Path script = sources.resolve(folder).resolve("build").toAbsolutePath();
    Path output = target.resolve(folder).toAbsolutePath();
    Files.createDirectories(output);
    Path log = output.resolve("build.log");
    System.out.println("building " + folder);
    int status =
        new ProcessBuilder(script.toString(), output.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status == 0) {
      return Optional.of(output);
    }
    System.out.println(
        status == NO_TOOLCHAIN
            ? "  no toolchain for " + folder + " on this machine"
            : "  " + folder + " does not build: " + Files.readString(log).strip());
    return Optional.empty();
  }
}
