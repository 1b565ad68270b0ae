// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The static imports: {@code await}, {@code done}, {@code run}, and the factories of the built-in
 * events.
 *
 * <p>A factory only makes a value; what is described there happens when the event is awaited, on
 * the loop's thread. An event may be awaited more than once. All of them are fair in this sense:
 * tasks go on in the order in which they became ready, and one whose events are all answered at
 * once lets the others have a turn after 64 of them.
 */
@SuppressWarnings("DoNotCallSuggester") // to be called, and compiled away
public final class Weft {
  private Weft() {}

  // ---- in the body of an @Async method

  /**
   * Runs {@code coroutine} to its end and returns its result. It begins at once, on the same stack,
   * and if it ends without waiting there is no trip through the loop.
   *
   * <p>It throws what the coroutine throws: the method that made it declares that.
   *
   * <p>Cancel: {@link Cancelled} is raised at the event that the innermost coroutine awaits, and
   * passes outward through the awaits.
   *
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return its result
   * @throws IllegalStateException if the coroutine was begun before; and always, if this is not in
   *     an {@link Async} method compiled with Weft's processor
   */
  public static <T extends @Nullable Object> T await(Coroutine<T> coroutine) {
    throw Uncompiled.call("await");
  }

  /**
   * Has {@code event} performed and returns the reply. It throws what the event failed with.
   *
   * @param event the event
   * @param <T> the type of the reply
   * @return the reply
   * @throws IllegalStateException if the loop has no handler for the event's class; and always, if
   *     this is not in an {@link Async} method compiled with Weft's processor
   */
  public static <T extends @Nullable Object> T await(Event<T> event) {
    throw Uncompiled.call("await");
  }

  /**
   * Waits for the end of {@code task}, as {@link #join} does.
   *
   * @param task the task
   * @param <T> the type of its result
   * @return its result
   * @throws IllegalStateException if the task runs on another loop or is the present one; and
   *     always, if this is not in an {@link Async} method compiled with Weft's processor
   */
  public static <T extends @Nullable Object> T await(Task<T> task) {
    throw Uncompiled.call("await");
  }

