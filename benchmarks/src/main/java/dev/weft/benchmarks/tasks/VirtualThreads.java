// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The way to virtual threads for what is compiled for a JDK that has none. */
final class VirtualThreads {
  private static final @Nullable MethodHandle START = find();

  private VirtualThreads() {}

  /**
   * {@code Thread.startVirtualThread}.
   *
   * @throws TaskPeer.NoSuchScenarioException if this JDK has no virtual threads
   */
  static Thread start(Runnable task) throws TaskPeer.NoSuchScenarioException {
    if (START == null) {
      throw new TaskPeer.NoSuchScenarioException();
    }
    try {
      return (Thread) START.invokeExact(task);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable MethodHandle find() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
