// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.benchmarks.step.Answer.MORE;
import static dev.weft.benchmarks.step.Ask.ASK;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Suspend and resume by hand. An operation is one answer sent to something that asks in a loop: it
 * goes on where it stood, looks at the answer, and suspends with the next question, which is
 * returned.
 *
 * <p>The hand-written peer is one object with an {@code int} state. In Kotlin the function stores
 * the raw continuation, without interceptor or job, and the answer resumes that. Of virtual threads
 * two are needed; each answer parks one and unparks the other, and so does the question.
 */
public class SendResume extends Scenario {
  private static final int ROUNDS = 10_000;

  /** Not a constant, or the JIT would know how each look at it ends. */
  private Answer answer = MORE;

  private final Coroutine<Void> coroutine = conversation();
  private final Conversation conversation = new Conversation();
  private final KotlinConversation kotlin = new KotlinConversation();

  @Setup
  public void begin() {
    coroutine.send(null);
    conversation.resume(null);
    kotlin.begin(1);
  }

  @Benchmark
  public @Nullable Event<?> weft() {
    return coroutine.send(answer);
  }

  @Async
  static Coroutine<Void> conversation() {
    while (await(ASK) == MORE) {}
    return done();
  }

  @Benchmark
  public @Nullable Ask handWritten() {
    return conversation.resume(answer);
  }

  @Benchmark
  public @Nullable Ask kotlin() {
    return kotlin.send(answer);
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  @Fork(jvmArgsAppend = {ONE_CARRIER, NO_OTHER_CARRIER})
  public void virtualThread() {
    Handover handover = new Handover();
    handover.converse(
        ROUNDS,
        () -> {
          while (handover.ask(ASK) == MORE) {}
        });
  }

  private static final class Conversation {
    private int state;

    @Nullable Ask resume(@Nullable Answer answer) {
      switch (state) {
        case 0 -> {
          state = 1;
          return ASK;
        }
        case 1 -> {
          if (answer == MORE) {
            return ASK;
          }
          state = 2;
          return null;
        }
        default -> throw new IllegalStateException("the conversation has ended");
      }
    }
  }
}
