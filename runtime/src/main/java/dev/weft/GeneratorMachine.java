// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated classes: the resumable form of an {@link Async} method that returns a
 * {@link Generator}. Not for use by hand.
 *
 * <p>It is the generator itself, so an element costs one call of {@code resume} and no allocation:
 *
 * <pre>{@code
 * // before                  // after
 * emit(i);                     return emit(2, i);
 * i++;                       }
 *                            case 2: {
 *                              emitted();
 *                              i++;
 * }</pre>
 *
 * @param <T> the type of the elements
 */
@SuppressWarnings("IterableAndIterator") // as its interface
public abstract non-sealed class GeneratorMachine<T extends @Nullable Object>
    implements Generator<T> {
  private static final int ENDED = -1;

  /** Where {@code resume} goes on: 0 at the start. */
  public int state;

  private boolean running;
  private boolean iterated;

  /** Whether {@link #current} is an element that nobody has taken yet. */
  private boolean full;

  private @Nullable T current;

  /** Set once it is being closed. */
  private @Nullable Closed closed;

  /** For generated constructors. */
  protected GeneratorMachine() {}

  /**
   * Runs from the present state to the next {@code emit} or to the end.
   *
   * @param reply nothing
   * @return what {@link #emit} returned, or false at the end
   * @throws Throwable what leaves the user's body
   */
  protected abstract @Nullable Object resume(@Nullable Object reply) throws Throwable;

  /**
   * Where in the user's source this machine stands.
   *
   * @return a frame with the class, method, file and line of the present state
   */
  protected abstract StackTraceElement frame();

  /**
   * Makes what {@link #frame()} returns, as {@link Machine#frame(String, String, String, int)}.
   *
   * @param className the binary name of the user's class
   * @param method the user's method
   * @param file the simple name of the source file
   * @param line the line of the present state
   * @return the frame
   */
  protected static StackTraceElement frame(String className, String method, String file, int line) {
    return Machine.frame(className, method, file, line);
  }

  /**
   * Hands out an element.
   *
   * @param resumeState where to go on
   * @param value the element
   * @return what {@code resume} must return
   */
  public final Object emit(int resumeState, T value) {
    if (closed != null) {
      throw new IllegalStateException(this + " emits an element while it is being closed");
    }
    state = resumeState;
    current = value;
    return true;
  }

  /** Behind an emit: throws what closes the generator there. */
  public final void emitted() {
    if (closed != null) {
      throw closed;
    }
  }

  /**
   * Closes a resource after a failure, as {@link Machine#close(AutoCloseable, Throwable)}.
   *
   * @param resource the resource, or null
   * @param primary the failure, to which one of {@code close} is added as suppressed
   */
  public static void close(@Nullable AutoCloseable resource, Throwable primary) {
    Machine.close(resource, primary);
  }

  /**
   * Lets an assignment stand within a condition.
   *
   * @param value the value of the assignment
   * @return true
   */
  public static boolean bound(@Nullable Object value) {
    return true;
  }

  /**
   * Gives a value the type of an expression, as {@link Machine#typed(Object, Object)}.
   *
   * @param model null; the expression is the arm of a conditional that is never taken
   * @param value the value
   * @param <T> the type of the expression
   * @return the value
   */
  public static <T extends @Nullable Object> T typed(@Nullable T model, @Nullable Object value) {
    return Machine.typed(model, value);
  }

  /**
   * What to throw in a state that does not exist.
   *
   * @return the error
   */
  public final IllegalStateException unknownState() {
    return new IllegalStateException(getClass().getName() + " has no state " + state);
  }

  @Override
  public final Iterator<T> iterator() {
    if (iterated) {
      throw new IllegalStateException(
          this + " was iterated before: a generator is for single use, call its method again");
    }
    iterated = true;
    return this;
  }

  @Override
  public final boolean hasNext() {
    return full || advance();
  }

  @Override
  @SuppressWarnings("NullAway") // null only if T allows it
  public final T next() {
    if (!full && !advance()) {
      throw new NoSuchElementException(this + " has ended");
    }
    T element = current;
    full = false;
    current = null;
    return element;
  }

  @Override
  public final void close() {
    refuseToItself("close");
    full = false;
    current = null;
    if (state == 0) {
      state = ENDED; // not begun: there is nothing to clean up
    } else if (state > 0) {
      closed = new Closed(this + " is being closed");
      advance();
    }
  }

  private boolean advance() {
    refuseToItself("ask");
    if (state < 0) {
      return false;
    }
    running = true;
    try {
      full = resume(null) == Boolean.TRUE;
      if (!full) {
        state = ENDED;
      }
      return full;
    } catch (Throwable error) {
      Traces.name(error, getClass(), frame());
      state = ENDED;
      end(error);
      return false;
    } finally {
      running = false;
    }
  }

  /** What the method has thrown goes to the caller, but for what it was closed with. */
  private void end(Throwable error) {
    try {
      if (error != closed) {
        throw error;
      }
      closed.throwSuppressed();
    } catch (Throwable visible) {
      throw Failure.<RuntimeException>sneak(visible);
    }
  }

  private void refuseToItself(String what) {
    if (running) {
      throw new IllegalStateException(this + " is running: a generator cannot " + what + " itself");
    }
  }

  /**
   * Names the user's method, and where it is declared.
   *
   * @return for instance {@code Numbers.countdown(Numbers.java:16)}
   */
  @Override
  public final String toString() {
    int present = state;
    if (present < 0) {
      state = 0; // frame() only knows states of its own
    }
    try {
      return frame().toString();
    } finally {
      state = present;
    }
  }
}
