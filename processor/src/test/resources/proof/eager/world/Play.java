// SPDX-License-Identifier: Apache-2.0
package world;

import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Weft;
import dev.weft.processor.proof.Script;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The eager world: nothing ever suspends. */
public final class Play {
  private Play() {}

  /** Runs a case to its end. */
  public static Object run(Script script, Callable<?> entry) throws Exception {
    World.begin(script);
    try {
      return ((Coroutine<?>) entry.call()).block();
    } finally {
      World.begin(null);
      Weft.abandonAll();
    }
  }

  static <T> Coroutine<T> coroutine(World.Request request) {
    return Coroutine.cold(() -> request.settle(World.script().begin(request.label())));
  }

  static <T> Event<T> event(World.Request request) {
    return new Pause<>(request);
  }

  static <T> CompletionStage<T> stage(World.Request request) {
    int number = World.script().begin(request.label());
    try {
      return CompletableFuture.completedFuture(request.settle(number));
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private record Pause<T>(World.Request request) implements Event<T>, Callable<T> {
    @Override
    public T call() throws Exception {
      return request.settle(World.script().begin(request.label()));
    }
  }
}
