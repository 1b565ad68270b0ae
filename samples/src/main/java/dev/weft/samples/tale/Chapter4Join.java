// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Chapter 4: join.
 *
 * <p>Whoever spawned a task wants to wait for it some day, and to have its result. So spawning now
 * has an answer, a handle on the task, and there is an event that waits for what the handle stands
 * for. From here on an answer is more than "go on": it has a value, or it is an exception.
 */
public final class Chapter4Join {

  /** A coroutine that is under way, and what the loop has to remember about it. */
  static final class Task<T> {
    private final Coroutine<T> coroutine;
    private final List<Task<?>> joiners = new ArrayList<>();
    private @Nullable Object value; // the answer that its next turn brings, ...
    private @Nullable Throwable error; // ... or else the exception

    private Task(Coroutine<T> coroutine) {
      this.coroutine = coroutine;
    }
  }

  record Nice() implements Event<Void> {}

  record Spawn<T>(Coroutine<T> child) implements Event<Task<T>> {}

  /** "Go on when that task has ended." The answer is its result, or the exception that ended it. */
  record Join<T>(Task<T> task) implements Event<T> {}

  @Async
  static Coroutine<Integer> square(int n) {
    await(new Nice());
    if (n > 9) {
      throw new IllegalArgumentException(n + " is too much for me");
    }
    return done(n * n);
  }

  @Async
  static Coroutine<Void> parent() {
    Task<Integer> three = await(new Spawn<>(square(3)));
    Task<Integer> ten = await(new Spawn<>(square(10)));
    System.out.println("  parent: the square of 3 is " + await(new Join<>(three)));
    System.out.println("  parent: asked again, it is " + await(new Join<>(three)));
    try {
      System.out.println("  parent: the square of 10 is " + await(new Join<>(ten)));
    } catch (IllegalArgumentException failure) {
      System.out.println("  parent: no square of 10: " + failure.getMessage());
    }
    await(new Spawn<>(square(11))); // nobody will ask for that
    return done();
  }

  private final Queue<Task<?>> ready = new ArrayDeque<>();

  /** Who has failed, and of what, as long as nobody was told. */
  private final Map<Task<?>, Throwable> unnoticed = new LinkedHashMap<>();

  /** Runs a coroutine and all its descendants until every one has ended; returns its result. */
  <T> T run(Coroutine<T> coroutine) {
    Task<T> root = start(coroutine);
    while (!ready.isEmpty()) {
      for (int turns = ready.size(); turns > 0; turns--) {
        turn(ready.remove());
      }
    }
    unnoticed.remove(root); // our caller will be told, by the last line
    for (Throwable failure : unnoticed.values()) {
      System.out.println("loop: a task crashed, and nobody asked: " + failure.getMessage());
    }
    return root.coroutine.result();
  }

  private <T> Task<T> start(Coroutine<T> coroutine) {
    Task<T> task = new Task<>(coroutine);
    ready.add(task);
    return task;
  }

  private void turn(Task<?> task) {
    Event<?> event;
    try {
      event =
          task.error == null ? task.coroutine.send(task.value) : task.coroutine.raise(task.error);
    } catch (Throwable failure) {
      unnoticed.put(task, failure);
      event = null;
    }
    task.value = null;
    task.error = null;
    if (event == null) {
      task.joiners.forEach(joiner -> tell(joiner, task));
    } else {
      answer(task, event);
    }
  }

  private void answer(Task<?> task, Event<?> event) {
    if (event instanceof Join<?> join) {
      if (join.task().coroutine.isDone()) {
        // It has ended before anybody asked. To wait for its end now would be to wait for ever.
        tell(task, join.task());
      } else {
        join.task().joiners.add(task);
      }
      return;
    }
    if (event instanceof Spawn<?> spawn) {
      task.value = start(spawn.child());
    }
    ready.add(task);
  }

  /** Lets a joiner go on, with what has become of the task it asked about. */
  private void tell(Task<?> joiner, Task<?> ended) {
    try {
      joiner.value = ended.coroutine.result();
    } catch (Throwable failure) {
      joiner.error = failure;
      unnoticed.remove(ended);
    }
    ready.add(joiner);
  }

  public static void main(String[] args) {
    new Chapter4Join().run(parent());
  }
}
