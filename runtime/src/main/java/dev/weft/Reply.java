// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Job;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A resumption, and the job that brings its answer to the loop's thread.
 *
 * <p>Exactly one call gets it from OPEN to SETTLED; only that one writes {@link #answer}. The loop
 * reads it afterwards: on the same thread, or through the inbox, whose push and take order them.
 */
final class Reply<T extends @Nullable Object> extends Job implements Resumption<T> {
  private static final int OPEN = 0;
  private static final int SETTLED = 1;

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private static final AtomicIntegerFieldUpdater<Reply> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Reply.class, "state");

  private final Fiber<?> fiber;

  /** What is to be answered, for who asks what the task waits for; null once it is answered. */
  @Nullable Event<?> event;

  private @Nullable Object answer;
  private volatile int state = OPEN;

  Reply(Fiber<?> fiber, Event<?> event) {
    this.fiber = fiber;
    this.event = event;
    fiber.loop.outstanding++;
  }

  @Override
  public boolean resume(T value) {
    return answer(value);
  }

  @Override
  public boolean fail(Throwable error) {
    if (error == null) {
      throw new NullPointerException("the failure is null");
    }
    return fail(error, error);
  }

  /** As {@link #fail(Throwable)}, of what {@code source} has failed with. */
  boolean fail(Throwable error, Object source) {
    return answer(new Failure(error, source));
  }

  @Override
  public boolean isSettled() {
    return state == SETTLED;
  }

  /** Settles it without an answer. On the loop's thread only. */
  boolean withdraw() {
    if (!STATE.compareAndSet(this, OPEN, SETTLED)) {
      return false;
    }
    event = null;
    fiber.loop.outstanding--;
    return true;
  }

  /** Brings the answer to the task. */
  @Override
  protected void run() {
    event = null;
    fiber.loop.outstanding--;
    fiber.answered(answer);
  }

  private boolean answer(@Nullable Object given) {
    if (!STATE.compareAndSet(this, OPEN, SETTLED)) {
      return false;
    }
    answer = given;
    if (fiber.loop.inside()) {
      run();
    } else {
      // Refused only by a closed loop, which has cancelled, and so settled, all it waited for.
      fiber.loop.scheduler.post(this);
    }
    return true;
  }
}
