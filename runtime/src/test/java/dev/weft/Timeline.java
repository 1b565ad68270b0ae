// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One act for each nanosecond of a loop in virtual time, and a log of what comes of it. */
final class Timeline implements AutoCloseable {
  final Watched world = new Watched();
  private final Map<String, Task<?>> tasks = new HashMap<>();

  /** Does the acts, the first at 0, and returns the log of what happened meanwhile. */
  List<String> run(Runnable... acts) {
    world.run(
        new Sample<>(
            "main",
            (state, reply) -> {
              reply.get();
              if (state == acts.length) {
                return end();
              }
              acts[state].run();
              return await(state + 1, Weft.sleep(Duration.ofNanos(1)));
            }));
    return new ArrayList<>(world.log);
  }

  /** A task that awaits the events one after the other, and logs what comes of each. */
  void start(String name, Event<?>... events) {
    Sample<Void> task =
        new Sample<>(
            name,
            (state, reply) -> {
              if (state > 0) {
                try {
                  world.log(name + " got " + reply.get());
                } catch (Throwable error) {
                  world.log(name + " threw " + error.getClass().getSimpleName());
                  throw error;
                }
              }
              return state < events.length ? await(state + 1, events[state]) : end();
            });
    Task<Void> started = world.loop.submit(task);
    boolean unused = started.toCompletableFuture().isDone(); // its failures are in the log
    tasks.put(name, started);
  }

  void cancel(String name) {
    Task<?> task = tasks.get(name);
    if (task == null) {
      throw new IllegalArgumentException("no task " + name);
    }
    task.cancel();
  }

  void log(Object what) {
    world.log(String.valueOf(what));
  }

  @Override
  public void close() {
    world.close();
  }
}
