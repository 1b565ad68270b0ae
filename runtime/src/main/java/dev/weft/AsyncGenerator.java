// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Generator} that may also await:
 *
 * <pre>{@code
 * @Async
 * static AsyncGenerator<Integer> ticks(Duration pause, int count) {
 *   for (int i = 0; i < count; i++) {
 *     await(sleep(pause));
 *     emit(i);
 *   }
 *   return done();
 * }
 *
 * for (int tick : ticks(pause, 3)) { ... }     // in an @Async method
 * }</pre>
 *
 * <p>The model is Python's asynchronous generators (PEP 525). Everything said of a {@link
 * Generator} holds: it is lazy, for single use, hands on what the method throws, and must not ask
 * itself. What it awaits is awaited by whoever asks for the next element, in whose task it runs.
 *
 * <p>A {@code for} loop closes it, however it is left. Whoever goes on by hand closes it with
 * {@code try} or by {@link #closeAsync}: one that is left in the middle stays where it is, and its
 * {@code finally} blocks never run.
 *
 * @param <T> the type of the elements; null may be one if it allows that
 */
public sealed interface AsyncGenerator<T extends @Nullable Object>
    extends AsyncIterable<T>, AsyncIterator<T> permits AsyncGeneratorMachine {
  /**
   * Runs the method to its next {@code emit}, unless an element is waiting already.
   *
   * <p>Cancel: as that of what the method awaits; its {@code finally} blocks run, and it has ended.
   *
   * @return a coroutine that ends with true if there is an element, with false if the method has
   *     ended
   * @throws IllegalStateException if the method is running: the generator asks itself, or another
   *     coroutine waits for its next element
   */
  @Override
  Coroutine<Boolean> hasNext();

  /**
   * Returns the element that {@link #hasNext} has found.
   *
   * @return the element
   * @throws NoSuchElementException if none has been found, or it was consumed before
   */
  @Override
  T next();

  /**
   * Returns this generator. Elements that were taken before are not seen again.
   *
   * @return this
   * @throws IllegalStateException the second time
   */
  @Override
  AsyncIterator<T> asyncIterator();

  /**
   * Ends the method where it stands: {@link Closed} is raised at its {@code emit}, so that its
   * {@code finally} blocks run. They may await, and may not emit: that throws an {@link
   * IllegalStateException} in them. If the method has not begun it never does, and if it has ended
   * nothing happens.
   *
   * @return a coroutine that ends when they have run, and throws what they throw; or an {@link
   *     IllegalStateException} if the method is running
   */
  @Override
  Coroutine<Void> closeAsync();
}
