// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What was compiled into a folder or a jar, loaded anew and run. */
final class Program {
  private Program() {}

  /** Calls a static method without parameters. */
  static @Nullable Object call(Path classes, String type, String name) {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Method method = loader.loadClass(type).getDeclaredMethod(name);
      method.setAccessible(true);
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
