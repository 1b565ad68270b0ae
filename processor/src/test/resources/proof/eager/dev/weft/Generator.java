// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A generator whose body runs on a thread of its own. */
public final class Generator<T> implements Iterator<T>, Iterable<T>, AutoCloseable {
  private final Producer<T> producer;
  private boolean iterated;

  private Generator(Producer<T> producer) {
    this.producer = producer;
  }

  public static <T> Generator<T> eager(Producer.Body body) {
    return new Generator<>(new Producer<>(body));
  }

  @Override
  public boolean hasNext() {
    return producer.advance();
  }

  @Override
  public T next() {
    if (!producer.advance()) {
      throw new NoSuchElementException();
    }
    return producer.take();
  }

  @Override
  public Iterator<T> iterator() {
    if (iterated) {
      throw new IllegalStateException();
    }
    iterated = true;
    return this;
  }

  public Stream<T> stream() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), 0), false)
        .onClose(this::close);
  }

  @Override
  public void close() {
    producer.close();
  }
}
