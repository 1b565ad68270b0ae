// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that may have to wait for the next element.
 *
 * <pre>{@code
 * while (await(iterator.hasNext())) {
 *   use(iterator.next());
 * }
 * }</pre>
 *
 * <p>Only {@link #hasNext} waits, as in Kotlin's {@code ChannelIterator}: so an element costs one
 * await, null may be one, and the end needs neither an exception nor a wrapper.
 *
 * <p>An iterator is closed by whoever is done with it. A {@code for} over an {@link AsyncIterable}
 * does so on every way out of the loop.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object>
    extends AsyncCloseable<RuntimeException> {
  /**
   * Looks for the next element. It may be asked again before {@link #next} and then answers the
   * same; each time it must be called anew, and not twice at the same time.
   *
   * <p>Cancel: as that of what the iterator awaits.
   *
   * @return a coroutine that ends with true once there is an element for {@link #next}, and with
   *     false at the end
   */
  Coroutine<Boolean> hasNext();

  /**
   * Returns the element that {@link #hasNext} has found, which is thereby consumed.
   *
   * @return the element
   * @throws NoSuchElementException if none has been found, or it was consumed before
   */
  T next();

  /** Lets go of what the iterator holds; by default that is nothing. */
  @Override
  default Coroutine<Void> closeAsync() {
    return Completed.empty();
  }
}
