// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/**
 * The two kinds of place in which javac can put class files: the linker writes each in its own way.
 */
enum CompileWay {
  IN_MEMORY {
    @Override
    Compiled compile(Processor processor, List<String> options, List<JavaFileObject> sources) {
      Compilation compilation =
          javac().withProcessors(processor).withOptions(options).compile(sources);
      Map<String, byte[]> classes = new TreeMap<>();
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          try (var in = file.openInputStream()) {
            String path = URI.create(file.getName()).getPath().replace("/CLASS_OUTPUT/", "");
            classes.put(className(path), in.readAllBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      return new Compiled(classes, List.copyOf(compilation.diagnostics()));
    }
  },

  IN_DIRECTORY {
    @Override
    Compiled compile(Processor processor, List<String> options, List<JavaFileObject> sources) {
      try {
        Path directory = Files.createTempDirectory("linked");
        try {
          return compileInto(directory, processor, options, sources);
        } finally {
          deleteTree(directory);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  abstract Compiled compile(
      Processor processor, List<String> options, List<JavaFileObject> sources);

  private static Compiled compileInto(
      Path directory, Processor processor, List<String> options, List<JavaFileObject> sources)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, diagnostics, options, null, sources);
      task.setProcessors(List.of(processor));
      task.call();
    }
    List<Diagnostic<? extends JavaFileObject>> heard =
        new ArrayList<>(diagnostics.getDiagnostics());
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!path.endsWith(".java")) {
          classes.put(className(path), Files.readAllBytes(file));
        }
      }
    }
    return new Compiled(classes, heard);
  }

  private static String className(String path) {
    return path.replaceFirst("\\.class$", "").replace('/', '.');
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
