// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.Map;

/**
 * Loads compiled classes first, and all others from the class path of the tests. One loader serves
 * one run.
 */
final class CaseLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  CaseLoader(Map<String, byte[]> classes) {
    super("case", CaseLoader.class.getClassLoader());
    this.classes = classes;
    setDefaultAssertionStatus(true);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
