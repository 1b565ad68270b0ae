// SPDX-License-Identifier: Apache-2.0
package dev.weft;

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

  public static Coroutine<Void> done() {
    return Coroutine.of(null);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X sneaky(Throwable e) throws X {
    throw (X) e;
  }
}
