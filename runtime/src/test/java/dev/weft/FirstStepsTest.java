// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"fallthrough", "ReferenceEquality", "StatementSwitchToExpressionSwitch"})
class FirstStepsTest {
  /** {@code await(sleep(1ms)); return done(n);}. */
  private static final class Nap extends Machine<Integer> {
    private final int n;

    Nap(int n) {
      this.n = n;
    }

    @Override
    protected @Nullable Object resume(@Nullable Object reply) throws Throwable {
      for (; ; ) {
        switch (state) {
          case 0:
            return await(1, Weft.sleep(Duration.ofMillis(1)));
          case 1:
            this.<Void>value(reply);
            return n;
          default:
            throw unknownState();
        }
      }
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Sample", "nap", "Sample.java", 10 + state);
    }
  }

  /** {@code return done(await(nap(1)) + await(await(spawn(nap(2)))));}. */
  private static final class Sum extends Machine<Integer> {
    private int first;

    @Override
    protected @Nullable Object resume(@Nullable Object given) throws Throwable {
      Object reply = given;
      for (; ; ) {
        switch (state) {
          case 0:
            reply = await(1, new Nap(1));
            if (reply == SUSPENDED) {
              return SUSPENDED;
            }
          // fall through
          case 1:
            first = this.<Integer>value(reply);
            reply = await(2, Weft.spawn(new Nap(2)));
            if (reply == SUSPENDED) {
              return SUSPENDED;
            }
          // fall through
          case 2:
            reply = await(3, this.<Task<Integer>>value(reply));
            if (reply == SUSPENDED) {
              return SUSPENDED;
            }
          // fall through
          case 3:
            return first + this.<Integer>value(reply);
          default:
            throw unknownState();
        }
      }
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Sample", "sum", "Sample.java", 20 + state);
    }
  }

  @Test
  void sleepsSpawnsAndJoins() {
    assertEquals(3, Weft.run(new Sum()));
  }
}
