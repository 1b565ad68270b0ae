// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/** The table's entry for an event whose handler answers through a {@link Resumption}. */
final class Custom<R extends @Nullable Object, E extends Event<R>> implements Operation<E> {
  private final Loop.Handler<E, R> handler;

  Custom(Loop.Handler<E, R> handler) {
    this.handler = handler;
  }

  @Override
  public Object begin(E event, Fiber<?> fiber) throws Exception {
    return ask(event, fiber, handler);
  }

  static <R extends @Nullable Object, E extends Event<R>> Object ask(
      E event, Fiber<?> fiber, Loop.Handler<E, R> handler) throws Exception {
    Reply<R> reply = new Reply<>(fiber, event);
    fiber.waitsFor(reply);
    try {
      handler.handle(event, reply);
    } catch (Throwable error) {
      if (reply.withdraw()) {
        throw error;
      }
      // It has answered and then failed. The answer stands, and the failure must not vanish.
      fiber.loop.failures.report(fiber.name(), error);
    }
    return Fiber.PENDING;
  }
}
