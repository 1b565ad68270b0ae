// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated classes: the resumable form of an {@link Async} method that returns an
 * {@link AsyncGenerator}. Not for use by hand.
 *
 * <p>It is the generator, its iterator, and the coroutine that {@link #hasNext} returns, all in
 * one: a coroutine that ends with true at each {@code emit} and can be begun again from there. So
 * an element costs an await of a coroutine that is there already, and no allocation.
 *
 * <table>
 * <caption>What the fields mean, besides those of a {@link Machine}</caption>
 * <tr><th></th><th>state</th><th>link</th><th>driver</th></tr>
 * <tr><td>at an emit, answered</td><td>HELD - k</td><td>true</td><td>set</td></tr>
 * <tr><td>at an emit, to be begun again</td><td>k</td><td>null</td><td>null</td></tr>
 * </table>
 *
 * @param <T> the type of the elements
 */
public abstract non-sealed class AsyncGeneratorMachine<T extends @Nullable Object>
    extends Machine<Boolean> implements AsyncGenerator<T> {
  private boolean iterated;
  private boolean closing;

  /** Whether {@link #current} is an element that nobody has taken yet. */
  private boolean full;

  private @Nullable T current;

  /** What is to be thrown at the emit where it stands. */
  private @Nullable Throwable raised;

  /** For generated constructors. */
  protected AsyncGeneratorMachine() {}

  /**
   * Hands out an element.
   *
   * @param resumeState where to go on
   * @param value the element
   * @return what {@code resume} must return
   */
  public final Object emit(int resumeState, T value) {
    if (closing) {
      throw new IllegalStateException(this + " emits an element while it is being closed");
    }
    state = HELD - resumeState;
    current = value;
    full = true;
    return true;
  }

  /**
   * Behind an emit: throws what was raised there.
   *
   * @throws Throwable {@link Closed}, or another error that was raised by hand
   */
  public final void emitted() throws Throwable {
    Throwable error = raised;
    if (error != null) {
      raised = null;
      throw error;
    }
  }

  @Override
  public final AsyncIterator<T> asyncIterator() {
    if (iterated) {
      throw new IllegalStateException(
          this + " was iterated before: a generator is for single use, call its method again");
    }
    iterated = true;
    return this;
  }

  @Override
  public final Coroutine<Boolean> hasNext() {
    if (full) {
      return Coroutine.of(true);
    }
    if (hasEnded()) {
      return Coroutine.of(false);
    }
    rearm("ask");
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // null only if T allows it
  public final T next() {
    if (!full) {
      throw new NoSuchElementException(
          this + " has no element: hasNext() must find one, and for each one anew");
    }
    T element = current;
    full = false;
    current = null;
    return element;
  }

  @Override
  public final Coroutine<Void> closeAsync() {
    return new Closing.OfGenerator(this);
  }

  /**
   * Lets the next begin raise {@link Closed}.
   *
   * @return what will be raised; null if there is nothing to run
   */
  @Nullable Closed beginClosing() {
    full = false;
    current = null;
    if (hasEnded()) {
      return null;
    }
    rearm("close");
    if (state == 0) {
      end(false, ENDED);
      return null;
    }
    Closed closed = new Closed(this + " is being closed");
    closing = true;
    raised = closed;
    return closed;
  }

  @Override
  boolean failUnbegun(Throwable error) {
    if (state == 0) {
      return super.failUnbegun(error);
    }
    raised = error;
    return true;
  }

  private boolean hasEnded() {
    return state == ENDED || state == FAILED;
  }

  /** Makes it a coroutine that can be begun, at the emit where it stands. */
  private void rearm(String what) {
    if (state <= HELD) {
      state = HELD - state;
      driver = null;
      link = null;
    } else if (!fresh()) {
      throw new IllegalStateException(
          this
              + " is running: a generator cannot "
              + what
              + " itself, and hands one element to one coroutine at a time");
    }
  }
}