  /**
   * Waits for the completion of {@code stage} and returns its value, or throws the original
   * exception: what a {@link java.util.concurrent.CompletionException} is wrapped around. Goes on
   * on the loop's thread, whichever thread completes the stage. The value of a {@link
   * java.util.concurrent.CompletableFuture} that is complete is there at once.
   *
   * <p>Cancel: {@link Cancelled} is raised here; the stage is left as it is.
   *
   * @param stage the stage
   * @param <T> the type of its value
   * @return its value
   * @throws IllegalStateException always, if this is not in an {@link Async} method compiled with
   *     Weft's processor
   */
  public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    throw Uncompiled.call("await");
  }

  /**
   * {@code return done();} ends an {@link Async} method that has no result, and any generator.
   *
   * @param <R> what the method returns: {@code Coroutine<Void>} as a rule, {@code Generator<T>} or
   *     {@code AsyncGenerator<T>}
   * @return what the method returns
   * @throws IllegalStateException always, if this is not in an {@link Async} method compiled with
   *     Weft's processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static <R> R done() {
    throw Uncompiled.call("done");
  }

  /**
   * {@code return done(value);} ends an {@link Async} method with a result. In an ordinary method
   * use {@link Coroutine#of}.
   *
   * @param value the result
   * @param <T> its type
   * @return what the method returns
   * @throws IllegalStateException always, if this is not in an {@link Async} method compiled with
   *     Weft's processor
   */
  public static <T extends @Nullable Object> Coroutine<T> done(T value) {
    throw Uncompiled.call("done");
  }

  /**
   * Hands out {@code value} as the next element of the generator that the {@link Async} method is,
   * and goes on when the one after it is asked for. The method must return a {@link Generator} or
   * an {@link AsyncGenerator}, of a type that {@code value} can be assigned to.
   *
   * <p>Cancel, of an {@link AsyncGenerator}: the task that would ask for the next element does not,
   * and closes the generator if it is in a {@code for} loop.
   *
   * @param value the element
   * @param <T> its type
   * @throws Closed if the generator is closed instead
   * @throws IllegalStateException in a {@code finally} block that runs because the generator is
   *     being closed; and always, if this is not in an {@link Async} method compiled with Weft's
   *     processor
   */
  public static <T extends @Nullable Object> void emit(T value) {
    throw Uncompiled.call("emit");
  }

  // ---- anywhere else

  /**
   * Runs {@code coroutine} on a new loop on this thread until it ends, and returns its result.
   *
   * <p>It throws what the coroutine throws: the original object, with the frames of this method's
   * callers at the end of its stack trace. It declares nothing, because javac has already made the
   * caller handle what the {@code @Async} method declares, at the call that is the argument:
   *
   * <pre>{@code
   * public static void main(String[] args) throws IOException {
   *   Weft.run(serve(address));  // serve(..) throws IOException
   * }
   * }</pre>
   *
   * <p>When the coroutine has ended, tasks that are still running are cancelled and awaited, and
   * the loop is closed. Channels are not: who opens one closes it.
   *
   * <p>See {@link Loop#run} for interrupts and for the deadlocks that are found.
   *
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return its result
   * @throws IllegalStateException if the coroutine was begun before, or if a loop is running on
   *     this thread: await the coroutine there, or spawn it
   * @throws java.util.concurrent.CancellationException if the coroutine was cancelled
   */
  public static <T extends @Nullable Object> T run(Coroutine<T> coroutine) {
    Loop.refuseNested();
    try (Loop loop = new Loop()) {
      return loop.run(coroutine);
    }
  }

  // ---- events: tasks and time

  /**
   * Lets the others go first: the task goes to the end of the ready queue.
   *
   * <p>Cancel: raised here.
   *
   * @return the event
   */
  public static Event<Void> yieldNow() {
    return Events.YieldNow.INSTANCE;
  }

  /**
   * Waits for {@code duration}, to the nanosecond by the loop's clock, and never less; the real
   * clock's shell may wake up to a millisecond late. Those who wait to the same nanosecond go on in
   * the order in which they began to wait. Zero or less is as {@link #yieldNow}; more than 146
   * years are as 146 years.
   *
   * <p>Cancel: raised here, and the timer is freed.
   *
   * @param duration how long
   * @return the event
   */
  public static Event<Void> sleep(Duration duration) {
    return new Events.Sleep(duration);
  }

  /**
   * Starts {@code coroutine} as a task of the same loop. The reply, the {@link Task}, is there at
   * once; the new task has its first turn later, after all that are ready now. On a loop that is
   * closing it is cancelled before it begins.
   *
   * <p>The await fails with an {@link IllegalStateException} if the coroutine was begun before.
   *
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return the event
   */
  public static <T extends @Nullable Object> Event<Task<T>> spawn(Coroutine<T> coroutine) {
    return new Events.Spawn<>(coroutine, null);
  }

  /**
   * As {@link #spawn(Coroutine)}, with a name for messages and dumps.
   *
   * @param name the task's name; need not be unique
   * @param coroutine the coroutine, not begun yet
   * @param <T> the type of its result
   * @return the event
   */
  public static <T extends @Nullable Object> Event<Task<T>> spawn(
      String name, Coroutine<T> coroutine) {
    return new Events.Spawn<>(coroutine, name);
  }

  /**
   * Waits for the end of {@code task}. The reply is its result; if it failed, the await throws the
   * very exception; if it was cancelled, a {@link java.util.concurrent.CancellationException} that
   * names it (and not {@link Cancelled}, which always means the task that gets it). Of a task that
   * has ended, the outcome is there at once. Those who join one task go on in the order in which
   * they came.
   *
   * <p>The await fails with an {@link IllegalStateException} if the task is the present one, if it
   * waits itself, be it through others, for the end of the present one, or if it runs on another
   * loop.
   *
   * <p>Cancel: raised here; {@code task} is left as it is.
   *
   * @param task the task
   * @param <T> the type of its result
   * @return the event
   */
  public static <T extends @Nullable Object> Event<T> join(Task<T> task) {
    return new Events.Join<>(task);
  }

  /**
   * Cancels {@code task}, as {@link Task#cancel} does, and does not wait for its end. The reply is
   * there at once. To cancel oneself is to have {@link Cancelled} raised at one's next event.
   *
   * @param task the task; it may have ended
   * @return the event
   */
  public static Event<Void> cancel(Task<?> task) {
    return new Events.Cancel(task);
  }

  /**
   * Waits for a {@link Resumption}: the way to whatever calls back.
   *
   * <p>{@code start} is called at once on the loop's thread; if it throws, the await does.
   *
   * <p>Cancel: raised here, and the resumption is settled.
   *
   * @param start is given the resumption
   * @param <T> the type of the reply
   * @return the event
   */
  public static <T extends @Nullable Object> Event<T> suspend(
      Consumer<? super Resumption<T>> start) {
    return new Events.Suspend<>(start);
  }

  // ---- events: channels
  //
  // These declare IOException for the await, which declares nothing: javac makes the caller handle
  // it in the expression where the event is made.

  /**
   * Waits until {@code channel} may have bytes to read, a connection to accept, or has reached its
   * end. A hint: another may be quicker to take them.
   *
   * <p>As with all events of channels: the loop makes the channel non-blocking, and it stays so.
   * One task may wait to read from (or accept on) a channel while another waits to write to it; for
   * a second one on the same side the await fails with an {@link IllegalStateException}. If a task
   * closes the channel, the await of another fails with a {@link
   * java.nio.channels.ClosedChannelException}; closing it from another thread may go unnoticed
   * until the loop next wakes, so do it by {@link Loop#submit}.
   *
   * <p>Cancel: raised here, and the loop's interest in the channel is withdrawn.
   *
   * @param channel the channel; may be in blocking mode
   * @return the event
   * @throws IOException when awaited, if the channel is closed or cannot be made non-blocking
   */
  @SuppressWarnings("unused")
  public static Event<Void> readable(SelectableChannel channel) throws IOException {
    return new Events.Readable(channel);
  }

  /**
   * Waits until {@code channel} may take bytes. Otherwise as {@link #readable}.
   *
   * @param channel the channel; may be in blocking mode
   * @return the event
   * @throws IOException when awaited, if the channel is closed or cannot be made non-blocking
   */
  @SuppressWarnings("unused")
  public static Event<Void> writable(SelectableChannel channel) throws IOException {
    return new Events.Writable(channel);
  }

  /**
   * Reads some bytes. Tried at once; waits, as {@link #readable} does, only if there are none. The
   * reply is their number, at least 1; or 0 if the buffer has no room; or -1 at the end.
   *
   * <p>Cancel: raised here if it waits; no byte is taken from the channel then.
   *
   * @param channel where to read from; may be in blocking mode
   * @param buffer where to put the bytes, from its position on; not to be touched meanwhile
   * @param <C> the type of the channel
   * @return the event
   * @throws IOException when awaited, if reading fails
   */
  @SuppressWarnings("unused")
  public static <C extends SelectableChannel & ReadableByteChannel> Event<Integer> read(
      C channel, ByteBuffer buffer) throws IOException {
    return new Events.Read<>(channel, buffer);
  }

  /**
   * Writes some bytes, not always all: see {@link ByteBuffer#hasRemaining}. Tried at once; waits,
   * as {@link #writable} does, only if the channel takes none. The reply is the number of bytes
   * written, at least 1; or 0 if the buffer has none.
   *
   * <p>Cancel: raised here if it waits; no byte is written then.
   *
   * @param channel where to write to; may be in blocking mode
   * @param buffer where to take the bytes from, from its position on; not to be touched meanwhile
   * @param <C> the type of the channel
   * @return the event
   * @throws IOException when awaited, if writing fails
   */
  @SuppressWarnings("unused")
  public static <C extends SelectableChannel & WritableByteChannel> Event<Integer> write(
      C channel, ByteBuffer buffer) throws IOException {
    return new Events.Write<>(channel, buffer);
  }

  /**
   * Accepts a connection. Tried at once; waits, as {@link #readable} does, only if there is none.
   * The reply is the channel of the connection, already non-blocking.
   *
   * <p>Cancel: raised here if it waits; no connection is taken then.
   *
   * @param listener the listener, bound
   * @return the event
   * @throws IOException when awaited, if accepting fails
   */
  @SuppressWarnings("unused")
  public static Event<SocketChannel> accept(ServerSocketChannel listener) throws IOException {
    return new Events.Accept(listener);
  }

  /**
   * Connects {@code channel}. Tried at once; waits, as {@link #writable} does, until the connection
   * is made or refused.
   *
   * <p>Cancel: raised here if it waits; the connection is left half made, so close the channel.
   *
   * @param channel the channel, not connected
   * @param address the address of the peer, resolved
   * @return the event
   * @throws IOException when awaited, if connecting fails
   */
  @SuppressWarnings("unused")
  public static Event<Void> connect(SocketChannel channel, SocketAddress address)
      throws IOException {
    return new Events.Connect(channel, address);
  }
}
