// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static java.util.stream.Collectors.joining;

import dev.weft.processor.WeftProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A build: javac with options as from a command line, over files of a folder. */
final class Javac {
  /** Where Weft's processor and what it uses are. */
  static final List<Path> WEFT =
      places(
          WeftProcessor.class,
          com.palantir.javapoet.JavaFile.class,
          org.objectweb.asm.ClassReader.class,
          org.objectweb.asm.tree.ClassNode.class,
          org.objectweb.asm.commons.ClassRemapper.class);

  /** What programs need to be compiled and run. */
  static final List<Path> RUNTIME = places(dev.weft.Async.class);

  /** What came of it. */
  record Outcome(boolean success, List<String> diagnostics) {}

  private final Path output;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  Javac(Path output) {
    this.output = output;
  }

  Javac options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Javac classPath(List<Path> entries) {
    return options("-classpath", path(entries));
  }

  /**
   * Named, because the class path of the tests is behind this path: whatever processors are there
   * would run too.
   */
  Javac processors(List<Path> path, String... names) {
    return options("--processor-path", path(path), "-processor", String.join(",", names));
  }

  Javac weft() {
    return processors(WEFT, WeftProcessor.class.getName(), WeftProcessor.Claiming.class.getName());
  }

  Javac processors(List<? extends Processor> more) {
    processors.addAll(more);
    return this;
  }

  /** Compiles the files, given by their paths below a folder. */
  Outcome compile(Path folder, Iterable<String> files) {
    List<Path> paths = new ArrayList<>();
    files.forEach(file -> paths.add(folder.resolve(file)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(heard, Locale.ROOT, null)) {
      Files.createDirectories(output);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, heard, options, null, manager.getJavaFileObjectsFromPaths(paths));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      boolean success = task.call();
      return new Outcome(
          success, heard.getDiagnostics().stream().map(d -> text(d, folder)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic, Path folder) {
    JavaFileObject file = diagnostic.getSource();
    String place =
        file == null
            ? ""
            : folder.toUri().relativize(file.toUri()) + ":" + diagnostic.getLineNumber();
    return "%s:%d: %s: %s"
        .formatted(
            place,
            diagnostic.getColumnNumber(),
            diagnostic.getKind(),
            diagnostic.getMessage(Locale.ROOT));
  }

  /** The class files below a folder, by the internal names of their classes. */
  static Map<String, byte[]> classes(Path folder) {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        found.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** The jars or folders that hold these classes. */
  static List<Path> places(Class<?>... types) {
    List<Path> places = new ArrayList<>();
    for (Class<?> type : types) {
      try {
        places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(places);
  }

  static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(joining(File.pathSeparator));
  }
}
