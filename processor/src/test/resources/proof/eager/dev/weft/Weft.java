// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The reference meaning: an await is a plain call that blocks until there is a value. */
public final class Weft {
  private Weft() {}

  public static <T> T await(Coroutine<T> coroutine) {
    try {
      return coroutine.block();
    } catch (Throwable e) {
      throw Weft.<RuntimeException>sneaky(e);
    }
  }

  @SuppressWarnings("unchecked")
  public static <T> T await(Event<T> event) {
    try {
      return ((Callable<T>) event).call();
    } catch (Throwable e) {
      throw Weft.<RuntimeException>sneaky(e);
    }
  }

  public static <T> T await(Task<T> task) {
    throw new AssertionError("there are no tasks here");
  }

  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw Weft.<RuntimeException>sneaky(e.getCause());
    }
  }

  public static <T> Coroutine<T> done(T value) {
    return Coroutine.of(value);
  }

  /** Ends a coroutine, or the body of a generator, which looks at nothing that it returns. */
  @SuppressWarnings("unchecked")
  public static <R> R done() {
    return (R) Coroutine.of(null);
  }

  public static <T> void emit(T value) {
    Producer.emit(value);
  }

  /** What a loop that awaits goes through, and closes. */
  public static <T> Loop<T> loop(AsyncIterable<T> iterable) {
    return new Loop<>(iterable.asyncIterator());
  }

  /** Ends what still runs at the end of a case. */
  public static void abandonAll() {
    Producer.abandonAll();
  }

  /** One loop. */
  public record Loop<T>(AsyncIterator<T> elements)
      implements Iterable<T>, Iterator<T>, AutoCloseable {
    @Override
    public Iterator<T> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      return await(elements.hasNext());
    }

    @Override
    public T next() {
      return elements.next();
    }

    @Override
    public void close() {
      await(elements.closeAsync());
    }
  }

  @SuppressWarnings("unchecked")
  static <X extends Throwable> X sneaky(Throwable e) throws X {
    throw (X) e;
  }
}
