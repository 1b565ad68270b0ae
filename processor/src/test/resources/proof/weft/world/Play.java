// SPDX-License-Identifier: Apache-2.0
package world;

import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.Events;
import dev.weft.Loop;
import dev.weft.Machine;
import dev.weft.Resumption;
import dev.weft.processor.proof.Script;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The world of machines: each await suspends or not, as the script says, and is resumed by hand. */
public final class Play {
  private Play() {}

  /** Runs a case to its end. */
  public static Object run(Script script, Callable<?> entry) throws Exception {
    World.begin(script);
    Coroutine<?> coroutine = (Coroutine<?>) entry.call();
    return switch (script.driver()) {
      case HAND -> byHand(coroutine, Callable::call);
      case ELSEWHERE -> elsewhere(coroutine);
      case LOOP -> inLoop(coroutine);
    };
  }

  /** Makes a step, on which stack so ever. */
  private interface Stepper {
    Event<?> step(Callable<Event<?>> step) throws Exception;
  }

  private static Object byHand(Coroutine<?> coroutine, Stepper stepper) throws Exception {
    Event<?> event = coroutine.send(null);
    while (event != null) {
      Event<?> asked = event;
      event = stepper.step(() -> answer(coroutine, asked));
    }
    return coroutine.result();
  }

  private static Object elsewhere(Coroutine<?> coroutine) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return byHand(coroutine, step -> thread.submit(step).get());
    } catch (ExecutionException e) {
      throw World.<RuntimeException>sneaky(e.getCause());
    } finally {
      thread.shutdown();
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Object inLoop(Coroutine<?> coroutine) {
    try (Loop loop = new Loop()) {
      loop.on((Class) Pause.class, (event, resumption) -> perform((Pause) event, resumption));
      loop.on(
          (Class) Events.Completion.class,
          (event, resumption) -> {
            Promise<Object> promise = (Promise<Object>) ((Events.Completion<?>) event).stage();
            promise.settle();
            promise.whenComplete(
                (value, error) -> {
                  boolean first = error == null ? resumption.resume(value) : resumption.fail(error);
                  if (!first) {
                    throw new AssertionError("settled before");
                  }
                });
          });
      return loop.run(coroutine);
    }
  }

  private static void perform(Pause<Object> pause, Resumption<Object> resumption) throws Exception {
    resumption.resume(pause.request().settle(pause.begin()));
  }

  private static Event<?> answer(Coroutine<?> coroutine, Event<?> event) {
    if (event instanceof Pause<?> pause) {
      Object value;
      try {
        value = pause.request().settle(pause.begin());
      } catch (Throwable failure) {
        return coroutine.raise(failure);
      }
      return coroutine.send(value);
    }
    Promise<?> promise = (Promise<?>) ((Events.Completion<?>) event).stage();
    try {
      promise.settle();
      return coroutine.send(promise.join());
    } catch (java.util.concurrent.CompletionException failure) {
      return coroutine.raise(failure.getCause());
    }
  }

  static <T> Coroutine<T> coroutine(World.Request request) {
    return new Step<>(request);
  }

  static <T> Event<T> event(World.Request request) {
    return new Pause<>(request, -1);
  }

  static <T> CompletionStage<T> stage(World.Request request) {
    Promise<T> promise = new Promise<>(request);
    if (!World.script().suspends(promise.number)) {
      promise.settle();
    }
    return promise;
  }

  /** A request to the one who drives; {@code number} is negative as long as the await has not begun. */
  private record Pause<T>(World.Request request, int number) implements Event<T> {
    int begin() {
      return number < 0 ? World.script().begin(request.label()) : number;
    }
  }

  /** A stage that completes when the one who drives says so. */
  private static final class Promise<T> extends CompletableFuture<T> {
    private final World.Request request;
    private final int number;

    Promise(World.Request request) {
      this.request = request;
      this.number = World.script().begin(request.label());
    }

    void settle() {
      try {
        complete(request.settle(number));
      } catch (Throwable e) {
        completeExceptionally(e);
      }
    }
  }

  /** A machine written by hand, so that no case depends on another one's compilation. */
  private static final class Step<T> extends Machine<T> {
    private final World.Request request;

    Step(World.Request request) {
      this.request = request;
    }

    @Override
    protected Object resume(Object reply) throws Throwable {
      if (state == 0) {
        int number = World.script().begin(request.label());
        if (!World.script().suspends(number)) {
          return request.settle(number);
        }
        Object answer = await(1, new Pause<T>(request, number));
        return answer == SUSPENDED ? SUSPENDED : value(answer); // at once, under a debugger
      }
      return value(reply);
    }

    @Override
    protected StackTraceElement frame() {
      return frame("world.World", "later", "World.java", 1);
    }
  }
}
