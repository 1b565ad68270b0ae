// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/**
 * Raised at the await where a task stands when the task is cancelled.
 *
 * <p>It extends {@link Error}, as {@code ThreadDeath} did and for the same reason: {@code catch
 * (Exception e)} must not swallow it. Clean up in {@code finally}, which may itself await; whoever
 * catches a {@code Cancelled} should throw it again. A task that lets it pass ends
 * <em>cancelled</em>, which is not a failure.
 *
 * <p>It always means that <em>this</em> task was cancelled. Who joins a task that was cancelled
 * gets a {@link java.util.concurrent.CancellationException} instead.
 */
public class Cancelled extends Error {
  private static final long serialVersionUID = 1;

  /** For those who drive coroutines by hand and cancel them by {@link Coroutine#raise}. */
  public Cancelled() {
    super("cancelled");
  }

  /**
   * As {@link #Cancelled()}, with a message.
   *
   * @param message who or what was cancelled
   */
  public Cancelled(String message) {
    super(message);
  }

  /** Fills in nothing: its frames are those of the coroutines it passes, not of who cancels. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
