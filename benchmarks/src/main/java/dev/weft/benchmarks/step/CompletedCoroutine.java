// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.benchmarks.step.Answer.MORE;
import static dev.weft.benchmarks.step.Ask.ASK;

import dev.weft.Async;
import dev.weft.Coroutine;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The await of a coroutine that could suspend and does not. An operation is one such call, out of a
 * coroutine that makes a thousand of them in a loop; the bytes of an operation are those of the
 * called coroutine's object, or fewer if the JIT finds out that it is not needed.
 *
 * <p>In Kotlin the called function has an object too, its continuation, for it does something after
 * its suspension point. The hand-written peer makes an object with a state and runs it.
 */
public class CompletedCoroutine extends Scenario {
  private static final int AWAITS = 1_000;

  private final Answer[] answers = answers();

  static Answer[] answers() {
    Answer[] answers = new Answer[AWAITS];
    for (int i = 0; i < AWAITS; i++) {
      answers[i] = i % 2 == 0 ? MORE : Answer.ENOUGH;
    }
    return answers;
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void weft(Blackhole hole) {
    callAll(answers, hole).send(null);
  }

  @Async
  static Coroutine<Void> callAll(Answer[] answers, Blackhole hole) {
    for (Answer answer : answers) {
      hole.consume(await(other(answer)));
    }
    return done();
  }

  @Async
  static Coroutine<Answer> other(@Nullable Answer known) {
    Answer answer = known == null ? await(ASK) : known;
    return done(answer == MORE ? Answer.ENOUGH : MORE);
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void handWritten(Blackhole hole) {
    for (Answer answer : answers) {
      Other other = new Other(answer);
      Answer result = other.resume(null);
      if (result == null) {
        throw new IllegalStateException("it has suspended");
      }
      hole.consume(result);
    }
  }

  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void kotlin(Blackhole hole) {
    new KotlinCompleted(hole).calls(answers);
  }

  private static final class Other {
    private final @Nullable Answer known;
    private int state;

    Other(@Nullable Answer known) {
      this.known = known;
    }

    /** Returns the result, or null if it has suspended. */
    @SuppressWarnings("fallthrough")
    @Nullable Answer resume(@Nullable Answer given) {
      Answer answer = given;
      switch (state) {
        case 0:
          state = 1;
          answer = known;
          if (answer == null) {
            return null;
          }
        case 1:
          return answer == MORE ? Answer.ENOUGH : MORE;
        default:
          throw new IllegalStateException("no state " + state);
      }
    }
  }
}
