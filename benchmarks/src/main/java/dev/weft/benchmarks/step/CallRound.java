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
 * A chain of {@code depth} calls with one suspension at the leaf. An operation is a whole round:
 * the leaf gets its answer and returns it, so does each of its callers after a look at it, and the
 * outermost, which is called in a loop, is called again, down to the leaf, which asks.
 *
 * <p>The hand-written peer makes an object for each level, with a link to its caller. Going down,
 * one level calls the next; going up, a loop hands the answer from a level to its caller.
 */
public class CallRound extends Scenario {
  private static final int ROUNDS = 10_000;

  @Param({"1", "10", "100"})
  public int depth;

  private Answer answer = MORE;

  @SuppressWarnings("NullAway.Init") // by begin, which knows the depth
  private Coroutine<Void> coroutine;

  @SuppressWarnings("NullAway.Init")
  private Rounds handWritten;

  private final KotlinConversation kotlin = new KotlinConversation();

  @Setup
  public void begin() {
    Coroutine<Void> rounds = rounds(depth);
    rounds.send(null);
    coroutine = rounds;
    handWritten = new Rounds(depth);
    kotlin.beginRounds(depth);
  }

  @Benchmark
  public @Nullable Event<?> weft() {
    return coroutine.send(answer);
  }

  @Async
  static Coroutine<Void> rounds(int depth) {
    while (await(call(depth)) == MORE) {}
    return done();
  }

  @Async
  static Coroutine<Answer> call(int depth) {
    Answer answer = depth > 1 ? await(call(depth - 1)) : await(ASK);
    if (answer == null) {
      throw new IllegalStateException("no answer, at depth " + depth);
    }
    return done(answer);
  }

  @Benchmark
  public @Nullable Ask handWritten() {
    return handWritten.send(answer);
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
          while (call(depth, handover) == MORE) {}
        });
  }

  private static Answer call(int depth, Handover handover) {
    Answer answer = depth > 1 ? call(depth - 1, handover) : handover.ask(ASK);
    if (answer == null) {
      throw new IllegalStateException("no answer, at depth " + depth);
    }
    return answer;
  }

  private static final class Rounds {
    private final int depth;
    private @Nullable Call innermost;

    Rounds(int depth) {
      this.depth = depth;
      new Call(this, null, depth).resume(null);
    }

    @Nullable Ask send(Answer answer) {
      Answer given = answer;
      for (Call call = innermost; call != null; call = call.caller) {
        given = call.resume(given);
        if (given == null) {
          return ASK;
        }
      }
      if (given != MORE) {
        innermost = null;
        return null;
      }
      new Call(this, null, depth).resume(null);
      return ASK;
    }
  }

  private static final class Call {
    private final Rounds rounds;
    private final @Nullable Call caller;
    private final int depth;
    private int state;

    Call(Rounds rounds, @Nullable Call caller, int depth) {
      this.rounds = rounds;
      this.caller = caller;
      this.depth = depth;
    }

    /** Returns the answer, or null if it has suspended. */
    @SuppressWarnings("fallthrough")
    @Nullable Answer resume(@Nullable Answer given) {
      Answer answer = given;
      switch (state) {
        case 0:
          state = 1;
          if (depth == 1) {
            rounds.innermost = this;
            return null;
          }
          answer = new Call(rounds, this, depth - 1).resume(null);
          if (answer == null) {
            return null;
          }
        case 1:
          if (answer == null) {
            throw new IllegalStateException("no answer, at depth " + depth);
          }
          return answer;
        default:
          throw new IllegalStateException("no state " + state);
      }
    }
  }
}
