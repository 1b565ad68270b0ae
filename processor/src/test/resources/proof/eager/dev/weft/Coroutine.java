// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.concurrent.Callable;

/** An ended coroutine; or one of the world's, which runs when it is awaited. */
public final class Coroutine<T> {
  private final Callable<T> body;

  private Coroutine(Callable<T> body) {
    this.body = body;
  }

  public static <T> Coroutine<T> of(T value) {
    return new Coroutine<>(() -> value);
  }

  /** One that runs {@code body} when it is awaited. */
  public static <T> Coroutine<T> cold(Callable<T> body) {
    return new Coroutine<>(body);
  }

  /** Blocks until it has a value. */
  public T block() throws Exception {
    return body.call();
  }
}
