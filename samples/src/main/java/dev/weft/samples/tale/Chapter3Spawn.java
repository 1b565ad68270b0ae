// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Chapter 3: spawn.
 *
 * <p>A loop earns its name once it has several coroutines on hand. A coroutine that runs on a loop
 * of its own accord, with nobody awaiting it, is called a task. Here a task can ask for another one
 * to be started, and each {@code await} now does what it promised: somebody else goes first.
 */
public final class Chapter3Spawn {
  private Chapter3Spawn() {}

  record Nice() implements Event<Void> {}

  /** "Run this one too." An event is a value, so it can carry whatever the wish is about. */
  record Spawn(Coroutine<?> child) implements Event<Void> {}

  @Async
  static Coroutine<Void> count(String name, int limit) {
    for (int i = 1; i <= limit; i++) {
      System.out.println("  " + name + ": " + i);
      await(new Nice());
    }
    return done();
  }

  @Async
  static Coroutine<Void> crash() {
    await(new Nice());
    throw new IllegalStateException("out of luck");
  }

  @Async
  static Coroutine<Void> parent() {
    await(new Spawn(count("one", 3)));
    await(new Spawn(crash()));
    await(new Spawn(count("two", 2)));
    System.out.println("  parent: all are on their way");
    return done();
  }

  /**
   * Runs a coroutine, and all that it spawns, and all that those spawn, until every one has ended.
   */
  static void run(Coroutine<?> root) {
    Queue<Coroutine<?>> ready = new ArrayDeque<>();
    ready.add(root);
    while (!ready.isEmpty()) {
      // One tick: a turn for each task that was ready when the tick began. Who gets ready meanwhile
      // waits for the next tick; there will be other things to do between two ticks.
      for (int turns = ready.size(); turns > 0; turns--) {
        turn(ready.remove(), ready);
      }
    }
  }

  private static void turn(Coroutine<?> task, Queue<Coroutine<?>> ready) {
    Event<?> event;
    try {
      event = task.send(null);
    } catch (Throwable failure) {
      // The task has failed; the loop has not. The others must not suffer for it.
      System.out.println("loop: a task crashed: " + failure.getMessage());
      return;
    }
    if (event == null) {
      return; // it has ended
    }
    if (event instanceof Spawn spawn) {
      ready.add(spawn.child());
    }
    ready.add(task);
  }

  public static void main(String[] args) {
    run(parent());
  }
}
