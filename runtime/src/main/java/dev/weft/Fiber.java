// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Awaiter;
import dev.weft.loop.Home;
import dev.weft.loop.Job;
import dev.weft.loop.Place;
import dev.weft.loop.Waiter;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task: a coroutine, and what the loop knows of it.
 *
 * <pre>{@code
 * NEW ──────┐                ┌──> WAITING (for a reply, a channel, or a task)
 *           ├──> RUNNING ────┼──> READY   (in the ready queue or on a timer)
 * READY ────┘                └──> DONE, FAILED, CANCELLED
 * }</pre>
 *
 * <p>A fiber is itself what stands in the ready queue and on a timer, so neither a yield nor a
 * sleep allocates anything. It is in at most one of them.
 */
@SuppressWarnings("ReferenceEquality") // signals are compared
final class Fiber<T extends @Nullable Object> extends Job implements Task<T>, Waiter, Awaiter {
  /** What an operation returns when the reply will come later. */
  static final Object WAITING = new Object();

  /** A reply without content: being cancelled instead loses nothing. */
  private static final Object GO_ON = new Object();

  /** To be answered by trying {@link #wait} again. */
  private static final Object RETRY = new Object();

  /** How many events may be answered at once, in a row, before the others have their turn. */
  private static final int MAX_AT_ONCE = 64;

  enum Status {
    NEW,
    READY,
    RUNNING,
    WAITING,
    DONE,
    FAILED,
    CANCELLED
  }

  final Loop loop;

  /** The loop's list of tasks that have not ended. */
  @Nullable Fiber<?> next;

  @Nullable Fiber<?> previous;

  private final @Nullable String name;
  private final int number;

  /** What to resume; null once it has ended. */
  private @Nullable Machine<?> innermost;

  /** The reply to resume it with; the outcome once it has ended, a value or a {@link Failure}. */
  private @Nullable Object reply;

  /** What it waits for: a {@link Reply}, a {@link Place}, or the event of a channel. */
  private @Nullable Object wait;

  /** Who waits for its end; after it, the {@link Unasked} failure. */
  private @Nullable Object after;

  /** For the loop's thread; it changes too often to be volatile. */
  private Status status = Status.NEW;

  /** For all threads. Written after the outcome, so who sees the end sees how it ended. */
  private volatile boolean ended;

  private boolean cancelAsked;
  private boolean cancelDue;
  private boolean asked;

  Fiber(Loop loop, @Nullable String name, Machine<?> root) {
    this.loop = loop;
    this.name = name;
    this.number = loop.nextNumber();
    this.innermost = root;
  }

  // ---- running

  @Override
  protected void run() {
    Object given = reply;
    reply = null;
    if (cancelDue && status == Status.NEW) {
      endUnbegun(cancelled());
      return;
    }
    status = Status.RUNNING;
    loop.current = this;
    try {
      for (int left = MAX_AT_ONCE; given != WAITING; left--) {
        if (given == RETRY) {
          given = perform(waitedFor(), true);
          continue;
        }
        if (left <= 0) {
          makeReady(given);
          return;
        }
        Event<?> event = resume(given == GO_ON ? null : given);
        if (event == null) {
          return;
        }
        given = cancelDue ? cancelled() : perform(event, false);
      }
      if (cancelDue) { // by the handler itself
        raiseCancelled();
      }
    } finally {
      loop.current = null;
    }
  }

  private @Nullable Event<?> resume(@Nullable Object given) {
    Driver driver = loop.driver;
    Machine<?> machine = innermost;
    if (machine == null) {
      throw new IllegalStateException(this + " has ended");
    }
    if (given instanceof Failure failure) {
      driver.traces.deliver(failure.error(), machine);
    }
    Event<?> event = driver.step(machine, given);
    if (event == null) {
      Object outcome = driver.outcome;
      driver.outcome = null;
      end(outcome);
    } else {
      innermost = driver.innermost();
    }
    return event;
  }

  private void endUnbegun(Failure failure) {
    if (innermost != null) {
      innermost.end(failure.error(), Machine.FAILED);
    }
    end(failure);
  }

