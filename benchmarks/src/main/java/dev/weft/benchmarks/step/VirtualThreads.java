// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Starts virtual threads, though this is compiled for a JDK that has none. */
final class VirtualThreads {
  private static final MethodHandle START = start();

  private VirtualThreads() {}

  /** Starts {@code body} on a new virtual thread. */
  static Thread start(Runnable body) {
    try {
      return (Thread) START.invokeExact(body);
    } catch (Throwable e) {
      throw new IllegalStateException("no virtual thread could be started", e);
    }
  }

  /** Waits for the end of {@code thread}. */
  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while joining a virtual thread", e);
    }
  }

  private static MethodHandle start() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("virtual threads need JDK 21 or later", e);
    }
  }
}
