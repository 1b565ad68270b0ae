// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** A compiler that parses, attributes if asked to, and prints nothing. */
final class NestedCompile {
  private final JavacTask task;
  private final List<CompilationUnitTree> units = new ArrayList<>();
  private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();

  /** Parses; {@code texts} must not be empty. */
  NestedCompile(
      JavaCompiler compiler, JavaFileManager files, List<String> options, List<TextFile> texts) {
    task =
        (JavacTask)
            compiler.getTask(Writer.nullWriter(), files, this::report, options, null, texts);
    try {
      task.parse().forEach(units::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    // Which module reads what is the outer compiler's business: here all is in the unnamed one.
    boolean isOfModules = diagnostic.getCode().startsWith("compiler.err.package.clash");
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && !isOfModules) {
      errors.add(diagnostic);
    }
  }

  void attribute() {
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JavacTask task() {
    return task;
  }

  Trees trees() {
    return Trees.instance(task);
  }

  /** In the order of the texts. */
  List<CompilationUnitTree> units() {
    return units;
  }

  List<Diagnostic<? extends JavaFileObject>> errors() {
    return errors;
  }
}
