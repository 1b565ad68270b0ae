// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine that closes something on behalf of the one that awaits it. No method of the user's
 * stands behind it, so it leaves no frame in a stack trace.
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
abstract sealed class Closing extends Machine<Void> {
  @Override
  protected StackTraceElement frame() {
    return link instanceof Machine<?> awaiter
        ? awaiter.frame()
        : frame("dev.weft.AsyncCloseable", "closeAsync", "AsyncCloseable.java", -1);
  }

  /** Ends an asynchronous generator where it stands. */
  static final class OfGenerator extends Closing {
    private final AsyncGeneratorMachine<?> generator;
    private @Nullable Closed closed;

    OfGenerator(AsyncGeneratorMachine<?> generator) {
      this.generator = generator;
    }

    @Override
    protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
      try {
        if (state != 0) {
          this.<@Nullable Object>value(reply);
          return null;
        }
        closed = generator.beginClosing();
        if (closed == null) {
          return null;
        }
        Object end = await(1, generator);
        return end == SUSPENDED ? SUSPENDED : null;
      } catch (Throwable error) {
        if (closed == null || error != closed) {
          throw error;
        }
        closed.throwSuppressed();
        return null;
      }
    }
  }

  /**
   * Closes a resource after a failure: one of closing is added to it as suppressed. Only {@link
   * Cancelled} takes its place, because a task is told only once that it is cancelled.
   */
  static final class AfterFailure extends Closing {
    private final AsyncCloseable<?> resource;
    private final Throwable primary;

    AfterFailure(AsyncCloseable<?> resource, Throwable primary) {
      this.resource = resource;
      this.primary = primary;
    }

    @Override
    protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
      try {
        if (state != 0) {
          this.<@Nullable Object>value(reply);
          return null;
        }
        Object end = await(1, resource.closeAsync());
        return end == SUSPENDED ? SUSPENDED : null;
      } catch (Throwable secondary) {
        if (secondary instanceof Cancelled && !(primary instanceof Cancelled)) {
          secondary.addSuppressed(primary);
          throw secondary;
        }
        if (driver != null) {
          driver.traces.leave(secondary, this);
        }
        primary.addSuppressed(secondary);
        return null;
      }
    }
  }
}
