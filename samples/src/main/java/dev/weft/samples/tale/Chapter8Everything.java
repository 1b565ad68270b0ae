// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Chapter 8: everything.
 *
 * <p>One loop with all that the chapters before have brought: tasks that take turns, join, sleep,
 * wait at streams and can be cancelled wherever they are. Every task is in one place at a time: in
 * the queue of those who are ready, or with somebody it joins, or among the timers, or at a stream.
 * That is all there is to it. Weft's own loop differs in speed and in comfort, but not in kind.
 */
public class Chapter8Everything {

  // What a coroutine may ask for.

  record Nice() implements Event<Void> {}

  record Spawn<T>(Coroutine<T> child) implements Event<Task<T>> {}

  record Join<T>(Task<T> task) implements Event<T> {}

  record Cancel(Task<?> task) implements Event<Boolean> {}

  record Sleep(Duration time) implements Event<Void> {}

  record Ready(int operation, SocketChannel stream) implements Event<Void> {}

  /** Raised in a task that is cancelled. */
  static final class Cancelled extends Error {
    private static final long serialVersionUID = 1;
  }

  // What can be built from that, without a word to the loop.

  @Async
  static Coroutine<String> receive(SocketChannel stream) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    int count = stream.read(buffer);
    while (count == 0) {
      await(new Ready(OP_READ, stream));
      count = stream.read(buffer);
    }
    return done(UTF_8.decode(buffer.flip()).toString()); // empty when the stream has ended
  }

  @Async
  static Coroutine<Void> send(SocketChannel stream, String text) throws IOException {
    ByteBuffer buffer = UTF_8.encode(text);
    while (buffer.hasRemaining()) {
      if (stream.write(buffer) == 0) {
        await(new Ready(OP_WRITE, stream));
      }
    }
    return done();
  }

  /** Cancels a task when the time is up. */
  @Async
  static Coroutine<Void> guard(Duration limit, Task<?> task) {
    await(new Sleep(limit));
    await(new Cancel(task));
    return done();
  }

  /** Awaits a coroutine, but no longer than this; then it is cancelled. */
  @Async
  static <T> Coroutine<T> within(Duration limit, Coroutine<T> coroutine) {
    Task<T> task = await(new Spawn<>(coroutine));
    Task<Void> guard = await(new Spawn<>(guard(limit, task)));
    try {
      return done(await(new Join<>(task)));
    } finally {
      await(new Cancel(guard));
      await(new Cancel(task)); // it has ended, unless we were cancelled ourselves
    }
  }

  @Async
  static Coroutine<Void> echo(SocketChannel stream) throws IOException {
    try {
      for (String text = await(receive(stream)); !text.isEmpty(); text = await(receive(stream))) {
        await(send(stream, text));
      }
    } finally {
      System.out.println("  echo: that is all");
    }
    return done();
  }

  @Async
  static Coroutine<Void> parent() throws IOException {
    try (Chapter6Streams.Pair pair = Chapter6Streams.Pair.open()) {
      Task<Void> echo = await(new Spawn<>(echo(pair.right())));
      await(send(pair.left(), "Hello, world!"));
      System.out.println("  parent: the echo says " + await(receive(pair.left())));
      try {
        await(within(Duration.ofMillis(20), receive(pair.left())));
      } catch (Cancelled cancelled) {
        System.out.println("  parent: the echo has nothing more to say");
      }
      await(new Cancel(echo));
    }
    return done();
  }

  // The loop.

  /** A coroutine that is under way. */
  static final class Task<T> {
    private final Coroutine<T> coroutine;
    private final List<Task<?>> joiners = new ArrayList<>();
    private boolean ready;
    private @Nullable Object value;
    private @Nullable Throwable error;
    private Runnable leave = () -> {}; // takes it out of the place where it waits

    private Task(Coroutine<T> coroutine) {
      this.coroutine = coroutine;
    }
  }

  private record Timer(long deadline, long number, Task<?> task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      long later = deadline - other.deadline;
      return later != 0 ? Long.signum(later) : Long.compare(number, other.number);
    }
  }

  private record Waiter(int operation, SelectionKey key, Task<?> task) {}

  private final Selector selector;
  private final Queue<Task<?>> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private final Map<Task<?>, Throwable> unnoticed = new LinkedHashMap<>();
  private long sleeps;

  Chapter8Everything() throws IOException {
    selector = Selector.open();
  }

  /** Runs a coroutine and all its descendants until every one has ended; returns its result. */
  <T> T run(Coroutine<T> coroutine) throws IOException {
    try (selector) {
      Task<T> root = start(coroutine);
      while (!ready.isEmpty() || !timers.isEmpty() || !waiters.isEmpty()) {
        tick();
      }
      unnoticed.remove(root);
      unnoticed
          .values()
          .forEach(e -> System.out.println("loop: a task crashed: " + e.getMessage()));
      return root.coroutine.result();
    }
  }

  /** Who is due, whose stream is ready, and then a turn for each. */
  private void tick() throws IOException {
    poll();
    long now = now();
    while (!timers.isEmpty() && timers.element().deadline - now <= 0) {
      resume(timers.remove().task);
    }
    for (int turns = ready.size(); turns > 0; turns--) {
      turn(ready.remove());
    }
  }

  private void poll() throws IOException {
    for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      if (waiter.key.isValid()) {
        waiter.key.interestOpsOr(waiter.operation);
      } else {
        each.remove(); // its stream is closed
        resume(waiter.task);
      }
    }
    if (!ready.isEmpty()) {
      selector.selectNow();
    } else if (timers.isEmpty()) {
      selector.select();
    } else {
      pause(selector, timers.element().deadline - now());
    }
    for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      if (selector.selectedKeys().contains(waiter.key)
          && (waiter.key.readyOps() & waiter.operation) != 0) {
        each.remove();
        resume(waiter.task);
      }
    }
    for (SelectionKey key : selector.selectedKeys()) {
      key.interestOps(0);
    }
    selector.selectedKeys().clear();
  }

  private void turn(Task<?> task) {
    Object value = task.value;
    Throwable error = task.error;
    task.ready = false;
    task.value = null;
    task.error = null;
    task.leave = () -> {};
    Event<?> event;
    try {
      event = error == null ? task.coroutine.send(value) : task.coroutine.raise(error);
    } catch (Throwable failure) {
      event = null;
      if (!(failure instanceof Cancelled)) {
        unnoticed.put(task, failure);
      }
    }
    if (event == null) {
      task.joiners.forEach(joiner -> tell(joiner, task));
    } else {
      try {
        answer(task, event);
      } catch (IOException | RuntimeException failure) {
        task.error = failure; // the wish was at fault: let the task know
        resume(task);
      }
    }
  }

  private void answer(Task<?> task, Event<?> event) throws ClosedChannelException {
    if (event instanceof Nice) {
      resume(task);
    } else if (event instanceof Spawn<?> spawn) {
      resume(task);
      task.value = start(spawn.child);
    } else if (event instanceof Cancel cancel) {
      resume(task);
      task.value = cancel(cancel.task);
    } else if (event instanceof Join<?> join) {
      join(task, join.task);
    } else if (event instanceof Sleep sleep) {
      Timer timer = new Timer(now() + sleep.time.toNanos(), sleeps++, task);
      timers.add(timer);
      task.leave = () -> timers.remove(timer);
    } else if (event instanceof Ready wish) {
      SelectionKey known = wish.stream.keyFor(selector);
      SelectionKey key = known != null ? known : wish.stream.register(selector, 0);
      Waiter waiter = new Waiter(wish.operation, key, task);
      waiters.add(waiter);
      task.leave = () -> waiters.remove(waiter);
    } else {
      throw new IllegalArgumentException("this loop has no answer to " + event);
    }
  }

  private <T> Task<T> start(Coroutine<T> coroutine) {
    Task<T> task = new Task<>(coroutine);
    resume(task);
    return task;
  }

  private void resume(Task<?> task) {
    if (!task.ready) {
      task.ready = true;
      ready.add(task);
    }
  }

  private void join(Task<?> joiner, Task<?> task) {
    if (task.coroutine.isDone()) {
      tell(joiner, task);
    } else {
      task.joiners.add(joiner);
      joiner.leave = () -> task.joiners.remove(joiner);
    }
  }

  private void tell(Task<?> joiner, Task<?> ended) {
    try {
      joiner.value = ended.coroutine.result();
    } catch (Throwable failure) {
      joiner.error = failure;
      unnoticed.remove(ended);
    }
    resume(joiner);
  }

  private boolean cancel(Task<?> task) {
    if (task.coroutine.isDone()) {
      return false;
    }
    task.error = new Cancelled();
    task.leave.run();
    resume(task);
    return true;
  }

  /** The time, in nanoseconds. */
  long now() {
    return System.nanoTime();
  }

  /** Waits until a stream is ready or the time has passed. */
  void pause(Selector selector, long nanos) throws IOException {
    if (nanos <= 0) {
      selector.selectNow(); // as select(0) would mean "for ever"
    } else {
      selector.select(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
    }
  }

  public static void main(String[] args) throws IOException {
    new Chapter8Everything().run(parent());
  }
}
