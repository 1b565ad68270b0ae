// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Loop;
import dev.weft.Task;
import dev.weft.Weft;
import dev.weft.sync.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Weft. */
public final class WeftTasks extends TaskPeer {
  private static final Duration LONG = Duration.ofSeconds(SECONDS_ASLEEP);

  /**
   * Runs a scenario.
   *
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void main(String[] arguments) throws Exception {
    TaskProgram.run(new WeftTasks(), arguments);
  }

  @Override
  @SuppressWarnings("resource") // to close the loop would be to cancel each of them
  protected void sleepers(int n, Runnable asleep) {
    new Loop().run(sleepAll(n, asleep));
  }

  @Async
  static Coroutine<Void> sleepAll(int n, Runnable asleep) {
    for (int i = 0; i < n; i++) {
      await(Weft.spawn(sleeper()));
    }
    await(yieldNow());
    asleep.run();
    return done();
  }

  @Async
  static Coroutine<Void> sleeper() {
    await(sleep(LONG));
    return done();
  }

  @Override
  protected void spawn(int n) {
    Weft.run(spawnAll(n));
  }

  @Async
  static Coroutine<Void> spawnAll(int n) {
    for (int i = 0; i < n; i++) {
      await(await(Weft.spawn(nothing())));
    }
    return done();
  }

  @Async
  static Coroutine<Void> nothing() {
    return done();
  }

  @Override
  protected void timers(Deadlines deadlines) {
    Weft.run(setAll(deadlines, new CompletableFuture<>()));
  }

  @Async
  static Coroutine<Void> setAll(Deadlines deadlines, CompletableFuture<Void> all) {
    for (int i = 0; i < deadlines.size(); i++) {
      await(Weft.spawn(timer(deadlines, i, all)));
    }
    await(all);
    return done();
  }

  @Async
  static Coroutine<Void> timer(Deadlines deadlines, int number, CompletableFuture<Void> all) {
    await(sleep(Duration.ofNanos(deadlines.set(number))));
    if (deadlines.fire(number)) {
      all.complete(null);
    }
    return done();
  }

  @Override
  protected void channel(int n) {
    Weft.run(roundTrips(n));
  }

  @Async
  static Coroutine<Void> roundTrips(int n) {
    Channel<Integer> there = new Channel<>(1);
    Channel<Integer> back = new Channel<>(1);
    await(Weft.spawn(echo(n, there, back)));
    for (int i = 0; i < n; i++) {
      await(there.send(i));
      await(back.receive());
    }
    return done();
  }

  @Async
  @SuppressWarnings("NullAway") // null is the end of a channel, and nobody closes this one
  static Coroutine<Void> echo(int n, Channel<Integer> there, Channel<Integer> back) {
    for (int i = 0; i < n; i++) {
      Integer number = await(there.receive());
      await(back.send(number));
    }
    return done();
  }

  @Override
  protected long skynet(int leaves) {
    return Weft.run(node(0, leaves));
  }

  @Async
  static Coroutine<Long> node(long first, int leaves) {
    if (leaves == 1) {
      return done(first);
    }
    int part = leaves / CHILDREN;
    List<Task<Long>> children = new ArrayList<>(CHILDREN);
    for (int i = 0; i < CHILDREN; i++) {
      children.add(await(Weft.spawn(node(first + (long) i * part, part))));
    }
    long sum = 0;
    for (Task<Long> child : children) {
      sum += await(child);
    }
    return done(sum);
  }
}
