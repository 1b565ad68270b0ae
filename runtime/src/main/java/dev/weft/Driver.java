// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Runs machines: one for a conversation by hand, and one for all the tasks of a loop, which run one
 * at a time. Between steps it remembers nothing but, by hand, where the conversation stands.
 *
 * <p>{@link #step} is a trampoline. A machine that ends gives its outcome to the one that awaits
 * it, here and not by a return through Java frames, so unwinding a chain of any depth takes
 * constant stack; and a child that was too deep to be begun on its awaiter's stack is begun from
 * here.
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
final class Driver {
  /** How many machines may stand on one another on the Java stack. */
  private static final int MAX_DEPTH = 100;

  /** The coroutine of the conversation, or null on a loop. */
  final @Nullable Coroutine<?> root;

  final Traces traces = new Traces();

  /** A machine to be begun next: from the bottom of the stack, or in the place of another. */
  @Nullable Machine<?> pending;

  /** How many machines stand on the Java stack upon the one that was resumed. */
  int depth;

  /** A value or a {@link Failure}. */
  private @Nullable Object outcome;

  /**
   * The machine that suspended or was resumed last. Those that it began stand above it on the Java
   * stack, and those that await it are in its link. Dumps and {@link SlowStep}s read it from other
   * threads.
   */
  @Nullable Machine<?> innermost;

  /**
   * What {@link #innermost} awaits; null while a machine runs, and once the outermost has ended.
   */
  private @Nullable Event<?> event;

  Driver(@Nullable Coroutine<?> root) {
    this.root = root;
  }

  static Driver byHand(Machine<?> root) {
    Driver driver = new Driver(root);
    Machine.begin(root, driver, null);
    return driver;
  }

  /** True if a conversation with {@code coroutine} is open and it is its turn to be answered. */
  boolean awaitsReply(Coroutine<?> coroutine) {
    return event != null && root == coroutine;
  }

  boolean full() {
    return depth >= MAX_DEPTH;
  }

  /** Returns what the await returns: {@code SUSPENDED}, or the reply if the thread has waited. */
  @Nullable Object suspend(Machine<?> machine, Event<?> awaited) {
    Machine<?> bottom = innermost;
    if (bottom != machine) { // as a rule it is the same; a comparison costs less than a store
      innermost = machine;
    }
    event = awaited;
    return TaskThread.ON ? stay(bottom) : Machine.SUSPENDED;
  }

  /** If the task has a thread, its methods stay on it; then all is as it was when they go on. */
  private @Nullable Object stay(@Nullable Machine<?> bottom) {
    TaskThread thread = TaskThread.of(this);
    if (thread == null) {
      return Machine.SUSPENDED;
    }
    int onStack = depth;
    traces.forget();
    Object reply = thread.await(event);
    innermost = bottom;
    event = null;
    depth = onStack;
    return reply;
  }

  /** The machine that awaits the event which the last step returned. */
  Machine<?> innermost() {
    Machine<?> machine = innermost;
    if (machine == null) {
      throw new IllegalStateException("nothing is suspended");
    }
    return machine;
  }

  Machine<?> takePending() {
    Machine<?> machine = pending;
    if (machine == null) {
      throw new IllegalStateException("a machine suspended without an event");
    }
    pending = null;
    return machine;
  }

  /** A step by hand: a failure is thrown to the caller, whose frames end its trace. */
  @Nullable Event<?> converse(Machine<?> machine, @Nullable Object reply) {
    Event<?> next = step(machine, reply);
    if (next == null) {
      if (takeOutcome() instanceof Failure failure) {
        traces.arrive(failure.error());
        throw Failure.<RuntimeException>sneak(failure.error());
      }
    }
    return next;
  }

  /** As it is just now, for other threads: null, or a machine that runs or awaits. */
  @Nullable Machine<?> glimpse() {
    return innermost;
  }

  /** Between steps on a loop: keeps nothing from the collector while the loop sleeps. */
  void rest() {
    innermost = null;
    event = null;
  }

  /** What the last step ended with. */
  @Nullable Object takeOutcome() {
    Object ended = outcome;
    outcome = null;
    return ended;
  }

  /**
   * Resumes {@code machine} and, as they end, those that await it.
   *
   * @return the next event, or null at the end of the outermost, whose outcome is in {@link
   *     #outcome}
   */
  @Nullable Event<?> step(Machine<?> machine, @Nullable Object reply) {
    Machine<?> current = machine;
    Object given = reply;
    if (innermost != machine) {
      innermost = machine;
    }
    event = null;
    depth = 0;
    try {
      for (; ; ) {
        Machine<?> awaiter;
        try {
          Object result = current.resume(given);
          if (result == Machine.SUSPENDED || result == Machine.TAIL) {
            Event<?> next = event;
            if (next != null) {
              return next;
            }
            current = takePending();
            innermost = current;
            depth = 0;
            given = null;
            continue;
          }
          awaiter = current.end(result, Machine.ENDED);
          given = result;
        } catch (Throwable error) {
          traces.leave(error, current);
          awaiter = current.end(error, Machine.FAILED);
          given =
              given instanceof Failure same && same.error() == error ? same : new Failure(error);
        }
        if (awaiter == null) {
          outcome = given;
          return null;
        }
        current = awaiter;
        innermost = awaiter;
      }
    } finally {
      traces.forget();
    }
  }
}
