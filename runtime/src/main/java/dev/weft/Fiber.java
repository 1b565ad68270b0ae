// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Awaiter;
import dev.weft.loop.Home;
import dev.weft.loop.Job;
import dev.weft.loop.Place;
import dev.weft.loop.Scheduler;
import dev.weft.loop.Waiter;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task: a coroutine, and what the loop knows of it.
 *
 * <pre>{@code
 * NEW ──────┐                ┌──> WAITING (for a reply, a channel, or a task)
 *           ├──> RUNNING ────┼──> READY, RETRYING, RESTING (in the ready queue or on a timer)
 * READY ... ┘                └──> DONE, FAILED, CANCELLED
 * }</pre>
 *
 * <p>A fiber is itself what stands in the ready queue and on a timer, so neither a yield nor a
 * sleep allocates anything. It is in at most one of them. There are many fibers, so what cannot be
 * needed at the same time shares a field.
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
final class Fiber<T extends @Nullable Object> extends Job implements Task<T>, Waiter, Awaiter {
  /** What an operation returns when the reply will come later. */
  static final Object PENDING = new Object();

  /** How many events may be answered at once, in a row, before the others have their turn. */
  private static final int MAX_AT_ONCE = 64;

  // The status: a byte, as it changes with every step and a reference would cost a write barrier.
  static final byte NEW = 0;
  static final byte RUNNING = 1;

  /** Will be told of what is {@link #held}: a {@link Reply}, a {@link Place}, or an event. */
  static final byte WAITING = 2;

  /** Will be resumed with the reply that is held. */
  private static final byte READY = 3;

  /** Will be resumed without a reply: to be cancelled instead loses nothing. */
  static final byte RESTING = 4;

  /** Will try the event that is held again. */
  private static final byte RETRYING = 5;

  private static final byte DONE = 6;
  private static final byte FAILED = 7;
  private static final byte CANCELLED = 8;

  private static final byte NOT_ASKED = 0;
  private static final byte DUE = 1;
  private static final byte RAISED = 2;

  private static final List<String> STATUS =
      List.of(
          "new", "running", "waiting", "ready", "ready", "ready", "done", "failed", "cancelled");

  final Loop loop;

  /** Its place among the {@link Tasks} of the loop. */
  int place;

  private final @Nullable String name;
  final int number;

  /** The number of the task that spawned it, which it must not keep alive; 0 if none did. */
  final int parent;

  /** When it began to wait or sleep, as {@link Scheduler#millis}. */
  int since;

  /** What to resume; null once it has ended. */
  @Nullable Machine<?> innermost;

  /** As the status says; once it has ended, the outcome: a value or a {@link Failure}. */
  @Nullable Object held;

  /** Who waits for its end; after it, the {@link Unasked} failure. */
  @Nullable Object after;

  /** For the loop's thread; it changes too often to be volatile. */
  byte status = NEW;

  /** For all threads. Written after the outcome, so who sees the end sees how it ended. */
  private volatile boolean ended;

  /** Whether it is to be cancelled: a byte more would make each fiber eight larger. */
  private byte cancel = NOT_ASKED;

  private boolean asked;

  Fiber(Loop loop, @Nullable String name, int number, int parent, Machine<?> root) {
    this.loop = loop;
    this.name = name;
    this.number = number;
    this.parent = parent;
    this.innermost = root;
  }

  // ---- running

  @Override
  protected void run() {
    Object given = held;
    if (given != null) {
      held = null;
    }
    byte was = status;
    if (was == NEW && cancel == DUE && endUnbegun(cancelled())) {
      return;
    }
    status = RUNNING;
    loop.current = this; // until another job runs
    Object first = was == RETRYING ? perform(expect(given), true) : given;
    if (loop.recorder != null && first != PENDING) {
      loop.recorder.resumed(this);
    }
    go(first);
  }

