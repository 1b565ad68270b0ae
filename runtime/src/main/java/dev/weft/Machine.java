// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated classes: the resumable form of an {@link Async} method. Not for use by
 * hand.
 *
 * <p>The generated {@code resume} is a loop around a switch on {@link #state}. Each {@code await}
 * in the user's method ends one state and begins the next:
 *
 * <pre>{@code
 * // before                               // after
 * int n = await(read(peer, buffer));      case 1: {
 * use(n);                                   reply = await(2, Weft.read(peer, buffer));
 *                                           if (reply == SUSPENDED) { return SUSPENDED; }
 *                                         }
 *                                         case 2: {
 *                                           n = this.<Integer>value(reply);
 *                                           use(n);
 *                                         }
 * }</pre>
 *
 * <p>{@code await} of a coroutine runs it at once on the caller's stack and returns its value if it
 * ends there; then nothing is suspended and nothing allocated. Otherwise {@code resume} returns
 * {@code SUSPENDED} all the way out to the {@link Driver}, which later resumes the innermost
 * machine directly, and each awaiting machine as the one inside it ends. Deep recursion does not
 * overflow the Java stack: past a fixed depth, {@code await} leaves the child to the driver too.
 *
 * <table>
 * <caption>What a machine's fields mean</caption>
 * <tr><th></th><th>state</th><th>link</th><th>driver</th></tr>
 * <tr><td>not begun</td><td>0</td><td>null</td><td>null</td></tr>
 * <tr><td>running or suspended</td><td>0 or more</td><td>the awaiting machine</td><td>set</td></tr>
 * <tr><td>gone into a tail await</td><td>MOVED</td><td>the {@link Tail}</td><td></td></tr>
 * <tr><td>ended</td><td>ENDED</td><td>the value</td><td></td></tr>
 * <tr><td>failed</td><td>FAILED</td><td>the throwable</td><td></td></tr>
 * </table>
 *
 * @param <T> the type of the result
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
public abstract non-sealed class Machine<T extends @Nullable Object> extends Coroutine<T> {
  /**
   * Which contract this is between machines and the runtime. The processor demands its own: it goes
   * up whenever new machines would not run on an older runtime, or older ones on a new one.
   */
  public static final int CONTRACT = 1;

  /** What {@code resume} returns when the machine has suspended. */
  public static final Object SUSPENDED = new Object();

  /** What {@code resume} returns when another coroutine ends in this one's place. */
  static final Object TAIL = new Object();

  static final int ENDED = -1;
  static final int FAILED = -2;
  static final int MOVED = -3;

  /** From here on down, an {@link AsyncGeneratorMachine} that has handed out an element. */
  static final int HELD = -4;

  /** Where {@code resume} goes on: 0 at the start. */
  public int state;

  /** For generated constructors. */
  protected Machine() {}

  /**
   * Runs from the present state to the next suspension or to the end.
   *
   * @param reply what the await of the present state is answered with, for {@link #value}
   * @return {@code SUSPENDED}, what {@link #tail} returned, or the result
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
   * Makes what {@link #frame()} returns.
   *
   * @param className the binary name of the user's class
   * @param method the user's method
   * @param file the simple name of the source file
   * @param line the line of the present state
   * @return the frame
   */
  protected static StackTraceElement frame(String className, String method, String file, int line) {
    return new StackTraceElement(className, method, file, line);
  }

  /**
   * Awaits a coroutine.
   *
   * @param resumeState where to go on
   * @param coroutine the coroutine, not begun yet
   * @return its value if it ended at once, else {@code SUSPENDED}
   * @throws Throwable what it failed with, if it failed at once
   */
  public final @Nullable Object await(int resumeState, Coroutine<?> coroutine) throws Throwable {
    state = resumeState;
    Driver current = driver();
    Machine<?> child = begin(coroutine, current, this);
    if (current.full()) {
      current.pending = child;
      return SUSPENDED;
    }
    int depth = current.depth;
    current.depth = depth + 1;
    try {
      for (; ; ) {
        Object result = child.resume(null);
        if (result == SUSPENDED) {
          return SUSPENDED; // all the way out, where the driver sets its depth anew
        }
        if (result != TAIL) {
          current.depth = depth;
          child.end(result, ENDED);
          return result;
        }
        child = current.takePending();
      }
    } catch (Throwable error) {
      current.depth = depth;
      current.traces.leave(error, child);
      child.end(error, FAILED);
      throw error;
    }
  }

  /**
   * Awaits an event: hands it to the driver.
   *
   * @param resumeState where to go on
   * @param event the event
   * @return {@code SUSPENDED}; the reply if a debugger keeps the stack
   */
  public final @Nullable Object await(int resumeState, Event<?> event) {
    state = resumeState;
    if (event == null) {
      throw new NullPointerException("the awaited event is null");
    }
    return driver().suspend(this, event);
  }

  /**
   * Awaits the end of a task, as {@link Weft#join} does.
   *
   * @param resumeState where to go on
   * @param task the task
   * @return {@code SUSPENDED}; the reply if a debugger keeps the stack
   */
  public final @Nullable Object await(int resumeState, Task<?> task) {
    state = resumeState;
    if (task == null) {
      throw new NullPointerException("the awaited task is null");
    }
    return await(resumeState, new Events.Join<>(task));
  }

  /**
   * Awaits a stage.
   *
   * @param resumeState where to go on
   * @param stage the stage
   * @return the value of a {@link CompletableFuture} that is complete, else {@code SUSPENDED}
   * @throws Throwable what such a future failed with, unwrapped
   */
  public final @Nullable Object await(int resumeState, CompletionStage<?> stage) throws Throwable {
    state = resumeState;
    if (stage == null) {
      throw new NullPointerException("the awaited stage is null");
    }
    if (stage instanceof CompletableFuture<?> future && isDone(future)) {
      try {
        return future.join();
      } catch (CompletionException | CancellationException wrapped) {
        Throwable error = Events.unwrap(wrapped);
        driver().traces.deliver(new Failure(error, stage), this);
        throw error;
      }
    }
    return await(resumeState, new Events.Completion<>(stage));
  }

  /**
   * Lets another coroutine end in this one's place: its outcome becomes this one's.
   *
   * @param coroutine the coroutine, not begun yet
   * @return what {@code resume} must return
   */
  public final Object tail(Coroutine<?> coroutine) {
    Driver current = driver();
    Tail tail = link instanceof Tail shared ? shared : new Tail((Machine<?>) link);
    current.pending = begin(coroutine, current, tail);
    state = MOVED;
    link = tail;
    if (current.root != this) {
      driver = null;
    }
    return TAIL;
  }

  /**
   * Opens a reply.
   *
   * @param reply what {@code resume} was given, or {@code await} returned
   * @param <V> the type of the awaited value
   * @return the value
   * @throws Throwable what the await failed with
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // as V allows
  public final <V extends @Nullable Object> V value(@Nullable Object reply) throws Throwable {
    if (reply instanceof Failure failure) {
      throw failure.error();
    }
    return (V) reply;
  }

  /**
   * Closes a resource after a failure, as try-with-resources does.
   *
   * @param resource the resource, or null
   * @param primary the failure, to which one of {@code close} is added as suppressed
   */
  public static void close(@Nullable AutoCloseable resource, Throwable primary) {
    if (resource != null) {
      try {
        resource.close();
      } catch (Throwable secondary) {
        primary.addSuppressed(secondary);
      }
    }
  }

  /**
   * Closes a resource after a failure, as try-with-resources does, but by awaiting.
   *
   * @param resource the resource, or null
   * @param primary the failure, to which one of {@code closeAsync} is added as suppressed
   * @return the coroutine to be awaited, which fails only with {@link Cancelled}
   */
  public static Coroutine<Void> closing(@Nullable AsyncCloseable<?> resource, Throwable primary) {
    return resource == null ? Completed.empty() : new Closing.AfterFailure(resource, primary);
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
   * Gives a value the type of an expression, where that type has no name.
   *
   * @param model null; the expression is the arm of a conditional that is never taken
   * @param value the value
   * @param <T> the type of the expression
   * @return the value
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // as T allows
  public static <T extends @Nullable Object> T typed(@Nullable T model, @Nullable Object value) {
    return (T) value;
  }

  /**
   * What to throw in a state that does not exist.
   *
   * @return the error
   */
  public final IllegalStateException unknownState() {
    return new IllegalStateException(getClass().getName() + " has no state " + state);
  }

  /**
   * Names the user's method, and where it is declared.
   *
   * @return for instance {@code Echo.echo(Echo.java:16)}
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

  final boolean fresh() {
    return state >= 0 && driver == null;
  }

  /**
   * Fails before it is begun.
   *
   * @return true if it must run all the same
   */
  boolean failUnbegun(Throwable error) {
    end(error, FAILED);
    return false;
  }

  final int outcomeState() {
    if (state <= HELD) {
      return ENDED;
    }
    return link instanceof Tail tail && state == MOVED ? tail.state : state;
  }

  /** Begins {@code coroutine} on behalf of {@code awaiter}: a machine, a tail, or null. */
  static Machine<?> begin(Coroutine<?> coroutine, Driver driver, @Nullable Object awaiter) {
    if (coroutine == null) {
      throw new NullPointerException("the awaited coroutine is null");
    }
    Machine<?> machine = (Machine<?>) coroutine;
    if (!machine.fresh()) {
      throw new IllegalStateException(
          machine + " was begun before: a coroutine is for single use, call its method again");
    }
    machine.driver = driver;
    machine.link = awaiter;
    return machine;
  }

  /**
   * Ends this machine.
   *
   * @return the machine that awaits it
   */
  final @Nullable Machine<?> end(@Nullable Object outcome, int how) {
    Object awaiter = link;
    if (state > HELD) { // else an emit has said where it goes on
      state = how;
    }
    link = outcome;
    if (awaiter instanceof Tail tail) {
      tail.state = how;
      tail.outcome = outcome;
      awaiter = tail.awaiter;
      tail.awaiter = null;
    }
    return (Machine<?>) awaiter;
  }

  private static boolean isDone(CompletableFuture<?> future) {
    try {
      return future.isDone();
    } catch (UnsupportedOperationException minimal) {
      return false; // a minimalCompletionStage() is a future that refuses to be one
    }
  }

  private Driver driver() {
    Driver current = driver;
    if (current == null) {
      throw new IllegalStateException(this + " is not running");
    }
    return current;
  }
}
