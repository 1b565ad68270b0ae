// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of javac with Weft over files in a folder, as a build tool would do it. */
final class Build {
  /** Where sources of the golden cases are. */
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private final Path folder;

  /** Everything goes below {@code folder}. */
  Build(Path folder) {
    this.folder = folder;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Path generated() {
    return folder.resolve("generated");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** One of the golden cases, as the only source. */
  static Map<String, String> golden(String name) throws IOException {
    String text = Files.readString(GOLDEN.resolve(name).resolve("Input.java"));
    return Map.of("golden/" + name + "/Input.java", text);
  }

  /**
   * Compiles.
   *
   * @param sources texts by path, in the order in which javac gets them
   * @return the first line of each message
   */
  List<String> run(Map<String, String> sources, String... options) throws IOException {
    Files.createDirectories(classes());
    Files.createDirectories(generated());
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      paths.add(Files.writeString(path, source.getValue()));
    }
    List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-encoding", "UTF-8"));
    all.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
    all.addAll(List.of(options));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(heard, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, heard, all, null, files.getJavaFileObjectsFromPaths(paths));
      task.setProcessors(List.of(new WeftProcessor(), new WeftProcessor.Claiming()));
      task.call();
    }
    return heard.getDiagnostics().stream()
        .map(d -> d.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }
}
