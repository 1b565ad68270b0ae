// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Home;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java stack of one task, for debuggers. With {@code -Ddev.weft.debug=true}, a task that awaits
 * does not leave its methods: they stand on a thread of the task's own until the reply is there. So
 * a step over an {@code await} arrives at the next line, as over a blocking call, and the thread
 * shows the whole chain of calls.
 *
 * <p>Nothing else changes. The loop's thread and those of its tasks hand one baton to each other,
 * so one of them runs at a time, and the order is the same: that of the loop.
 */
final class TaskThread extends Thread {
  static final boolean ON = Boolean.getBoolean("dev.weft.debug");

  /** Tasks beyond so many suspend as they do without a debugger. */
  private static final int MOST = 1_000;

  private static final Map<Fiber<?>, TaskThread> THREADS = new ConcurrentHashMap<>();

  private final Driver driver;
  private final Home home;
  private final Semaphore turn = new Semaphore(0);
  private final Semaphore turnOfLoop = new Semaphore(0);

  /** Who runs the loop, and waits while this thread has its turn; null while it has none. */
  private volatile @Nullable Thread lender;

  // What is handed over with the turn: in this direction ...
  private Machine<?> machine;
  private @Nullable Object reply;

  // ... and in that.
  private @Nullable Event<?> event;
  private @Nullable Throwable error;

  private TaskThread(Fiber<?> fiber, Machine<?> machine) {
    super("task " + fiber.name());
    setDaemon(true); // a task that stands still keeps no program alive
    this.driver = fiber.loop.driver;
    this.home = fiber.loop.home;
    this.machine = machine;
  }

  /** As {@link Driver#step}, on the thread of the task. Called by the loop's. */
  static @Nullable Event<?> step(Fiber<?> fiber, Machine<?> machine, @Nullable Object reply) {
    TaskThread thread = THREADS.get(fiber);
    if (thread == null) {
      if (THREADS.size() >= MOST) {
        return fiber.loop.driver.step(machine, reply);
      }
      thread = new TaskThread(fiber, machine);
      THREADS.put(fiber, thread);
      thread.start();
    }
    Event<?> next = null;
    try {
      next = thread.take(machine, reply);
    } finally {
      if (next == null) { // it has ended
        THREADS.remove(fiber);
      }
    }
    return next;
  }

  /** Returns the thread that calls, if it is one of a task that {@code driver} runs. */
  static @Nullable TaskThread of(Driver driver) {
    return Thread.currentThread() instanceof TaskThread thread && thread.driver == driver
        ? thread
        : null;
  }

  /** Gives this thread its turn, until it awaits an event or ends. */
  private @Nullable Event<?> take(Machine<?> resumed, @Nullable Object answer) {
    machine = resumed;
    reply = answer;
    lender = Thread.currentThread();
    turn.release();
    turnOfLoop.acquireUninterruptibly(); // who interrupts the loop is heard at its next poll
    lender = null;
    home.moveHere();
    if (error != null) {
      throw Failure.<RuntimeException>sneak(error);
    }
    return event;
  }

  @Override
  public void run() {
    begin();
    try {
      event = driver.step(machine, reply);
    } catch (Throwable bug) { // a step hands failures of the user's on
      error = bug;
    }
    turnOfLoop.release();
  }

  /** Waits, on this thread, for the reply to an event. */
  @Nullable Object await(@Nullable Event<?> awaited) {
    event = awaited;
    turnOfLoop.release();
    begin();
    return reply;
  }

  private void begin() {
    turn.acquireUninterruptibly();
    home.moveHere();
    event = null;
  }

  /** With what runs the loop below, as it would be without this thread. */
  @Override
  public StackTraceElement[] getStackTrace() {
    Thread below = lender;
    StackTraceElement[] own = super.getStackTrace();
    return below == null
        ? own
        : Stream.of(own, below.getStackTrace())
            .flatMap(Arrays::stream)
            .toArray(StackTraceElement[]::new);
  }
}