  /** Performs {@code event} for the first time, or tries it again. */
  private @Nullable Object perform(Object event, boolean again) {
    wait = null;
    status = Status.WAITING;
    try {
      Operation<Object> operation = loop.operation(event);
      Object answer = again ? operation.retry(event, this) : operation.begin(event, this);
      if (answer != WAITING) {
        status = Status.RUNNING;
      }
      return answer;
    } catch (Throwable error) {
      Traces.cutHandler(error);
      wait = null;
      status = Status.RUNNING;
      return new Failure(error);
    }
  }

  private Object waitedFor() {
    Object event = wait;
    if (event == null) {
      throw new IllegalStateException(this + " waits for nothing");
    }
    return event;
  }

  private Failure cancelled() {
    cancelDue = false;
    return new Failure(new Cancelled("task " + name() + " was cancelled"));
  }

  // ---- waiting, and going on

  /** In the ready queue, behind the others. */
  Object goBehind() {
    makeReady(GO_ON);
    return WAITING;
  }

  /** On a timer. */
  Object sleepUntil(long deadline) {
    reply = GO_ON;
    status = Status.READY;
    loop.scheduler.at(deadline, this);
    return WAITING;
  }

  /** Until {@link #answered} is called. */
  void waitsFor(Object what) {
    wait = what;
  }

  @Override
  public Home home() {
    return loop.home;
  }

  @Override
  public Object waitIn(Place place) {
    wait = place;
    return WAITING;
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
    wait = event;
    return WAITING;
  }

  @Override
  public void channelReady() {
    makeReady(RETRY);
  }

  /** The answer that it waited for. */
  void answered(@Nullable Object answer) {
    wait = null;
    makeReady(answer);
  }

  void makeReady(@Nullable Object given) {
    reply = given;
    status = Status.READY;
    loop.scheduler.ready(this);
  }

  // ---- the end

  private void end(@Nullable Object outcome) {
    innermost = null;
    reply = outcome;
    Joiner joiners = Joiner.inOrder((Joiner) after);
    after = null;
    loop.ended(this);
    if (!(outcome instanceof Failure failure)) {
      status = Status.DONE;
    } else if (failure.error() instanceof Cancelled) {
      status = Status.CANCELLED;
    } else {
      status = Status.FAILED;
      if (joiners == null && !asked) {
        after = loop.unasked(this, failure.error());
      }
    }
    ended = true;
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
    if (status == Status.CANCELLED) {
      return new Failure(new CancellationException("task " + name() + " was cancelled"));
    }
    return reply;
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
    if (cancelAsked || ended) {
      return;
    }
    cancelAsked = true;
    cancelDue = true;
    if (loop.current != this) {
      raiseCancelled();
    }
  }

  /** Raises it now, unless that would lose a reply; then it remains due. */
  private void raiseCancelled() {
    switch (status) {
      case READY -> {
        if (reply != GO_ON && reply != RETRY) {
          return;
        }
        wait = null;
        reply = cancelled();
        if (loop.scheduler.cancel(this)) {
          loop.scheduler.ready(this);
        }
      }
      case WAITING -> {
        if (wait instanceof Reply<?> asking && !asking.withdraw()) {
          return; // the answer is on its way from another thread
        }
        stopWaiting();
        answered(cancelled());
      }
      default -> {
        // Not begun or running: its next turn or its next event will see to it.
      }
    }
  }

  /** Raises {@code error} at the await where this task waits. */
  void interrupt(Throwable error) {
    stopWaiting();
    answered(new Failure(error));
  }

  private void stopWaiting() {
    if (wait instanceof Place place) {
      place.withdraw();
    } else if (wait instanceof Event<?> event) {
      loop.operation(event).withdraw(event, this);
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
    return ended && status == Status.CANCELLED;
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

  @Override
  public String toString() {
    Machine<?> machine = innermost;
    return "Task["
        + name()
        + ", "
        + status.name().toLowerCase(Locale.ROOT)
        + (machine == null ? "" : " at " + machine)
        + "]";
  }
}
