// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import org.jspecify.annotations.Nullable;

/**
 * An event that brings the way it is performed with it, so that no loop need be taught it. A loop
 * that has been taught another way takes that.
 */
public interface SelfPerformed {
  /**
   * Performs the event, or sets about it. On the loop's thread.
   *
   * @param awaiter who awaits it
   * @return the reply, or what {@link Awaiter#waitIn} returned if it will come later
   * @throws Throwable what the await is to throw
   */
  @Nullable Object perform(Awaiter awaiter) throws Throwable;
}
