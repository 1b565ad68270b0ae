// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

/** A virtual thread that yields once. */
final class VirtualThreadHello {
  private VirtualThreadHello() {}

  public static void main(String[] arguments) throws Exception {
    // By reflection, since this compiles on a JDK that has no virtual threads.
    Runnable yield = Thread::yield;
    Thread thread =
        (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, yield);
    thread.join();
  }
}
