// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A machine for tests, as short to write as a body: a switch from the state to what comes next.
 *
 * <pre>{@code
 * new Sample<>("nap", (state, reply) -> switch (state) {
 *   case 0 -> await(1, Weft.sleep(pause));
 *   default -> end(reply.get());
 * })
 * }</pre>
 *
 * <p>Its frame is {@code Sample.<name>(Sample.java:<state>)}.
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"})
final class Sample<T extends @Nullable Object> extends Machine<T> {
  interface Body {
    Next step(int state, Answer reply) throws Throwable;
  }

  /** What comes next: what to await or to return. */
  record Next(int state, @Nullable Object what) {}

  /** The reply of the await that led to the state. */
  static final class Answer {
    private final Sample<?> sample;
    private @Nullable Object reply;

    Answer(Sample<?> sample) {
      this.sample = sample;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <V extends @Nullable Object> V get() throws Throwable {
      return sample.<V>value(reply);
    }

    /** The failure, which must be one. */
    Throwable failure() {
      try {
        throw new AssertionError("no failure, but " + sample.<@Nullable Object>value(reply));
      } catch (Throwable error) {
        return error;
      }
    }
  }

  private static final int END = -10;
  private static final int TAIL_AWAIT = -11;

  private final String name;
  private final Body body;

  Sample(String name, Body body) {
    this.name = name;
    this.body = body;
  }

  static Next await(int next, Object awaited) {
    return new Next(next, awaited);
  }

  static Next end(@Nullable Object value) {
    return new Next(END, value);
  }

  static Next end() {
    return new Next(END, null);
  }

  static Next tailAwait(Coroutine<?> coroutine) {
    return new Next(TAIL_AWAIT, coroutine);
  }

  /** One that awaits {@code event} and ends with the reply. */
  static <T extends @Nullable Object> Sample<T> awaits(String name, Object event) {
    return new Sample<>(name, (state, reply) -> state == 0 ? await(1, event) : end(reply.get()));
  }

  /** One that does {@code action} and ends. */
  static Sample<Void> does(String name, Runnable action) {
    return new Sample<>(
        name,
        (state, reply) -> {
          action.run();
          return end();
        });
  }

  @Override
  protected @Nullable Object resume(@Nullable Object given) throws Throwable {
    Answer answer = new Answer(this);
    answer.reply = given;
    for (; ; ) {
      Next next = body.step(state, answer);
      if (next.state() == END) {
        return next.what();
      }
      if (next.state() == TAIL_AWAIT) {
        return tail((Coroutine<?>) next.what());
      }
      try {
        answer.reply = start(next);
      } catch (Throwable error) {
        answer.reply = new Failure(error); // what a generated machine's own catch would see
      }
      if (answer.reply == SUSPENDED) {
        return SUSPENDED;
      }
    }
  }

  private @Nullable Object start(Next next) throws Throwable {
    if (next.what() instanceof Event<?> event) {
      return await(next.state(), event);
    } else if (next.what() instanceof Task<?> task) {
      return await(next.state(), task);
    } else if (next.what() instanceof CompletionStage<?> stage) {
      return await(next.state(), stage);
    }
    return await(next.state(), (Coroutine<?>) next.what());
  }

  @Override
  protected StackTraceElement frame() {
    return frame("Sample", name, "Sample.java", state);
  }

  /** Class, method and line of a frame, without its module. */
  static String place(StackTraceElement frame) {
    return "%s.%s(%s:%d)"
        .formatted(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
