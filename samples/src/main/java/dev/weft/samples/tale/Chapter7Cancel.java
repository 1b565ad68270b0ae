// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Chapter 7: cancel.
 *
 * <p>To stop a task from outside, the loop answers what it awaits with an exception: {@code raise},
 * of chapter 1. The task may clean up on its way out, by {@code finally}; it may even catch the
 * exception and stay. The difficulty is all in the bookkeeping. A task that is made to go on must
 * be taken out of the place where it waits, or it would be woken twice; one that is about to go on
 * anyway must not get a second turn; and one that has ended must be left in peace.
 */
public final class Chapter7Cancel {

  /**
   * What is raised in a cancelled task. It is an {@link Error} so that a {@code catch (Exception
   * e)}, written with other troubles in mind, does not stop it.
   */
  static final class Cancelled extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A coroutine that is under way, and what the loop has to remember about it. */
  static final class Task<T> {
    private final Coroutine<T> coroutine;
    private final List<Task<?>> joiners = new ArrayList<>();
    private boolean ready; // in the queue, with its answer
    private @Nullable Object value;
    private @Nullable Throwable error;
    private @Nullable List<Task<?>> place; // where it waits, if it has to be taken out of there

    private Task(Coroutine<T> coroutine) {
      this.coroutine = coroutine;
    }
  }

  record Nice() implements Event<Void> {}

  record Spawn<T>(Coroutine<T> child) implements Event<Task<T>> {}

  record Join<T>(Task<T> task) implements Event<T> {}

  /** "Stop that task." Answers at once: true, or false if there is nothing left to stop. */
  record Cancel(Task<?> task) implements Event<Boolean> {}

  /** "Leave me be." Only a cancellation can answer this one. */
  record Suspend() implements Event<Void> {}

  @Async
  static Coroutine<Void> sleeper() {
    try {
      System.out.println("  sleeper: good night");
      await(new Suspend());
    } finally {
      System.out.println("  sleeper: what? I was just going to wake up");
      await(new Nice());
      System.out.println("  sleeper: off I go");
    }
    return done();
  }

  @Async
  static Coroutine<Void> parent() {
    Task<Void> sleeper = await(new Spawn<>(sleeper()));
    await(new Nice());
    System.out.println("  parent: cancelled it: " + await(new Cancel(sleeper)));
    try {
      await(new Join<>(sleeper));
    } catch (Cancelled cancelled) {
      System.out.println("  parent: it was cancelled indeed");
    }
    System.out.println("  parent: cancelled it again: " + await(new Cancel(sleeper)));
    Task<Void> never = await(new Spawn<>(sleeper()));
    System.out.println("  parent: cancelled one before its start: " + await(new Cancel(never)));
    return done();
  }

  private final Queue<Task<?>> ready = new ArrayDeque<>();

  /** Returns the result of the coroutine, once nobody is left who could go on. */
  <T> T run(Coroutine<T> coroutine) {
    Task<T> root = start(coroutine);
    while (!ready.isEmpty()) {
      for (int turns = ready.size(); turns > 0; turns--) {
        turn(ready.remove());
      }
    }
    return root.coroutine.result();
  }

  private <T> Task<T> start(Coroutine<T> coroutine) {
    Task<T> task = new Task<>(coroutine);
    resume(task);
    return task;
  }

  /** Gives the task a turn, but never two for one answer. */
  private void resume(Task<?> task) {
    if (!task.ready) {
      task.ready = true;
      ready.add(task);
    }
  }

  private boolean cancel(Task<?> task) {
    if (task.coroutine.isDone()) {
      return false;
    }
    // Whatever its answer was to be, it is this one now. If it had not begun, it never will.
    task.error = new Cancelled();
    if (task.place != null) {
      task.place.remove(task);
    }
    resume(task);
    return true;
  }

  private void turn(Task<?> task) {
    Object value = task.value;
    Throwable error = task.error;
    task.ready = false;
    task.value = null;
    task.error = null;
    task.place = null;
    Event<?> event;
    try {
      event = error == null ? task.coroutine.send(value) : task.coroutine.raise(error);
    } catch (Cancelled cancelled) {
      event = null; // it did as it was told
    } catch (Throwable failure) {
      event = null;
      if (task.joiners.isEmpty()) { // chapter 4 was more patient
        System.out.println("loop: a task crashed: " + failure.getMessage());
      }
    }
    if (event == null) {
      task.joiners.forEach(joiner -> tell(joiner, task));
    } else {
      answer(task, event);
    }
  }

  private void answer(Task<?> task, Event<?> event) {
    if (event instanceof Suspend) {
      return; // nobody but cancel will think of it again
    }
    if (event instanceof Join<?> join) {
      if (join.task().coroutine.isDone()) {
        tell(task, join.task());
      } else {
        task.place = join.task().joiners;
        task.place.add(task);
      }
      return;
    }
    resume(task); // ahead of whom it starts or stops now, so that it may think again
    if (event instanceof Spawn<?> spawn) {
      task.value = start(spawn.child());
    } else if (event instanceof Cancel cancel) {
      task.value = cancel(cancel.task()); // which may be the task itself
    }
  }

  private void tell(Task<?> joiner, Task<?> ended) {
    try {
      joiner.value = ended.coroutine.result();
    } catch (Throwable failure) {
      joiner.error = failure;
    }
    resume(joiner);
  }

  public static void main(String[] args) {
    new Chapter7Cancel().run(parent());
  }
}
