// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

/**
 * Where a task waits: its place in a queue, say. Its {@code toString} says in a dump what is waited
 * for; it may be called on any thread.
 */
@FunctionalInterface
public interface Place {
  /**
   * Gives up the place: the task was cancelled, or is broken out of a deadlock. Called at most
   * once, on the loop's thread, and not after the task was answered; must not run user code.
   */
  void withdraw();
}
