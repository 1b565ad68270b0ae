// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/** The coroutine that has nothing to do: {@link Coroutine#of}. */
final class Completed<T extends @Nullable Object> extends Machine<T> {
  private final T value;

  Completed(T value) {
    this.value = value;
  }

  @SuppressWarnings("NullAway") // nothing else is a Void
  static Coroutine<Void> empty() {
    return new Completed<>(null);
  }

  @Override
  protected @Nullable Object resume(@Nullable Object reply) {
    return value;
  }

  @Override
  protected StackTraceElement frame() {
    return frame("dev.weft.Coroutine", "of", "Coroutine.java", -1);
  }
}
