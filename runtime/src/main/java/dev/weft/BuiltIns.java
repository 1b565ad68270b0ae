// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How the events of tasks and of time are performed. */
final class BuiltIns {
  private BuiltIns() {}

  static void install(Loop loop) {
    loop.perform(
        Events.YieldNow.class, (Events.YieldNow event, Fiber<?> fiber) -> fiber.goBehind());
    loop.perform(Events.Sleep.class, BuiltIns::sleep);
    loop.perform(Events.Spawn.class, BuiltIns::spawn);
    loop.perform(Events.Join.class, BuiltIns::join);
    loop.perform(Events.Cancel.class, BuiltIns::cancel);
    loop.<Events.Suspend<@Nullable Object>>perform(Events.Suspend.class, BuiltIns::suspend);
    loop.<Events.Completion<@Nullable Object>>perform(Events.Completion.class, BuiltIns::complete);
  }

  private static Object sleep(Events.Sleep event, Fiber<?> fiber) {
    long nanos = nanos(event.duration());
    if (nanos <= 0) {
      return fiber.goBehind();
    }
    return fiber.sleepUntil(fiber.loop.deadline(nanos));
  }

  private static Object spawn(Events.Spawn<?> event, Fiber<?> fiber) {
    return fiber.loop.start(event.coroutine(), event.name());
  }

  private static @Nullable Object join(Events.Join<?> event, Fiber<?> fiber) {
    return ((Fiber<?>) event.task()).joinedBy(fiber);
  }

  private static @Nullable Object cancel(Events.Cancel event, Fiber<?> fiber) {
    event.task().cancel();
    return null;
  }

  private static <T extends @Nullable Object> Object suspend(
      Events.Suspend<T> event, Fiber<?> fiber) throws Exception {
    return Custom.ask(event, fiber, (asked, resumption) -> asked.start().accept(resumption));
  }

  private static <T extends @Nullable Object> Object complete(
      Events.Completion<T> event, Fiber<?> fiber) throws Exception {
    return Custom.ask(event, fiber, (asked, resumption) -> whenComplete(asked.stage(), resumption));
  }

  private static <T extends @Nullable Object> void whenComplete(
      CompletionStage<T> stage, Resumption<T> resumption) {
    stage.whenComplete(
        (value, error) -> {
          if (error == null) {
            resumption.resume(value);
          } else {
            resumption.fail(Events.unwrap(error));
          }
        });
  }

  /** As {@link Duration#toNanos}, but what does not fit is the longest there is. */
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }
}
