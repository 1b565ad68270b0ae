// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's own {@link ProcessingEnvironment}, which {@code Trees} and {@code JavacTask} insist
 * on, inside of the ones that build tools wrap around it: Gradle's for incremental builds and
 * IntelliJ's proxy keep it in a field.
 */
public final class JavacEnvironment {
  private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";
  private static final int MAX_WRAPPERS = 8;

  private JavacEnvironment() {}

  /**
   * The environment that javac made.
   *
   * @throws IllegalArgumentException if the compiler is not javac; the message is for the user
   */
  public static ProcessingEnvironment unwrap(ProcessingEnvironment env) {
    ProcessingEnvironment current = env;
    for (int i = 0; i < MAX_WRAPPERS && current != null; i++) {
      // By name: under another compiler the class may not be there at all.
      if (current.getClass().getName().equals(JAVAC)) {
        return current;
      }
      current = wrapped(current);
    }
    throw new IllegalArgumentException(
        "Weft works with javac only, and this compiler's processing environment is "
            + env.getClass().getName());
  }

  private static @Nullable ProcessingEnvironment wrapped(ProcessingEnvironment env) {
    Object holder = Proxy.isProxyClass(env.getClass()) ? Proxy.getInvocationHandler(env) : env;
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && read(field, holder) instanceof ProcessingEnvironment inner) {
          return inner;
        }
      }
    }
    return null;
  }

  private static @Nullable Object read(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      return null;
    }
  }
}
