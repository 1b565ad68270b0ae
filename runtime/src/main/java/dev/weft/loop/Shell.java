// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;

/**
 * The world outside of a {@link Scheduler}: a clock, and a way to wait for channels and other
 * threads. All but {@link #now} and {@link #wakeup} are for the loop's thread.
 *
 * <p>Another shell is another world: one with virtual time moves its clock in {@link #poll} instead
 * of waiting.
 */
public interface Shell {
  /** A {@code poll} that only another thread or a channel ends. */
  long FOREVER = Long.MAX_VALUE;

  /**
   * Reads the clock. Any thread may.
   *
   * @return nanoseconds, of which only differences mean anything
   */
  long now();

  /**
   * Tells the waiters of all channels that are ready. If none is, waits until one is, until {@link
   * #wakeup} is called (or has been since the last poll), or until time is up; it may return early.
   *
   * @param nanos how long to wait at most: 0 not at all, or {@link #FOREVER}
   * @return true if the thread was interrupted, which it then is no more
   * @throws IOException if the system fails
   */
  boolean poll(long nanos) throws IOException;

  /** Ends the present poll, or else the next one, at once. Any thread may call this. */
  void wakeup();

  /**
   * Has {@code waiter} told, once, when {@code channel} is ready.
   *
   * @param channel in non-blocking mode
   * @param operation one bit of {@link java.nio.channels.SelectionKey}
   * @param waiter the only one on its side, which is reading and accepting, or writing and
   *     connecting
   * @throws IOException if the channel is closed
   */
  void watch(SelectableChannel channel, int operation, Waiter waiter) throws IOException;

  /**
   * Forgets the waiter, if there is one.
   *
   * @param channel as it was given to {@link #watch}
   * @param operation as it was given to {@link #watch}
   */
  void unwatch(SelectableChannel channel, int operation);

  /**
   * Tells whether somebody waits on a side of a channel.
   *
   * @param channel any channel
   * @param operation a bit that names the side
   * @return true if so
   */
  boolean watched(SelectableChannel channel, int operation);

  /**
   * Notes that one operation on a channel has just taken all there was, so that the next one would
   * be in vain until the channel is ready again.
   *
   * @param channel any channel
   * @param operation one bit of {@link java.nio.channels.SelectionKey}
   */
  default void exhausted(SelectableChannel channel, int operation) {}

  /**
   * Tells whether it is known that an operation on a channel would be in vain. To wait for the
   * channel without having tried is then right, and saves a system call.
   *
   * @param channel any channel
   * @param operation one bit of {@link java.nio.channels.SelectionKey}
   * @return true if so; false if it is not known
   */
  default boolean isExhausted(SelectableChannel channel, int operation) {
    return false;
  }

  /**
   * Tells whether anybody waits for any channel.
   *
   * @return true if so
   */
  boolean watching();

  /**
   * Frees what the shell holds. Channels are not closed.
   *
   * @throws IOException if the system fails
   */
  void close() throws IOException;
}
