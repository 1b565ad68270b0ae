// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/**
 * What is closed by awaiting: in an {@link Async} method, {@code try (resource)} awaits {@link
 * #closeAsync} where it would call {@code close()} of any other {@link AutoCloseable}. Order,
 * exceptions and suppressed ones are those of the language (JLS 14.20.3). The model is {@code async
 * with} of Python (PEP 492).
 *
 * <pre>{@code
 * final class Connection implements AsyncCloseable<IOException> {
 *   @Async
 *   @Override
 *   public Coroutine<Void> closeAsync() throws IOException {
 *     await(write(channel, goodbye));
 *     channel.close();
 *     return done();
 *   }
 * }
 *
 * try (Connection connection = await(connect(address))) {   // throws IOException, and no more
 *   ...
 * }
 * }</pre>
 *
 * <p>Anywhere else {@code try} calls {@link #close}, which fails, unless the class has one of its
 * own that needs no awaiting.
 *
 * @param <X> what closing may throw, so that nobody has to catch more than that; {@code
 *     RuntimeException} for nothing that is checked
 */
public interface AsyncCloseable<X extends Exception> extends AutoCloseable {
  /**
   * Closes this. To close what is closed already has no effect.
   *
   * <p>Cancel: as that of what it awaits. If {@code try} closes after a failure, {@link Cancelled}
   * takes its place and is not suppressed: a task is told only once.
   *
   * @return the coroutine that closes it
   * @throws X what closing may fail with
   */
  Coroutine<Void> closeAsync() throws X;

  /**
   * Only here for the sake of {@code try}: an {@link Async} method never calls it.
   *
   * @throws X never, unless it is overridden
   * @throws IllegalStateException always, unless it is overridden
   */
  @Override
  default void close() throws X {
    throw Uncompiled.close(this);
  }
}
