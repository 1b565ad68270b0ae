// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An iterator whose elements are handed out, one by one, by a method that goes on where it stopped:
 *
 * <pre>{@code
 * @Async
 * static Generator<Integer> countdown(int from) {
 *   for (int i = from; i > 0; i--) {
 *     emit(i);
 *   }
 *   return done();
 * }
 *
 * for (int i : countdown(3)) { ... }
 * int sum = countdown(3).stream().mapToInt(i -> i).sum();
 * }</pre>
 *
 * <p>The models are Python's generators (PEP 255, PEP 342) and Kotlin's {@code iterator { }}. There
 * is no loop behind it and no thread: {@link #next} runs the method to its next {@link Weft#emit
 * emit}. It is <em>lazy</em>: calling the method runs nothing, and nothing runs ahead of what is
 * asked for. And it is for <em>single use</em>, as a {@link Coroutine} and a {@link Stream} are: a
 * second {@link #iterator} throws; call the method again.
 *
 * <p>A generator that is left before its end stays where it is; its {@code finally} blocks run when
 * it is {@linkplain #close closed}, for which there is {@code try}. One whose method has nothing to
 * clean up may be forgotten.
 *
 * <p>What the method throws, {@link #hasNext} and {@link #next} throw: the original object, checked
 * or not. As with every {@link Async} method it is the call that declares it. After that the
 * generator has ended.
 *
 * <p>It is confined to one thread at a time. A generator that asks itself for an element, or closes
 * itself, gets an {@link IllegalStateException}.
 *
 * @param <T> the type of the elements; null may be one if it allows that
 */
@SuppressWarnings("IterableAndIterator") // it is for one iteration, and says so
public sealed interface Generator<T extends @Nullable Object>
    extends Iterator<T>, Iterable<T>, AutoCloseable permits GeneratorMachine {
  /**
   * Runs the method to its next {@code emit}, unless an element is waiting already.
   *
   * @return true if there is an element, false if the method has ended
   * @throws IllegalStateException if the generator asks itself
   */
  @Override
  boolean hasNext();

  /**
   * Returns the next element.
   *
   * @return the element
   * @throws NoSuchElementException if the method has ended
   * @throws IllegalStateException if the generator asks itself
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
  Iterator<T> iterator();

  /**
   * The elements, in order. To close the stream closes the generator.
   *
   * @return a sequential stream, which uses {@link #iterator}
   * @throws IllegalStateException if there was an iterator before
   */
  default Stream<T> stream() {
    Spliterator<T> elements = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
    return StreamSupport.stream(elements, false).onClose(this::close);
  }

  /**
   * Ends the method where it stands: {@link Closed} is raised at its {@code emit}, so that its
   * {@code finally} blocks run. They may not emit: that throws an {@link IllegalStateException} in
   * them. If the method has not begun it never does, and if it has ended nothing happens.
   *
   * <p>It throws what the {@code finally} blocks throw.
   *
   * @throws IllegalStateException if the generator closes itself
   */
  @Override
  void close();
}
