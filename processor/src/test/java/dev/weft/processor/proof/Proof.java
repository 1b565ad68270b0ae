// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plays a case in both realms, by every script that it takes, and compares. */
public final class Proof {
  /** The ways in which awaits may suspend. None may make a difference. */
  enum Mode {
    COMPLETE(number -> false, Script.Driver.HAND),
    SUSPENDED(number -> true, Script.Driver.HAND),
    ELSEWHERE(number -> true, Script.Driver.ELSEWHERE),
    ALTERNATING(number -> number % 2 == 0, Script.Driver.HAND),
    LOOP(number -> number % 3 != 1, Script.Driver.LOOP);

    private final IntPredicate suspends;
    private final Script.Driver driver;

    Mode(IntPredicate suspends, Script.Driver driver) {
      this.suspends = suspends;
      this.driver = driver;
    }

    Script script() {
      return Script.of(suspends, driver);
    }
  }

  /** So many of the first awaits, and the last one, are made to fail in turn. */
  private static final int FAILING = 10;

  /** So many awaits too many are enough to see what they are. */
  private static final int EXCESS = 100;

  private final Realm expected;
  private final Realm actual;
  private int runs;
  private long awaits;

  public Proof(Realm expected, Realm actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /** The first difference of each mode; none if the case is proven. */
  public List<String> differences(Case c) {
    List<String> differences = new ArrayList<>();
    try {
      Script plain = Mode.COMPLETE.script();
      Outcome success = meant(c, plain);
      for (Mode mode : Mode.values()) {
        compare(success, c, within(plain, mode.script()), mode.toString(), differences);
      }
      for (int number : failing(plain.awaits())) {
        Script failing = Mode.COMPLETE.script().failing(number);
        Outcome failure = meant(c, failing);
        for (Mode mode : List.of(Mode.COMPLETE, Mode.SUSPENDED, Mode.LOOP)) {
          Script script = within(failing, mode.script().failing(number));
          compare(failure, c, script, mode + ", await " + number + " fails", differences);
        }
      }
    } catch (Realm.NeverEnds e) {
      differences.add(e.getMessage());
    }
    return differences;
  }

  /** A machine that awaits more than was meant is wrong already, and need not go on for ever. */
  private static Script within(Script meant, Script script) {
    return script.within(meant.awaits() + EXCESS);
  }

  /** What the case does as plain Java. One that runs in circles there proves nothing. */
  private Outcome meant(Case c, Script script) {
    Outcome outcome;
    try {
      outcome = expected.run(c, script);
    } catch (Realm.NeverEnds e) {
      throw new AssertionError(c.id() + " itself does not end", e);
    }
    if (script.isEndless()) {
      throw new AssertionError(c.id() + " itself does not end; log: " + script.tail());
    }
    return outcome;
  }

  private void compare(
      Outcome outcome, Case c, Script script, String name, List<String> differences) {
    @Nullable String difference;
    runs++;
    try {
      difference = outcome.withoutTails(c).difference(actual.run(c, script).withoutTails(c));
    } catch (Realm.NeverEnds e) {
      differences.add(name + ":");
      throw e;
    } catch (AssertionError e) {
      difference = e + (e.getCause() == null ? "" : ": " + e.getCause());
    }
    awaits += script.awaits();
    if (difference != null) {
      differences.add(name + ": " + difference);
    }
  }

  /** How many runs of machines were compared so far. */
  public int runs() {
    return runs;
  }

  /** How many awaits there were in them. */
  public long awaits() {
    return awaits;
  }

  static int[] failing(int awaits) {
    return awaits <= FAILING
        ? IntStream.range(0, awaits).toArray()
        : IntStream.concat(IntStream.range(0, FAILING), IntStream.of(awaits - 1)).toArray();
  }
}
