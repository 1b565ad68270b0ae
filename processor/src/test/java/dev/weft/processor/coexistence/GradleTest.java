// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way Gradle runs processors: it loads them itself, by a class loader that shows them the JDK
 * and nothing of Gradle, and hands them to javac in wrappers.
 */
class GradleTest {
  private static final String OWNER =
      """
      package p;

      import static dev.weft.Weft.*;

      import dev.weft.*;

      class Owner {
        @Async
        private static Coroutine<String> greet(String name) {
          await(yieldNow());
          return done("hello, " + name);
        }

        static String main() {
          return Weft.run(greet("weft"));
        }
      }
      """;

  @TempDir Path directory;

  /** Lets through what is the JDK's, jdk.compiler's too, which this loader's parent has. */
  private static final class JdkOnly extends ClassLoader {
    JdkOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("com.sun.source.") || name.startsWith("com.sun.tools.javac.")) {
        return Class.forName(name, false, ClassLoader.getSystemClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }

  @Test
  void wrappedProcessors() throws ReflectiveOperationException, IOException {
    List<URL> path = new ArrayList<>();
    for (Path entry : Javac.WEFT) {
      path.add(entry.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(path.toArray(new URL[0]), new JdkOnly())) {
      List<WrappedProcessor> processors = new ArrayList<>();
      for (String name : List.of("WeftProcessor", "WeftProcessor$Claiming")) {
        Class<?> type = loader.loadClass("dev.weft.processor." + name);
        assertThat(type.getClassLoader()).isSameInstanceAs(loader);
        processors.add(
            new WrappedProcessor((Processor) type.getDeclaredConstructor().newInstance()));
      }
      Sources.write(directory, "p/Owner.java", OWNER);
      Javac.Outcome outcome =
          new Javac(directory.resolve("classes"))
              .classPath(Javac.RUNTIME)
              .options("-sourcepath", "", "-XDuseUnsharedTable=true", "-Xlint:all", "-Werror")
              .processors(processors)
              .compile(directory, List.of("p/Owner.java"));
      assertThat(outcome.diagnostics()).isEmpty();
      assertThat(outcome.success()).isTrue();
      assertThat(processors.get(0).generated()).containsExactly("p.Owner_greet from [p.Owner]");
    }
    assertThat(Program.call(directory.resolve("classes"), "p.Owner", "main"))
        .isEqualTo("hello, weft");
  }
}
