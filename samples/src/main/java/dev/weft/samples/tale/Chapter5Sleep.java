// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Chapter 5: sleep.
 *
 * <p>A task that called {@code Thread.sleep} would put all the others to sleep with it, as there is
 * only one thread. So it tells the loop when it wants to go on, and the loop keeps a list of those
 * who sleep, the earliest first. The thread itself sleeps only when there is nobody to run.
 */
public class Chapter5Sleep {

  record Nice() implements Event<Void> {}

  record Spawn(Coroutine<?> child) implements Event<Void> {}

  record Sleep(Duration time) implements Event<Void> {}

  @Async
  static Coroutine<Void> tick(String name, Duration period, int times) {
    for (int i = 1; i <= times; i++) {
      await(new Sleep(period));
      System.out.println("  " + name + ": " + i);
    }
    return done();
  }

  @Async
  static Coroutine<Void> parent() {
    await(new Spawn(tick("slow", Duration.ofMillis(50), 2)));
    await(new Spawn(tick("fast", Duration.ofMillis(20), 4)));
    System.out.println("  parent: all asleep");
    return done();
  }

  /**
   * When a task goes on. Deadlines may be equal, and the earlier sleeper should then be the first
   * to go on; a number settles it, since a priority queue promises no order among equals.
   */
  private record Timer(long deadline, long number, Coroutine<?> task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      // The clock may run over from the largest long to the smallest: only differences mean a
      // thing.
      long later = deadline - other.deadline;
      return later != 0 ? Long.signum(later) : Long.compare(number, other.number);
    }
  }

  private final Queue<Coroutine<?>> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long sleeps;

  void run(Coroutine<?> root) throws InterruptedException {
    ready.add(root);
    // Everybody may be asleep: no one is ready then, but we are not through.
    while (!ready.isEmpty() || !timers.isEmpty()) {
      if (ready.isEmpty()) {
        pause(timers.element().deadline - now());
      }
      wake(now());
      for (int turns = ready.size(); turns > 0; turns--) {
        turn(ready.remove());
      }
    }
  }

  private void wake(long now) {
    while (!timers.isEmpty() && timers.element().deadline - now <= 0) {
      ready.add(timers.remove().task);
    }
  }

  private void turn(Coroutine<?> task) {
    Event<?> event;
    try {
      event = task.send(null);
    } catch (Throwable failure) {
      System.out.println("loop: a task crashed: " + failure.getMessage());
      return;
    }
    if (event instanceof Sleep sleep) {
      timers.add(new Timer(now() + sleep.time().toNanos(), sleeps++, task));
      return;
    }
    if (event instanceof Spawn spawn) {
      ready.add(spawn.child());
    }
    if (event != null) {
      ready.add(task);
    }
  }

  /** The time, in nanoseconds. Only here does the loop read a clock: a test may bring its own. */
  long now() {
    return System.nanoTime();
  }

  /** Lets the time pass. */
  void pause(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos); // returns at once if there is nothing left to wait for
  }

  public static void main(String[] args) throws InterruptedException {
    new Chapter5Sleep().run(parent());
  }
}