  /** Resumes it, and performs the events that it awaits, as long as the replies come at once. */
  private void go(@Nullable Object first) {
    Object given = first;
    Event<?> event = null;
    for (int left = MAX_AT_ONCE; given != PENDING; left--) {
      if (left <= 0) {
        makeReady(given);
        return;
      }
      event = resume(given);
      if (event == null) {
        return;
      }
      given = cancel == DUE ? cancelled() : perform(event, false);
    }
    if (event != null && loop.recorder != null) {
      loop.recorder.suspended(this, event);
    }
    if (cancel == DUE) { // by the handler itself
      raiseCancelled();
    }
  }

  private @Nullable Event<?> resume(@Nullable Object given) {
    Driver driver = loop.driver;
    Machine<?> machine = innermost;
    if (machine == null) {
      throw new IllegalStateException(this + " has ended");
    }
    if (given instanceof Failure failure) {
      driver.traces.deliver(failure, machine);
    }
    Event<?> event =
        TaskThread.ON ? TaskThread.step(this, machine, given) : driver.step(machine, given);
    if (event == null) {
      end(driver.takeOutcome());
    } else if (driver.innermost() != machine) {
      innermost = driver.innermost();
    }
    return event;
  }

  /** Returns false if it must run all the same. */
  private boolean endUnbegun(Failure failure) {
    if (innermost != null && innermost.failUnbegun(failure.error())) {
      return false;
    }
    end(failure);
    return true;
  }

  /** Performs {@code event} for the first time, or tries it again. */
  private @Nullable Object perform(Object event, boolean again) {
    try {
      Operations table = loop.operations;
      Object answer = again ? table.of(event).retry(event, this) : table.begin(event, this);
      if (answer != PENDING) {
        status = RUNNING;
      }
      return answer;
    } catch (Throwable error) {
      Traces.cutHandler(error);
      held = null;
      status = RUNNING;
      return new Failure(error);
    }
  }

  private Object expect(@Nullable Object event) {
    if (event == null) {
      throw new IllegalStateException(this + " waits for nothing");
    }
    return event;
  }

  private Failure cancelled() {
    cancel = RAISED;
    return new Failure(new Cancelled("task " + name() + " was cancelled"));
  }

  // ---- waiting, and going on

  /** In the ready queue, behind the others if there are any. */
  @Nullable Object goBehind() {
    if (loop.scheduler.stepAlone()) {
      return null;
    }
    status = RESTING;
    loop.scheduler.ready(this);
    return PENDING;
  }

  /** On a timer. */
  Object sleepUntil(long deadline) {
    status = RESTING;
    since = loop.scheduler.millis();
    loop.scheduler.at(deadline, this);
    return PENDING;
  }

  /** Until {@link #answered} is called. */
  void waitsFor(Object what) {
    held = what;
    status = WAITING;
    since = loop.scheduler.millis();
  }

  @Override
  public Home home() {
    return loop.home;
  }

  @Override
  public Object waitIn(Place place) {
    waitsFor(place);
    return PENDING;
  }

  @Override
  public void answer(@Nullable Object given) {
    answered(given);
  }

  @Override
  public void fail(Throwable error) {
    answered(new Failure(error));
  }

  /** Until the channel is ready, and the event can be tried again. */
  Object retryWhenReady(Event<?> event, SelectableChannel channel, int operation)
      throws IOException {
    loop.shell.watch(channel, operation, this);
    waitsFor(event);
    return PENDING;
  }

  @Override
  public void channelReady() {
    status = RETRYING;
    loop.scheduler.ready(this);
  }

  /** The answer that it waited for. */
  void answered(@Nullable Object answer) {
    makeReady(answer);
  }

  private void makeReady(@Nullable Object given) {
    held = given;
    status = READY;
    loop.scheduler.ready(this);
  }

  // ---- the end

  private void end(@Nullable Object outcome) {
    innermost = null;
    held = outcome;
    Joiner joiners = Joiner.inOrder((Joiner) after);
    after = null;
    loop.ended(this);
    if (!(outcome instanceof Failure failure)) {
      status = DONE;
    } else if (failure.error() instanceof Cancelled) {
      status = CANCELLED;
    } else {
      status = FAILED;
      if (joiners == null && !asked) {
        after = loop.failures.add(this, failure.error());
      }
    }
    ended = true;
    if (loop.recorder != null) {
      loop.recorder.ended(
          this, STATUS.get(status), outcome instanceof Failure failure ? failure.error() : null);
    }
    for (Joiner joiner = joiners; joiner != null; joiner = joiner.next) {
      joiner.tell();
    }
  }

