// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loop in virtual time, and a log of what happens on it. */
final class Watched implements AutoCloseable {
  final VirtualShell shell = new VirtualShell();
  final Loop loop = new Loop(shell);
  final List<String> log = new ArrayList<>();
  final List<String> failures = new ArrayList<>();

  Watched() {
    loop.onFailure((task, error) -> failures.add(task + ": " + error.getMessage()));
  }

  <T extends @Nullable Object> T run(Coroutine<T> coroutine) {
    return loop.run(coroutine);
  }

  void log(String line) {
    log.add(shell.now() + " " + line);
  }

  /** Sleeps, then logs its name. */
  Sample<Void> sleeper(String name, long nanos) {
    return new Sample<>(
        name,
        (state, reply) -> {
          if (state == 0) {
            return await(1, Weft.sleep(Duration.ofNanos(nanos)));
          }
          reply.get();
          log(name);
          return end();
        });
  }

  /** Awaits, and logs what comes of it; returns the value, and throws the failure again. */
  Sample<Object> reporting(String name, Object awaited) {
    return new Sample<>(
        name,
        (state, reply) -> {
          if (state == 0) {
            log(name + " begins");
            return await(1, awaited);
          }
          try {
            Object value = reply.get();
            log(name + " got " + value);
            return end(value);
          } catch (Throwable error) {
            log(name + " threw " + error.getClass().getSimpleName());
            throw error;
          }
        });
  }

  /** Spawns them all, by their numbers, and joins the last. */
  final Sample<Object> spawning(Coroutine<?>... coroutines) {
    List<Task<?>> tasks = new ArrayList<>();
    return new Sample<>(
        "spawning",
        (state, reply) -> {
          if (state > 0 && state <= coroutines.length) {
            tasks.add(reply.get());
          }
          if (state < coroutines.length) {
            return await(state + 1, Weft.spawn(coroutines[state]));
          }
          return state == coroutines.length
              ? await(state + 1, tasks.get(coroutines.length - 1))
              : end(reply.get());
        });
  }

  @Override
  public void close() {
    loop.close();
  }
}
