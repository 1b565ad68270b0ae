// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.dump.LoopDump;
import dev.weft.dump.TaskDump;
import dev.weft.dump.TaskDump.Status;
import dev.weft.loop.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dump of a loop, from what the loop knows anyway.
 *
 * <p><b>Threads.</b> As a rule this runs on the loop's thread, or while none runs the loop; then
 * {@link dev.weft.loop.Home#thread}, which is volatile and written last, orders all that the last
 * thread did before. Only if a step does not end, so that the loop cannot do it, another thread
 * looks on. By the Java memory model it may then see any value that a field ever had, be it null,
 * but never one that it had not; so everything here is ready for that: it follows no index and no
 * link without a look at what it finds, and ends after so many. In fact it sees more: to take the
 * loop thread's stack trace, which is done first, the JVM has that thread come to a safepoint or
 * finds it at one, and there no compiled code holds back a write. So what is seen is no older than
 * the stack trace, and the step that holds up the loop began before it.
 *
 * <p>From outside, no code of the user's is called, as it may wait for a lock that the step holds.
 */
final class Snapshot {
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int MAX_WORDS = 500;

  private static final Set<String> OWN = Set.of(Snapshot.class.getName(), Loop.class.getName());

  private final Loop loop;
  private final @Nullable Thread thread;
  private final boolean heldUp;
  private final StackTraceElement[] stack;
  private final long now;
  private final IdentityHashMap<Job, Long> deadlines = new IdentityHashMap<>();

  private Snapshot(Loop loop, @Nullable Thread thread, boolean heldUp) {
    this.loop = loop;
    this.thread = thread;
    this.heldUp = heldUp;
    this.stack = thread == null ? new StackTraceElement[0] : stack(thread, heldUp);
    this.now = loop.nanoTime();
  }

  private static StackTraceElement[] stack(Thread thread, boolean heldUp) {
    StackTraceElement[] whole = heldUp ? thread.getStackTrace() : new Throwable().getStackTrace();
    int own = 0;
    while (own < whole.length && OWN.contains(whole[own].getClassName())) {
      own++;
    }
    return Arrays.copyOfRange(whole, own, whole.length);
  }

  static LoopDump of(Loop loop, Duration patience) {
    for (; ; ) {
      Thread thread = loop.home.thread();
      if (thread != null) {
        return loop.inside() ? new Snapshot(loop, thread, false).take() : ask(loop, patience);
      }
      LoopDump dump = new Snapshot(loop, null, false).take();
      if (loop.home.thread() == null) { // else it has begun to run meanwhile
        return dump;
      }
    }
  }

  private static LoopDump ask(Loop loop, Duration patience) {
    CompletableFuture<LoopDump> answer = new CompletableFuture<>();
    boolean open = loop.scheduler.post(loop.job(() -> answer(loop, answer)));
    if (!open) {
      return new LoopDump(null, false, List.of());
    }
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the dump failed", e.getCause());
    } catch (TimeoutException e) {
      // it is held up
    }
    LoopDump seen = new Snapshot(loop, loop.home.thread(), true).take();
    return answer.isCompletedExceptionally() ? seen : answer.getNow(seen);
  }

  private static void answer(Loop loop, CompletableFuture<LoopDump> answer) {
    try {
      answer.complete(new Snapshot(loop, loop.home.thread(), false).take());
    } catch (Throwable error) { // which must not end the loop
      answer.completeExceptionally(error);
    }
  }

  private LoopDump take() {
    loop.scheduler.timers(deadlines::put);
    List<TaskDump> tasks = new ArrayList<>();
    for (Fiber<?> fiber : loop.tasks.oldestFirst()) {
      if (!fiber.isDone()) {
        tasks.add(task(fiber));
      }
    }
    return new LoopDump(thread == null ? null : thread.getName(), heldUp, tasks);
  }

  private TaskDump task(Fiber<?> fiber) {
    Status status = status(fiber);
    Object held = status == Status.WAITING ? fiber.held : null;
    boolean waits = status == Status.WAITING || status == Status.SLEEPING;
    Long deadline = status == Status.SLEEPING ? deadlines.get(fiber) : null;
    Frames frames = new Frames();
    if (status == Status.RUNNING) {
      frames.running(stack, loop.driver.innermost);
    } else {
      frames.awaiting(fiber.innermost);
    }
    return new TaskDump(
        fiber.number,
        fiber.name(),
        fiber.parent,
        status,
        held == null ? null : words(held),
        held instanceof Joiner.OfTask joiner ? joiner.target.number : 0,
        waits ? waited(fiber.since) : null,
        deadline == null ? null : Duration.ofNanos(Math.max(0, deadline - now)),
        frames.list(),
        frames.hidden());
  }

  private static Status status(Fiber<?> fiber) {
    return switch (fiber.status) {
      case Fiber.NEW -> Status.NEW;
      case Fiber.RUNNING -> Status.RUNNING;
      case Fiber.WAITING -> Status.WAITING;
      default -> fiber.isOnTimer() ? Status.SLEEPING : Status.READY;
    };
  }

  private Duration waited(int since) {
    int millis = (int) (now / 1_000_000) - since;
    boolean early =
        millis < 0 && millis > -1000; // seen from outside, the clock may seem to go back
    return Duration.ofMillis(early ? 0 : Integer.toUnsignedLong(millis));
  }

  private String words(Object held) {
    Object what = held;
    if (held instanceof Reply<?> reply) {
      what = reply.event;
      if (what == null) {
        return "an answer";
      } else if (heldUp) {
        return what.getClass().getTypeName();
      }
    }
    try {
      String words = String.valueOf(what);
      return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS) + "...";
    } catch (RuntimeException | StackOverflowError inToString) {
      return what.getClass().getTypeName() + ", whose toString fails with " + inToString;
    }
  }

  /** Where a task stands that does not run now. */
  static List<StackTraceElement> frames(Fiber<?> fiber) {
    Frames frames = new Frames();
    frames.awaiting(fiber.innermost);
    return frames.list();
  }
}
