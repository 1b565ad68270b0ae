// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A realm loaded: {@code world.World} and what it is made of, which serve one run after the other.
 * The cases, and {@code elsewhere}, keep state in static fields, so that each run loads them anew.
 */
final class World {
  private final Map<String, byte[]> classes;
  private final ClassLoader loader;

  World(Map<String, byte[]> classes) {
    this.classes = classes;
    this.loader = new Loader(World.class.getClassLoader(), classes, name -> !isFresh(name));
  }

  /** Loads what belongs to the world. */
  Class<?> load(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  /** A loader for the cases of one run. */
  ClassLoader cases() {
    return new Loader(loader, classes, World::isFresh);
  }

  private static boolean isFresh(String name) {
    return name.startsWith("cases.") || name.startsWith("elsewhere.");
  }

  /** Loads some of the compiled classes, and all others from its parent. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final Predicate<String> isMine;

    Loader(ClassLoader parent, Map<String, byte[]> classes, Predicate<String> isMine) {
      super("case", parent);
      this.classes = classes;
      this.isMine = isMine;
      setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] bytes = isMine.test(name) ? classes.get(name) : null;
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