  /** The reply to {@code waiter}, which joins this task. */
  @Nullable Object joinedBy(Fiber<?> waiter) {
    if (this == waiter) {
      throw new IllegalStateException("task " + name() + " cannot join itself");
    }
    if (loop != waiter.loop) {
      throw new IllegalStateException(
          "task " + name() + " runs on another loop; await its toCompletableFuture()");
    }
    if (ended) {
      markAsked();
      return outcome();
    }
    Deadlock.refuse(waiter, this);
    Joiner joiner = new Joiner.OfTask(this, waiter);
    tellAtEnd(joiner);
    return waiter.waitIn(joiner);
  }

  private void tellAtEnd(Joiner joiner) {
    if (ended) {
      joiner.tell();
      return;
    }
    joiner.next = (Joiner) after;
    after = joiner;
  }

  void removeJoiner(Joiner joiner) {
    after = Joiner.without((Joiner) after, joiner);
  }

  /** The value or {@link Failure} for who joins. On any thread that has seen the end. */
  @Nullable Object outcome() {
    if (status == CANCELLED) {
      return new Failure(new CancellationException("task " + name() + " was cancelled"));
    }
    return held instanceof Failure failure ? new Failure(failure.error(), this) : held;
  }

  /** The outcome is in good hands, now or when there is one. */
  void markAsked() {
    asked = true;
    if (after instanceof Unasked unasked) {
      unasked.discard();
      after = null;
    }
  }

  /** For tests: the failure that nobody has asked for. */
  @Nullable Unasked unasked() {
    return after instanceof Unasked unasked ? unasked : null;
  }

  // ---- cancelling

  /** On the loop's thread. */
  void cancelHere() {
    if (cancel != NOT_ASKED || ended) {
      return;
    }
    cancel = DUE;
    if (loop.current != this) {
      raiseCancelled();
    }
  }

  /** Raises it now, unless that would lose a reply; then it remains due. */
  private void raiseCancelled() {
    switch (status) {
      case RESTING, RETRYING -> {
        held = cancelled();
        status = READY;
        if (loop.scheduler.cancel(this)) {
          loop.scheduler.ready(this);
        }
      }
      case WAITING -> {
        if (held instanceof Reply<?> asking && !asking.withdraw()) {
          return; // the answer is on its way from another thread
        }
        stopWaiting();
        answered(cancelled());
      }
      default -> {
        // READY: that reply first. NEW, RUNNING: its next turn or its next event will see to it.
      }
    }
  }

  /** Raises {@code error} at the await where this task waits. */
  void interrupt(Throwable error) {
    stopWaiting();
    answered(new Failure(error));
  }

  private void stopWaiting() {
    if (held instanceof Place place) {
      place.withdraw();
    } else if (held instanceof Event<?> event) {
      loop.operations.of(event).withdraw(event, this);
    }
  }

  // ---- for users

  @Override
  public String name() {
    return name == null ? "task-" + number : name;
  }

  @Override
  public boolean isDone() {
    return ended;
  }

  @Override
  public boolean isCancelled() {
    return ended && status == CANCELLED;
  }

  @Override
  public void cancel() {
    if (!ended) {
      boolean unused = loop.onThread(this::cancelHere); // refused: the loop is closed, all ended
    }
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    CompletableFuture<T> future = new CompletableFuture<>();
    Joiner joiner = new Joiner.OfFuture<>(this, future);
    boolean open =
        loop.onThread(
            () -> {
              markAsked();
              if (!future.isDone()) {
                tellAtEnd(joiner);
              }
            });
    if (ended || !open) { // at once, though the loop may not be running
      joiner.tell();
    }
    return future;
  }

  /** The coroutine that is resumed next; null once the task has ended. */
  @Nullable Machine<?> innermost() {
    return innermost;
  }

  @Override
  public String toString() {
    Machine<?> machine = innermost;
    return "Task["
        + name()
        + ", "
        + STATUS.get(status)
        + (machine == null ? "" : " at " + machine)
        + "]";
  }
}
