// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static java.util.Objects.requireNonNull;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in events, which a {@link Loop} performs without being taught. {@link Weft} has a
 * factory for each, and says what each does; match these records if you write a loop of your own.
 */
public final class Events {
  private Events() {}

  /** See {@link Weft#yieldNow}. */
  public record YieldNow() implements Event<Void> {
    static final YieldNow INSTANCE = new YieldNow();
  }

  /**
   * See {@link Weft#sleep}.
   *
   * @param duration how long; zero or less is as {@link YieldNow}
   */
  public record Sleep(Duration duration) implements Event<Void> {
    public Sleep {
      requireNonNull(duration, "duration");
    }
  }

  /**
   * See {@link Weft#spawn(Coroutine)}.
   *
   * @param coroutine what to run, not begun yet
   * @param name the task's name, or null for a number
   * @param <T> the type of the task's result
   */
  public record Spawn<T extends @Nullable Object>(Coroutine<T> coroutine, @Nullable String name)
      implements Event<Task<T>> {
    public Spawn {
      requireNonNull(coroutine, "coroutine");
    }
  }

  /**
   * See {@link Weft#join}.
   *
   * @param task the task whose end to wait for
   * @param <T> the type of its result
   */
  public record Join<T extends @Nullable Object>(Task<T> task) implements Event<T> {
    public Join {
      requireNonNull(task, "task");
    }
  }

  /**
   * See {@link Weft#cancel}.
   *
   * @param task the task to cancel
   */
  public record Cancel(Task<?> task) implements Event<Void> {
    public Cancel {
      requireNonNull(task, "task");
    }
  }

  /**
   * See {@link Weft#suspend}.
   *
   * @param start is given the resumption, on the loop's thread
   * @param <T> the type of the reply
   */
  public record Suspend<T extends @Nullable Object>(Consumer<? super Resumption<T>> start)
      implements Event<T> {
    public Suspend {
      requireNonNull(start, "start");
    }
  }

  /**
   * The await of a stage that is not known to be complete.
   *
   * @param stage whose completion to wait for
   * @param <T> the type of its value
   */
  public record Completion<T extends @Nullable Object>(CompletionStage<T> stage)
      implements Event<T> {
    public Completion {
      requireNonNull(stage, "stage");
    }
  }

  /**
   * See {@link Weft#readable}.
   *
   * @param channel the channel
   */
  @SuppressWarnings("AvoidCommonTypeNames") // never imported alone: it is Events.Readable
  public record Readable(SelectableChannel channel) implements Event<Void> {
    public Readable {
      requireNonNull(channel, "channel");
    }
  }

  /**
   * See {@link Weft#writable}.
   *
   * @param channel the channel
   */
  public record Writable(SelectableChannel channel) implements Event<Void> {
    public Writable {
      requireNonNull(channel, "channel");
    }
  }

  /**
   * See {@link Weft#read}.
   *
   * @param channel where to read from
   * @param buffer where to put the bytes
   * @param <C> the type of the channel
   */
  public record Read<C extends SelectableChannel & ReadableByteChannel>(
      C channel, ByteBuffer buffer) implements Event<Integer> {
    public Read {
      requireNonNull(channel, "channel");
      requireNonNull(buffer, "buffer");
    }
  }

  /**
   * See {@link Weft#write}.
   *
   * @param channel where to write to
   * @param buffer where to take the bytes from
   * @param <C> the type of the channel
   */
  public record Write<C extends SelectableChannel & WritableByteChannel>(
      C channel, ByteBuffer buffer) implements Event<Integer> {
    public Write {
      requireNonNull(channel, "channel");
      requireNonNull(buffer, "buffer");
    }
  }

  /**
   * See {@link Weft#accept}.
   *
   * @param listener the bound listener
   */
  public record Accept(ServerSocketChannel listener) implements Event<SocketChannel> {
    public Accept {
      requireNonNull(listener, "listener");
    }
  }

  /**
   * See {@link Weft#connect}.
   *
   * @param channel the channel to connect
   * @param address the address of the peer
   */
  public record Connect(SocketChannel channel, SocketAddress address) implements Event<Void> {
    public Connect {
      requireNonNull(channel, "channel");
      requireNonNull(address, "address");
    }
  }

  /** The exception that a stage was given, without what the stages behind it wrapped around it. */
  static Throwable unwrap(Throwable error) {
    Throwable inner = error;
    while (inner instanceof CompletionException || inner instanceof ExecutionException) {
      Throwable cause = inner.getCause();
      if (cause == null) {
        break;
      }
      inner = cause;
    }
    return inner;
  }
}
