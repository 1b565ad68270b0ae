// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of javac over files of a directory, as from the command line. */
final class JavacRun {
  /**
   * What came of it.
   *
   * @param classes the class files, by path
   */
  record Outcome(boolean success, String output, Map<String, String> classes) {}

  private final Path directory;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  /** Files go to {@code sources} and {@code classes} in the directory. */
  JavacRun(Path directory) {
    this.directory = directory;
  }

  Path classes() {
    return directory.resolve("classes");
  }

  /** Adds a source file; {@code path} is relative. */
  JavacRun source(String path, String text) {
    Path file = directory.resolve("sources").resolve(path);
    try {
      Files.createDirectories(file.getParent());
      sources.add(Files.writeString(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  JavacRun options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  JavacRun classPath(Path... entries) {
    return options(
        "-cp",
        Arrays.stream(entries).map(Path::toString).collect(joining(java.io.File.pathSeparator)));
  }

  JavacRun processors(Processor... more) {
    processors.addAll(List.of(more));
    return this;
  }

  Outcome run() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes());
      List<String> all = new ArrayList<>(List.of("-d", classes().toString()));
      if (!options.contains("-cp")) {
        all.addAll(List.of("-cp", ""));
      }
      all.addAll(options);
      StringWriter output = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output, files, null, all, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      boolean success = task.call();
      return new Outcome(success, output.toString(), contents());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        found.put(classes().relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  /** Compiles without processors, expects success, and packs the class files. */
  Path jar() {
    options("-proc:none");
    Outcome outcome = run();
    if (!outcome.success()) {
      throw new AssertionError(outcome.output());
    }
    Path jar = directory.resolve("library.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes().relativize(file).toString().replace('\\', '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }
}
