// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Place;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who is to be told of the end of a task. A list, the newest first. */
abstract sealed class Joiner implements Place {
  final Fiber<?> target;
  @Nullable Joiner next;

  Joiner(Fiber<?> target) {
    this.target = target;
  }

  abstract void tell();

  @Override
  public void withdraw() {
    target.removeJoiner(this);
  }

  /** A task. */
  static final class OfTask extends Joiner {
    final Fiber<?> waiter;

    OfTask(Fiber<?> target, Fiber<?> waiter) {
      super(target);
      this.waiter = waiter;
    }

    @Override
    void tell() {
      waiter.answered(target.outcome());
    }

    @Override
    public String toString() {
      return "the end of " + target.name();
    }
  }

  /** A future. */
  static final class OfFuture<T extends @Nullable Object> extends Joiner {
    private final CompletableFuture<T> future;

    OfFuture(Fiber<T> target, CompletableFuture<T> future) {
      super(target);
      this.future = future;
    }

    @Override
    @SuppressWarnings("unchecked")
    void tell() {
      Object outcome = target.outcome();
      if (outcome instanceof Failure failure) {
        future.completeExceptionally(failure.error());
      } else {
        future.complete((T) outcome);
      }
    }
  }

  /** The list turned round, so that who came first is told first. */
  static @Nullable Joiner inOrder(@Nullable Joiner newest) {
    Joiner oldest = null;
    Joiner rest = newest;
    while (rest != null) {
      Joiner after = rest.next;
      rest.next = oldest;
      oldest = rest;
      rest = after;
    }
    return oldest;
  }

  static @Nullable Joiner without(@Nullable Joiner newest, Joiner gone) {
    if (newest == gone) {
      return gone.next;
    }
    for (Joiner joiner = newest; joiner != null; joiner = joiner.next) {
      if (joiner.next == gone) {
        joiner.next = gone.next;
        break;
      }
    }
    return newest;
  }
}
