// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.NoSuchElementException;

/** The same: blocking is awaiting. */
public final class AsyncGenerator<T> implements AsyncIterable<T>, AsyncIterator<T> {
  private final Producer<T> producer;
  private boolean iterated;

  private AsyncGenerator(Producer<T> producer) {
    this.producer = producer;
  }

  public static <T> AsyncGenerator<T> eager(Producer.Body body) {
    return new AsyncGenerator<>(new Producer<>(body));
  }

  @Override
  public Coroutine<Boolean> hasNext() {
    producer.refuseIfRunning();
    return Coroutine.cold(producer::advance);
  }

  @Override
  public T next() {
    if (!producer.isFull()) {
      throw new NoSuchElementException();
    }
    return producer.take();
  }

  @Override
  public AsyncIterator<T> asyncIterator() {
    if (iterated) {
      throw new IllegalStateException();
    }
    iterated = true;
    return this;
  }

  @Override
  public Coroutine<Void> closeAsync() {
    return Coroutine.cold(
        () -> {
          producer.close();
          return null;
        });
  }
}
