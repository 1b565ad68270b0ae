// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code for} loop awaits the elements of. In an {@link Async} method
 *
 * <pre>{@code
 * for (String line : lines) {
 *   use(line);
 * }
 * }</pre>
 *
 * means, if {@code lines} is declared as an {@code AsyncIterable<String>}:
 *
 * <pre>{@code
 * try (AsyncIterator<String> i = lines.asyncIterator()) {
 *   while (await(i.hasNext())) {
 *     String line = i.next();
 *     use(line);
 *   }
 * }
 * }</pre>
 *
 * <p>So the iterator is closed, by awaiting too, however the loop is left. The model is {@code
 * await foreach} of C#; Python's {@code async for} (PEP 492) leaves the closing to the user.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterable<T extends @Nullable Object> extends Iterable<T> {
  /**
   * Begins an iteration.
   *
   * @return an iterator at the first element
   */
  AsyncIterator<T> asyncIterator();

  /**
   * Only here for the sake of {@code for}: an {@link Async} method never calls it.
   *
   * @throws IllegalStateException always, unless it is overridden
   */
  @Override
  default Iterator<T> iterator() {
    throw Uncompiled.loop(this);
  }
}
