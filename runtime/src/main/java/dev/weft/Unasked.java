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
  private volatile boolean discarded;

  private Unasked(Loop loop, Fiber<?> fiber, Throwable error) {
    this.loop = loop;
    this.task = fiber.name();
    this.error = error;
    this.cleanable = Cleaners.CLEANER.register(fiber, this::lost);
  }

  static Unasked register(Loop loop, Fiber<?> fiber, Throwable error) {
    return new Unasked(loop, fiber, error);
  }

  /** On the cleaner's thread. A loop that is closed meanwhile has reported it by itself. */
  private void lost() {
    if (!discarded) {
      boolean unused = loop.scheduler.post(loop.job(this::report));
    }
  }

  /** On the loop's thread. */
  void report() {
    if (loop.failures.forget(this)) {
      discard();
      loop.failures.report(task, error);
    }
  }

  /** Somebody has asked. On the loop's thread. */
  void discard() {
    discarded = true;
    loop.failures.forget(this);
    cleanable.clean();
  }

  /** For tests: as if the task had become unreachable. */
  void unreachable() {
    cleanable.clean();
  }
}
