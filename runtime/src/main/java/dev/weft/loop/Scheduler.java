// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjLongConsumer;

/**
 * Decides what runs next. It is told the time and knows neither clock nor socket: its {@link Shell}
 * has both. Given the same times and the same answers of the shell, it does the same.
 *
 * <p><b>A wake-up is never lost, and costs no system call when the loop is awake.</b> A thread that
 * posts writes the inbox and then reads {@link #asleep}; the loop that is about to wait writes
 * {@code asleep} and then reads the inbox. All four are volatile accesses, of which there is one
 * order: either the thread sees that the loop is asleep and wakes the shell, or the loop sees the
 * inbox filled and does not wait. Waking a shell is remembered until its next poll, so it does no
 * harm to come before the wait itself. Of all threads that post during one sleep, the
 * compare-and-set lets only the first make the system call. That the loop clears {@code asleep} on
 * its own can at worst let a thread wake it in vain.
 */
public final class Scheduler {
  /** How many steps there may be in a tick beyond those that were due when it began. */
  private static final int STEPS = 64;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Shell shell;
  private final ReadyQueue ready = new ReadyQueue();
  private final Timers timers;
  private final Inbox inbox = new Inbox();
  private final AtomicBoolean asleep = new AtomicBoolean();
  private final Pulse pulse = new Pulse(asleep);
  private boolean stopped;

  /** The time of the present tick. */
  private int millis;

  /** How many more steps there may be in this tick. */
  private int left;

  private boolean interrupted;

  /**
   * Makes a scheduler.
   *
   * @param shell where to wait when there is nothing to do
   * @param now the time
   */
  public Scheduler(Shell shell, long now) {
    this.shell = shell;
    this.timers = new Timers(now);
    tell(now);
  }

  /**
   * One tick, the whole of it: the timers that are due become ready, then the channels are polled,
   * and waited for if there is nothing else to do, and then what is ready runs. What becomes ready
   * by these runs stands behind all others. It runs in the same tick while there have been few
   * steps, as a yield would otherwise cost a system call; but nobody can keep the clock and the
   * channels from being looked at.
   *
   * @param now the time
   */
  public void tick(long now) {
    pulse.rest();
    tell(now);
    inbox.moveTo(ready);
    for (Job due = timers.takeDue(now); due != null; due = timers.takeDue(now)) {
      ready.add(due);
    }
    poll(ready.isEmpty() ? timers.untilFirst(now) : 0);
    inbox.moveTo(ready);
    stopped = false;
    left = STEPS;
    do {
      int turn = ready.size();
      left -= turn;
      for (; turn > 0 && !stopped; turn--) {
        pulse.step();
        ready.take().run();
      }
    } while (left > 0 && !stopped && !ready.isEmpty());
  }

  /**
   * Returns what shows others whether the loop goes on.
   *
   * @return the pulse
   */
  public Pulse pulse() {
    return pulse;
  }

  /**
   * Returns the time at which the steps of the present tick began: what can be had for nothing. On
   * the loop's thread; others may see an earlier one.
   *
   * @return milliseconds by the shell's clock, of which only differences mean anything, up to 49
   *     days
   */
  public int millis() {
    return millis;
  }

  /**
   * Tells of each job that is on a timer. If this is not the loop's thread and the loop runs, some
   * may be missing and some deadlines wrong, but nothing worse happens.
   *
   * @param action is given the job and its deadline, by the shell's clock
   */
  public void timers(ObjLongConsumer<Job> action) {
    timers.each(action);
  }

  private void tell(long now) {
    millis = (int) (now / NANOS_PER_MILLI);
  }

  /** Ends the present tick after the job that runs now. On the loop's thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Tells whether there is nothing to run, now or later, unless the shell or another thread brings
   * it.
   *
   * @return true if so
   */
  public boolean idle() {
    return ready.isEmpty() && timers.size() == 0 && inbox.isEmpty();
  }

  /**
   * Takes a further step of this tick for the job that runs now, if nothing else is ready and the
   * tick may have another: so the job would be the next anyway, and need not stand in the queue. On
   * the loop's thread.
   *
   * @return true if the job may go on
   */
  public boolean stepAlone() {
    if (left <= 0 || stopped || !ready.isEmpty()) {
      return false;
    }
    left--;
    pulse.step();
    return true;
  }

  /**
   * Puts {@code job} behind all that is ready. On the loop's thread.
   *
   * @param job in no queue
   */
  public void ready(Job job) {
    ready.add(job);
  }

  /**
   * Makes {@code job} ready at {@code deadline}. On the loop's thread.
   *
   * @param deadline nanoseconds, by the shell's clock
   * @param job in no queue
   */
  public void at(long deadline, Job job) {
    timers.set(deadline, job);
  }

  /**
   * Takes {@code job} off its timer. On the loop's thread.
   *
   * @param job any
   * @return false if it was on none
   */
  public boolean cancel(Job job) {
    return timers.cancel(job);
  }

  /**
   * Makes {@code job} ready, from any thread, and wakes the loop if it sleeps.
   *
   * @param job in no queue
   * @return false if the scheduler is closed, and the job will not run
   */
  public boolean post(Job job) {
    if (!inbox.push(job)) {
      return false;
    }
    if (asleep.get() && asleep.compareAndSet(true, false)) {
      shell.wakeup();
    }
    return true;
  }

  /**
   * Tells, once, whether the thread was interrupted during a poll.
   *
   * @return true if so
   */
  public boolean interrupted() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }

  /**
   * Closes the scheduler unless something has been posted that has not run.
   *
   * @return true if it is closed
   */
  public boolean close() {
    return ready.isEmpty() && inbox.close();
  }

  /**
   * Tells whether the scheduler is closed. Any thread may.
   *
   * @return true if so
   */
  public boolean closed() {
    return inbox.closed();
  }

  private void poll(long nanos) {
    try {
      if (nanos == 0) {
        interrupted |= shell.poll(0);
        return;
      }
      asleep.set(true);
      boolean waits = inbox.isEmpty();
      interrupted |= shell.poll(waits ? nanos : 0);
      asleep.set(false);
      pulse.awake();
      if (waits) {
        tell(shell.now()); // a look at the clock is nothing beside a wait
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
