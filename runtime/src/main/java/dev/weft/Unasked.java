// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.lang.ref.Cleaner;

/**
 * A failure that nobody has asked for yet. It is reported when the task's object is found to be
 * unreachable, for then nobody can ask any more, or when the loop closes.
 *
 * <p>It must not refer to the task, which it would keep reachable.
 */
final class Unasked {
  /** Made at the first failure of this kind: its thread is not worth having before. */
  private static final class Cleaners {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private final Loop loop;
  private final String task;
  private final Throwable error;
  private final Cleaner.Cleanable cleanable;

  private Unasked(Loop loop, Fiber<?> fiber, Throwable error) {
    this.loop = loop;
    this.task = fiber.name();
    this.error = error;
    // On the cleaner's thread; the loop closing meanwhile reports it too, and only one of them.
    this.cleanable =
        Cleaners.CLEANER.register(
            fiber, () -> this.loop.scheduler.post(this.loop.job(this::report)));
  }

  static Unasked register(Loop loop, Fiber<?> fiber, Throwable error) {
    return new Unasked(loop, fiber, error);
  }

  /** On the loop's thread. */
  void report() {
    if (loop.forget(this)) {
      loop.report(task, error);
    }
  }

  /** Somebody has asked. On the loop's thread. */
  void discard() {
    loop.forget(this);
    cleanable.clean();
  }

  /** For tests: as if the task had become unreachable. */
  void unreachable() {
    cleanable.clean();
  }
}
