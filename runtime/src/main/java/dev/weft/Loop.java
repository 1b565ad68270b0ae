// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.dump.LoopDump;
import dev.weft.loop.Home;
import dev.weft.loop.Job;
import dev.weft.loop.NioShell;
import dev.weft.loop.Scheduler;
import dev.weft.loop.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks, one at a time, on the thread that calls {@link #run}.
 *
 * <pre>{@code
 * try (Loop loop = new Loop()) {
 *   loop.on(Ask.class, (ask, resumption) -> resumption.resume(console.readLine()));
 *   loop.run(conversation());
 * }
 * }</pre>
 *
 * <p>A turn of the loop ({@code Scheduler.tick}) is: due timers, channels that have become ready,
 * and then one step of each task that is ready, and, while there have been few, of those that
 * become ready by it. A step runs a task to an event that cannot be answered at once. An event is
 * looked up by its class in a table of handlers; the built-in ones are ordinary entries of it, and
 * {@link #on} adds others.
 *
 * <p>The loop is confined to one thread at a time, but for {@link #submit}, {@link Task}'s methods
 * and {@link Resumption}'s, which any thread may call. They wake the loop if it sleeps, and cost no
 * system call if it does not.
 */
public final class Loop implements AutoCloseable {
  /**
   * Performs one kind of event.
   *
   * @param <E> the kind of event
   * @param <R> the type of its reply
   */
  @FunctionalInterface
  public interface Handler<E extends Event<R>, R extends @Nullable Object> {
    /**
     * Performs {@code event}, or sets about it, and sees to it that {@code resumption} is answered
     * once: in this call or later, from any thread. Called on the loop's thread, which it must not
     * block.
     *
     * @param event what a task awaits
     * @param resumption the way to answer
     * @throws Exception what the await is to throw
     */
    void handle(E event, Resumption<R> resumption) throws Exception;
  }

  /** Is told of failures that nobody else can be told of. */
  @FunctionalInterface
  public interface FailureHandler {
    /**
     * A task has failed and nobody has asked for its outcome. Called on the loop's thread.
     *
     * @param task the name of the task
     * @param error what it failed with
     */
    void failed(String task, Throwable error);
  }

  /** More than 146 years from now is never, and keeps differences of deadlines from overflowing. */
  private static final long LONGEST = Long.MAX_VALUE / 2;

  /** An atomic increment costs as much as all else that it takes to make a task. */
  private static final int NUMBERS_AT_ONCE = 64;

  final Driver driver = new Driver(null);
  final Home home = new Home(this);
  final Shell shell;
  final Scheduler scheduler;

  /** The task whose step it is; after it, until another job runs, whose it was. */
  @Nullable Fiber<?> current;

  /** Resumptions that are not answered: as long as there are any, a wake-up may come. */
  int outstanding;

  final Operations operations = new Operations();
  final Failures failures = new Failures(this);
  final SlowSteps slowSteps;

  /** Null as long as no recording wants to know of tasks and awaits. */
  @Nullable Recorder recorder;

  /** The task whose end {@link #run} waits for. */
  private @Nullable Fiber<?> awaited;

  final Tasks tasks = new Tasks();
  private final AtomicInteger numbers = new AtomicInteger();
  private int number;
  private int supply;
  private boolean interrupted;
  private volatile boolean closing;

  /**
   * Makes a loop with the system's clock and a selector. It holds system resources until it is
   * closed.
   *
   * @throws UncheckedIOException if the selector cannot be opened
   */
  public Loop() {
    this(SelectorProvider.provider());
  }

  /**
   * Makes a loop with the system's clock and a selector of another provider than the system's
   * default. The channels that its tasks use must be of that provider too.
   *
   * @param provider makes the selector
   * @throws UncheckedIOException if the selector cannot be opened
   */
  public Loop(SelectorProvider provider) {
    this(NioShell.open(provider));
    slowSteps.setThreshold(SlowSteps.byDefault());
  }

  /** A loop in another shell: another clock, another network. It is not watched by itself. */
  Loop(Shell shell) {
    this.shell = shell;
    this.scheduler = new Scheduler(shell, shell.now());
    this.slowSteps = new SlowSteps(this);
    BuiltIns.install(operations);
    Channels.install(operations);
  }

  /**
   * Teaches this loop to perform events of class {@code type}, and exactly of this class. A handler
   * set before, or a built-in one, is replaced. On the loop's thread, or before {@link #run}.
   *
   * @param type the class of the event
   * @param handler performs it
   * @param <R> the type of the reply
   * @param <E> the kind of event
   * @return this loop
   */
  public <R extends @Nullable Object, E extends Event<R>> Loop on(
      Class<E> type, Handler<E, R> handler) {
    operations.put(type, new Custom<>(handler));
    return this;
  }

  /**
   * Sets who is told of the failures of tasks that nobody joins. By default they are logged, with
   * the task's name and the stack, to the {@link System.Logger} {@code dev.weft.Loop}. On the
   * loop's thread, or before {@link #run}.
   *
   * @param handler is told; what it throws is logged
   * @return this loop
   */
  public Loop onFailure(FailureHandler handler) {
    failures.setHandler(handler);
    return this;
  }

  /**
   * Sets for how long a step may hold this loop before it is reported. By default that is what the
   * system property {@code dev.weft.slowStepMillis} says, else 100 ms. On the loop's thread, or
   * before {@link #run}; from a step it holds for the steps after it, too.
   *
   * <p>The loop is looked at from a daemon thread every quarter of this time, but at most every
   * millisecond, so a step that is shorter than one and a half of it may not be found.
   *
   * @param threshold zero switches it off
   * @return this loop
   * @throws IllegalArgumentException if it is negative
   */
  public Loop slowStepThreshold(Duration threshold) {
    slowSteps.setThreshold(threshold);
    return this;
  }

  /**
   * Sets who is told of slow steps. By default they are logged as warnings to the {@link
   * System.Logger} {@code dev.weft.SlowStep}. On the loop's thread, or before {@link #run}.
   *
   * @param handler is told, on the watchdog's thread
   * @return this loop
   */
  public Loop onSlowStep(SlowStep.Handler handler) {
    slowSteps.setHandler(handler);
    return this;
  }

  /**
   * Runs {@code coroutine} as a task named {@code main} on this thread until it ends, and returns
   * its result. Other tasks run meanwhile, those submitted before too; what has not ended by then
   * stands still until the next {@code run} or {@link #close}.
   *
   * <p>Throws what the coroutine throws, the original object, though it declares nothing; see
   * {@link Weft#run}.
   *
   * <p>An interrupt of this thread cancels the coroutine; the thread's interrupt status is set
   * again when this method returns. If nothing is ready, no timer is set, no channel waited for,
   * and no {@link Resumption} unanswered, nothing can ever happen: tasks wait for channels that
   * nobody else is left to use. Then an {@link IllegalStateException} that says who waits for what
   * is thrown at the await of {@code coroutine}. A resumption that everybody has forgotten cannot
   * be told from one that will be answered.
   *
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return its result
   * @throws IllegalStateException if the coroutine was begun before, a loop is running on this
   *     thread, or this loop is running or closed
   * @throws CancellationException if the coroutine was cancelled
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
  public <T extends @Nullable Object> T run(Coroutine<T> coroutine) {
    enter();
    try {
      Fiber<T> main = start(coroutine, "main", 0);
      main.markAsked();
      drive(main);
      Object outcome = main.outcome();
      if (outcome instanceof Failure failure) {
        driver.traces.arrive(failure.error());
        throw Failure.<RuntimeException>sneak(failure.error());
      }
      return (T) outcome;
    } finally {
      leave();
    }
  }

  /**
   * Runs {@code coroutine} as a task of this loop. Any thread may call this, also before {@link
   * #run}. Submitted tasks begin in the order of submission.
   *
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return the task; {@link Task#toCompletableFuture} brings its outcome to other threads
   * @throws IllegalStateException if the coroutine was begun before
   * @throws RejectedExecutionException if the loop is closed or closing
   */
  public <T extends @Nullable Object> Task<T> submit(Coroutine<T> coroutine) {
    // Closing refuses first, or threads that go on submitting could keep it from ever ending. What
    // slips through is admitted and cancelled, or refused below.
    if (!closing) {
      Fiber<T> fiber =
          new Fiber<>(
              this, null, numbers.incrementAndGet(), 0, Machine.begin(coroutine, driver, null));
      if (onThread(() -> admit(fiber, null))) {
        return fiber;
      }
    }
    throw new RejectedExecutionException("the loop is closed");
  }

  /**
   * Returns the loop that is running on this thread.
   *
   * @return the loop
   * @throws IllegalStateException if there is none
   */
  public static Loop current() {
    Home home = Home.current();
    if (home == null) {
      throw new IllegalStateException("no loop is running on " + Thread.currentThread());
    }
    return (Loop) home.loop();
  }

  /**
   * Returns the task whose step it is. On the loop's thread.
   *
   * @return the task, or null outside of any
   */
  public @Nullable Task<?> currentTask() {
    return current;
  }

  /**
   * Reads the loop's clock: the one {@link Weft#sleep} goes by. Only differences mean anything. Any
   * thread may call this.
   *
   * @return nanoseconds
   */
  public long nanoTime() {
    return shell.now();
  }

  /**
   * Returns what the tasks of this loop are doing now, as {@link #dump(Duration)} with a second of
   * patience. Any thread may call this.
   *
   * @return the dump
   */
  public LoopDump dump() {
    return Snapshot.of(this, Snapshot.PATIENCE);
  }

  /**
   * Returns what the tasks of this loop are doing now. Any thread may call this. On the loop's
   * thread, or while it does not run, the dump is made at once. On another thread the loop is asked
   * to make it in its next turn; if it has not by the end of {@code patience}, because a step holds
   * it up, the dump is made from outside and says so. An interrupt of the waiting thread ends its
   * patience, and its interrupt status remains set.
   *
   * <p>It costs what it takes to make it, and nothing before.
   *
   * @param patience how long to wait for the loop; zero or less not at all
   * @return the dump
   */
  public LoopDump dump(Duration patience) {
    return Snapshot.of(this, patience);
  }

  /**
   * Returns what the tasks of all loops that run in this JVM are doing, as {@link #dump()} does.
   * Any thread may call this.
   *
   * @return a dump for each loop, in the order of the names of their threads
   */
  public static List<LoopDump> dumpAll() {
    return Home.running().stream()
        .map(home -> ((Loop) home.loop()).dump())
        .sorted(Comparator.comparing(dump -> String.valueOf(dump.thread())))
        .toList();
  }

  /**
   * Cancels all tasks, waits for them to end, reports failures that nobody has asked for, and frees
   * the selector. Tasks that are spawned meanwhile are cancelled before they begin. On the thread
   * that ran the loop, and not while it runs. Does nothing if it is closed already.
   *
   * @throws IllegalStateException if the loop is running
   * @throws UncheckedIOException if the selector cannot be closed
   */
  @Override
  public void close() {
    if (scheduler.closed()) {
      return;
    }
    enter();
    try {
      closing = true;
      cancelAll();
      drive(null);
      failures.reportAll();
    } finally {
      release();
      leave();
    }
  }

  private void release() {
    try {
      shell.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void refuseNested() {
    if (Home.current() != null) {
      throw new IllegalStateException(
          "a loop is running on this thread: await the coroutine, or spawn it");
    }
  }

  private void enter() {
    refuseNested();
    if (scheduler.closed()) {
      throw new IllegalStateException("the loop is closed");
    }
    Thread other = home.thread();
    if (other != null) {
      throw new IllegalStateException("the loop is running on " + other);
    }
    home.enter();
    slowSteps.enter();
    recorder = Recorder.next(recorder);
  }

  private void leave() {
    slowSteps.leave();
    home.leave();
    if (interrupted) {
      interrupted = false;
      Thread.currentThread().interrupt();
    }
  }

  /** Ticks until {@code main} has ended; without it, until all have and the scheduler is closed. */
  private void drive(@Nullable Fiber<?> main) {
    awaited = main;
    while (main == null ? !tasks.isEmpty() || !scheduler.close() : !main.isDone()) {
      if (scheduler.interrupted()) {
        interrupted = true;
        if (main != null) {
          main.cancelHere();
        }
      }
      if (outstanding == 0 && scheduler.idle() && !shell.watching()) {
        deadlock(main);
      }
      driver.rest();
      recorder = Recorder.next(recorder);
      scheduler.tick(shell.now());
      current = null;
    }
    awaited = null;
  }

  private void deadlock(@Nullable Fiber<?> main) {
    IllegalStateException error = Deadlock.ofAll(this);
    if (main != null) {
      main.interrupt(error);
    } else if (!tasks.isEmpty()) {
      tasks.newestFirst()[0].interrupt(error);
    }
  }

  private void cancelAll() {
    for (Fiber<?> fiber : tasks.newestFirst()) {
      fiber.cancelHere();
    }
  }

  // ---- for the fibers

  boolean inside() {
    return home.isHere();
  }

  /** Runs {@code action} on the loop's thread: now if this is it, later if not. */
  boolean onThread(Runnable action) {
    if (inside()) {
      action.run();
      return true;
    }
    return scheduler.post(job(action));
  }

  /** A number to name a task with. On the loop's thread, which takes a supply of them at a time. */
  private int nextNumber() {
    if (number == supply) {
      supply = numbers.addAndGet(NUMBERS_AT_ONCE);
      number = supply - NUMBERS_AT_ONCE;
    }
    return ++number;
  }

  Job job(Runnable action) {
    return new Job() {
      @Override
      protected void run() {
        action.run();
      }
    };
  }

  <T extends @Nullable Object> Fiber<T> start(
      Coroutine<T> coroutine, @Nullable String name, int parent) {
    Fiber<T> fiber =
        new Fiber<>(this, name, nextNumber(), parent, Machine.begin(coroutine, driver, null));
    admit(fiber, current);
    return fiber;
  }

  private void admit(Fiber<?> fiber, @Nullable Fiber<?> parent) {
    tasks.add(fiber);
    scheduler.ready(fiber);
    if (recorder != null) {
      recorder.started(fiber, parent);
    }
    if (closing) {
      fiber.cancelHere();
    }
  }

  void ended(Fiber<?> fiber) {
    tasks.remove(fiber);
    if (fiber == awaited) {
      scheduler.stop();
    }
  }

  /** The time {@code nanos} from now. */
  long deadline(long nanos) {
    return shell.now() + Math.min(nanos, LONGEST);
  }
}
