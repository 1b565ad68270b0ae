// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Async} method returns: a body that has not run yet, or that runs now, or that has
 * ended.
 *
 * <p>It is <em>cold</em>: calling the method runs nothing. It begins when it is awaited, spawned,
 * run, or sent its first value. And it is for <em>single use</em>: it can be begun once, and a
 * second begin throws an {@link IllegalStateException} that names it.
 *
 * <p>Whoever has no {@link Loop} can converse with it by hand:
 *
 * <pre>{@code
 * Event<?> event = coroutine.send(null);     // runs to the first event
 * while (event != null) {
 *   event = coroutine.send(perform(event));  // the reply; runs to the next event
 * }
 * return coroutine.result();
 * }</pre>
 *
 * <p>A coroutine is confined to one thread at a time.
 *
 * @param <T> the type of its result; {@code Void} for none
 */
@SuppressWarnings("ReferenceEquality") // a coroutine equals itself alone
public abstract sealed class Coroutine<T extends @Nullable Object> permits Machine {
  /**
   * While it runs, who awaits it: a {@link Machine}, a {@link Tail}, or null for nobody. Once it
   * has ended, its value or the throwable it failed with.
   */
  @Nullable Object link;

  /** Who drives it, since it was begun; of no meaning once it has ended. */
  @Nullable Driver driver;

  Coroutine() {}

  /**
   * Returns a coroutine that ends at once with {@code value}. For ordinary methods; in an {@link
   * Async} method write {@code return done(value)}.
   *
   * @param value the result
   * @param <T> its type
   * @return a new coroutine, for single use as any
   */
  public static <T extends @Nullable Object> Coroutine<T> of(T value) {
    return new Completed<>(value);
  }

  /**
   * Begins or resumes this coroutine and runs it to its next event.
   *
   * <p>A failure that leaves the coroutine is thrown from here: the original object, though this
   * method declares no checked exception. The coroutine has then ended.
   *
   * @param value the reply to the event that was returned last; null the first time
   * @return the next event, or null when the coroutine has ended
   * @throws IllegalArgumentException if the first value is not null: no event has asked for it
   * @throws IllegalStateException if the coroutine has ended, is running, or is driven by another:
   *     awaited by a coroutine or a task of a loop
   */
  public final @Nullable Event<?> send(@Nullable Object value) {
    Driver conversation = driver;
    if (conversation == null || !conversation.awaitsReply(this)) {
      return begin(value);
    }
    return conversation.converse(conversation.innermost(), value);
  }

  private @Nullable Event<?> begin(@Nullable Object value) {
    Machine<T> self = (Machine<T>) this;
    if (!self.fresh()) {
      throw refusal();
    }
    if (value != null) {
      throw new IllegalArgumentException(
          "the first value sent to " + this + " must be null: it has not asked for anything yet");
    }
    return Driver.byHand(self).converse(self, null);
  }

  /**
   * Raises {@code error} at the await where this coroutine stands, and runs it to its next event. A
   * coroutine that has not begun ends with the error and runs nothing.
   *
   * @param error what the await throws; checked or not
   * @return the next event, or null when the coroutine has ended
   * @throws IllegalStateException as {@link #send} does
   */
  public final @Nullable Event<?> raise(Throwable error) {
    Machine<T> self = (Machine<T>) this;
    if (self.fresh()) {
      if (self.failUnbegun(error)) {
        return Driver.byHand(self).converse(self, null);
      }
      throw Failure.<RuntimeException>sneak(error);
    }
    Driver conversation = driver;
    if (conversation == null || !conversation.awaitsReply(this)) {
      throw refusal();
    }
    Machine<?> innermost = conversation.innermost();
    Failure failure = new Failure(error);
    conversation.traces.deliver(failure, innermost);
    return conversation.converse(innermost, failure);
  }

  /**
   * Tells whether this coroutine has ended, be it with a result or by a failure.
   *
   * @return true once it has ended
   */
  public final boolean isDone() {
    Machine<T> self = (Machine<T>) this;
    return self.outcomeState() == Machine.ENDED || self.outcomeState() == Machine.FAILED;
  }

  /**
   * Returns what this coroutine ended with, or throws what it failed with: the original object,
   * though this method declares no checked exception.
   *
   * @return the result
   * @throws IllegalStateException if it has not ended
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
  public final T result() {
    Machine<T> self = (Machine<T>) this;
    Object outcome = link instanceof Tail tail ? tail.outcome : link;
    return switch (self.outcomeState()) {
      case Machine.ENDED -> (T) outcome;
      case Machine.FAILED -> throw Failure.<RuntimeException>sneak((Throwable) outcome);
      default -> throw new IllegalStateException(this + " has not ended, so it has no result yet");
    };
  }

  /** Why this coroutine cannot be answered now. */
  private IllegalStateException refusal() {
    if (isDone()) {
      return new IllegalStateException(this + " has ended");
    }
    Driver current = driver;
    if (current == null || current.root != this) {
      return new IllegalStateException(
          this + " is driven by another: it is awaited by a coroutine, or is a task of a loop");
    }
    return new IllegalStateException(this + " is running: it cannot send to itself");
  }
}
