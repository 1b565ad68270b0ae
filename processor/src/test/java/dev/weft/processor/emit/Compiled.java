// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a machine together with the source it was made from, and takes no warning. */
final class Compiled {
  private Compiled() {}

  static void cleanly(String userSource, Emitted emitted) {
    String machine = emitted.linkage().machine();
    List<JavaFileObject> files = new ArrayList<>();
    files.add(new Source(emitted.linkage().nestHost(), userSource));
    files.add(new Source(machine, emitted.source()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
    compiler
        .getTask(
            null,
            new NoOutput(standard),
            diagnostics,
            List.of("--release", "17", "-proc:none", "-Xlint:all"),
            null,
            files)
        .call();
    String problems =
        diagnostics.getDiagnostics().stream()
            .filter(d -> isAboutMachine(d, machine))
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      fail(problems + "\n" + emitted.source());
    }
  }

  private static boolean isAboutMachine(
      Diagnostic<? extends JavaFileObject> diagnostic, String machine) {
    JavaFileObject source = diagnostic.getSource();
    return diagnostic.getKind() == Diagnostic.Kind.ERROR
        || source != null && source.getName().contains(machine);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("mem:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Throws the class files away. */
  private static final class NoOutput extends ForwardingJavaFileManager<JavaFileManager> {
    NoOutput(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        javax.tools.FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
        @Override
        public java.io.OutputStream openOutputStream() {
          return java.io.OutputStream.nullOutputStream();
        }
      };
    }
  }
}
