// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.Weft;
import dev.weft.processor.WeftProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Programs that are compiled to files, to be launched in JVMs of their own. */
final class Programs {
  private Programs() {}

  /**
   * Compiles a class with all debugging information.
   *
   * @return the class path to launch it with
   */
  static List<Path> compile(Path folder, String name, String source) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              null,
              List.of("-g", "-classpath", folder + File.pathSeparator + runtime()),
              null,
              List.of(JavaFileObjects.forSourceString(name, source)));
      task.setProcessors(List.of(new WeftProcessor()));
      assertTrue(task.call());
    }
    return List.of(folder, runtime());
  }

  private static Path runtime() {
    try {
      return Path.of(Weft.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
