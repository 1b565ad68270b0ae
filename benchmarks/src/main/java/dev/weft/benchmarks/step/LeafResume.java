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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * As {@link SendResume}, with {@code depth - 1} calls that wait above the one that asks. The chain
 * is built once; an operation is one answer to its leaf. What it costs must not depend on the
 * depth.
 *
 * <p>The hand-written peer has an object for each level, with a link to its caller, and remembers
 * the innermost.
 */
public class LeafResume extends Scenario {
  private static final int ROUNDS = 10_000;

  @Param({"1", "10", "100"})
  public int depth;

  private Answer answer = MORE;

  @SuppressWarnings("NullAway.Init") // by begin, which knows the depth
  private Coroutine<Answer> coroutine;

  @SuppressWarnings("NullAway.Init")
  private Conversation conversation;

  private final KotlinConversation kotlin = new KotlinConversation();

  @Setup
  public void begin() {
    Coroutine<Answer> chain = chain(depth);
    chain.send(null);
    coroutine = chain;
    conversation = new Conversation(depth);
    kotlin.begin(depth);
  }

  @Benchmark
  public @Nullable Event<?> weft() {
    return coroutine.send(answer);
  }

  @Async
  static Coroutine<Answer> chain(int depth) {
    Answer last;
    if (depth > 1) {
      last = await(chain(depth - 1));
    } else {
      do {
        last = await(ASK);
      } while (last == MORE);
    }
    if (last == MORE) {
      throw new IllegalStateException("too early, at depth " + depth);
    }
    return done(last);
  }

  @Benchmark
  public @Nullable Ask handWritten() {
    return conversation.send(answer);
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
    handover.converse(ROUNDS, () -> chain(depth, handover));
  }

  private static Answer chain(int depth, Handover handover) {
    Answer last;
    if (depth > 1) {
      last = chain(depth - 1, handover);
    } else {
      do {
        last = handover.ask(ASK);
      } while (last == MORE);
    }
    if (last == MORE) {
      throw new IllegalStateException("too early, at depth " + depth);
    }
    return last;
  }

  private static final class Conversation {
    private @Nullable Level innermost;

    Conversation(int depth) {
      new Level(this, null, depth).resume(null);
    }

    @Nullable Ask send(Answer answer) {
      Level level = innermost;
      Answer given = answer;
      while (level != null) {
        given = level.resume(given);
        if (given == null) {
          return ASK;
        }
        level = level.caller;
      }
      innermost = null;
      return null;
    }
  }

  private static final class Level {
    private final Conversation conversation;
    private final @Nullable Level caller;
    private final int depth;
    private int state;

    Level(Conversation conversation, @Nullable Level caller, int depth) {
      this.conversation = conversation;
      this.caller = caller;
      this.depth = depth;
    }

    /** Returns the result, or null if it has suspended. */
    @SuppressWarnings("fallthrough")
    @Nullable Answer resume(@Nullable Answer given) {
      Answer last = given;
      switch (state) {
        case 0:
          if (depth == 1) {
            state = 2;
            conversation.innermost = this;
            return null;
          }
          state = 1;
          last = new Level(conversation, this, depth - 1).resume(null);
          if (last == null) {
            return null;
          }
        case 1:
          if (last == MORE) {
            throw new IllegalStateException("too early, at depth " + depth);
          }
          return last;
        case 2:
          return last == MORE ? null : last;
        default:
          throw new IllegalStateException("no state " + state);
      }
    }
  }
}
