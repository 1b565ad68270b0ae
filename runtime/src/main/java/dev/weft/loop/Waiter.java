// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

/** Who waits for a channel. */
@FunctionalInterface
public interface Waiter {
  /**
   * The channel may be ready, or has been closed; who waits should try. Called once, on the loop's
   * thread, and must not run user code.
   */
  void channelReady();
}
