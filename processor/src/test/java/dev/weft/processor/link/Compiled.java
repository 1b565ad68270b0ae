// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** What a compile has left: class files by binary name, and messages. Loads and runs them. */
record Compiled(
    Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Compiled.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  ClassNode node(String name) {
    ClassNode node = new ClassNode();
    new ClassReader(classes.get(name)).accept(node, 0);
    return node;
  }

  /** Loads all classes, checked by ASM and verified by the JVM. */
  Program load() {
    assertEquals(List.of(), diagnostics);
    Loader loader = new Loader(classes);
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(
          new ClassReader(type.getValue()), loader, false, new PrintWriter(problems));
      assertEquals("", problems.toString(), type.getKey());
      try {
        // Initialization verifies; without the verifier's leave no class gets there.
        Class.forName(type.getKey(), true, loader);
      } catch (ClassNotFoundException e) {
        throw new LinkageError(type.getKey(), e);
      }
    }
    return new Program(loader);
  }

  /** Classes that are ready to run. */
  record Program(ClassLoader loader) {
    Class<?> type(String name) {
      try {
        return loader.loadClass(name);
      } catch (ClassNotFoundException e) {
        throw new LinkageError(name, e);
      }
    }

    Object make(String type, Object... arguments) throws Throwable {
      for (Constructor<?> constructor : type(type).getDeclaredConstructors()) {
        if (constructor.getParameterCount() == arguments.length && !constructor.isSynthetic()) {
          constructor.setAccessible(true);
          return constructor.newInstance(arguments);
        }
      }
      throw new NoSuchMethodException(type + Arrays.toString(arguments));
    }

    /** Calls a method, static if the receiver is null, and resumes the machine that it makes. */
    Object run(String type, @Nullable Object receiver, String name, Object... arguments)
        throws Throwable {
      Object machine = call(type, receiver, name, arguments);
      return call("demo.Resumable", machine, "resume", new Object[] {null});
    }

    Object call(String type, @Nullable Object receiver, String name, Object... arguments)
        throws Throwable {
      for (Method method : type(type).getDeclaredMethods()) {
        // A machine's code has the same name, and the machine in front.
        if (method.getName().equals(name)
            && method.getParameterCount() == arguments.length
            && (method.getModifiers() & Opcodes.ACC_BRIDGE) == 0) {
          method.setAccessible(true);
          try {
            return method.invoke(receiver, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }
      }
      throw new NoSuchMethodException(type + "." + name);
    }
  }
}
