// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that holds its loop: a task, or a handler on its behalf, that computes or blocks for
 * longer than {@link Loop#slowStepThreshold} before it awaits something. All other tasks of the
 * loop stand still meanwhile.
 *
 * @param task the name of the task; null if none runs, but something that hangs on one, such as
 *     what follows a future that the loop has completed
 * @param thread the name of the loop's thread
 * @param held how long: at least, as long as it goes on, and without pauses of the whole JVM where
 *     they can be told apart. When it is over, from when the watchdog first saw it until it saw
 *     that it was over
 * @param over whether this is the second report, of its end
 * @param state what the thread did when it was looked at: {@code RUNNABLE} if it computed or was in
 *     the operating system, else it was blocked in a call
 * @param coroutine where in the user's source the coroutine stands that is being run or for which a
 *     handler runs; null if there is no task
 * @param trace the user's frames when it was looked at, and what they called, the innermost first;
 *     then those who await the coroutine, each at its await. No frames of Weft's
 */
public record SlowStep(
    @Nullable String task,
    String thread,
    Duration held,
    boolean over,
    Thread.State state,
    @Nullable StackTraceElement coroutine,
    List<StackTraceElement> trace) {

  /** Is told of slow steps. */
  @FunctionalInterface
  public interface Handler {
    /**
     * A step is slow, or a slow step is over: each is told once, the end only after the other.
     * Called on the watchdog's thread, while the loop's is stuck, so it must be quick and must not
     * wait for the loop: other loops are not watched meanwhile. What it throws is logged.
     *
     * @param step the step
     */
    void slow(SlowStep step);
  }

  /** Makes one; the trace is copied. */
  public SlowStep {
    trace = List.copyOf(trace);
  }

  SlowStep end(long nanos) {
    return new SlowStep(task, thread, Duration.ofNanos(nanos), true, state, coroutine, trace);
  }

  /**
   * Says it in words: in one line and the trace, or in one line when it is over.
   *
   * @return for instance {@code Task echo-7 has held the loop of thread main for 104 ms,
   *     TIMED_WAITING in Echo.echo(Echo.java:16)}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(task == null ? "A callback" : "Task " + task);
    text.append(over ? " held" : " has held").append(" the loop of thread ").append(thread);
    text.append(" for ").append(over ? "about " : "").append(held.toMillis()).append(" ms");
    text.append(over ? ", and no longer does" : ", " + state);
    if (coroutine != null) {
      text.append(over ? ": " : " in ").append(coroutine);
    }
    if (!over) {
      for (StackTraceElement frame : trace) {
        text.append(System.lineSeparator()).append("\tat ").append(frame);
      }
    }
    return text.toString();
  }
}
