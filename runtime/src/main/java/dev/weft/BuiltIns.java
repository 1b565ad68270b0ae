// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How the events of tasks and of time are performed. */
final class BuiltIns {
  private BuiltIns() {}

  static void install(Operations table) {
    table.put(Events.YieldNow.class, (Events.YieldNow event, Fiber<?> fiber) -> fiber.goBehind());
    table.put(Events.Sleep.class, BuiltIns::sleep);
    table.put(Events.Spawn.class, BuiltIns::spawn);
    table.put(Events.Join.class, BuiltIns::join);
    table.put(Events.Cancel.class, BuiltIns::cancel);
    table.<Events.Suspend<@Nullable Object>>put(Events.Suspend.class, BuiltIns::suspend);
    table.<Events.Completion<@Nullable Object>>put(Events.Completion.class, BuiltIns::complete);
  }

  private static @Nullable Object sleep(Events.Sleep event, Fiber<?> fiber) {
    long nanos = nanos(event.duration());
    if (nanos <= 0) {
      return fiber.goBehind();
    }
    return fiber.sleepUntil(fiber.loop.deadline(nanos));
  }

  private static Object spawn(Events.Spawn<?> event, Fiber<?> fiber) {
    return fiber.loop.start(event.coroutine(), event.name(), fiber.number);
  }

  private static @Nullable Object join(Events.Join<?> event, Fiber<?> fiber) {
    return ((Fiber<?>) event.task()).joinedBy(fiber);
  }

  private static @Nullable Object cancel(Events.Cancel event, Fiber<?> fiber) {
    event.task().cancel();
    return null;
  }

  private static Object suspend(Events.Suspend<@Nullable Object> event, Fiber<?> fiber)
      throws Exception {
    return Custom.<@Nullable Object, Events.Suspend<@Nullable Object>>ask(
        event, fiber, (asked, resumption) -> asked.start().accept(resumption));
  }

  private static Object complete(Events.Completion<@Nullable Object> event, Fiber<?> fiber)
      throws Exception {
    return Custom.<@Nullable Object, Events.Completion<@Nullable Object>>ask(
        event, fiber, (asked, resumption) -> whenComplete(asked.stage(), resumption));
  }

  private static void whenComplete(
      CompletionStage<@Nullable Object> stage, Resumption<@Nullable Object> resumption) {
    stage.whenComplete(
        (value, error) -> {
          if (error == null) {
            resumption.resume(value);
          } else {
            ((Reply<?>) resumption).fail(Events.unwrap(error), stage);
          }
        });
  }

  /** As {@link Duration#toNanos}, but what does not fit is the longest there is. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }
}
