// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each await of one run, and the log of what the run did. Both worlds play the same
 * script; an await is known by its number in the order of execution, from 0.
 */
public final class Script {
  /** More awaits than any case has: a machine that runs in circles ends here. */
  private static final int LIMIT = 300_000;

  /** Who resumes a machine. */
  public enum Driver {
    /** The one who calls {@code send}, always from the same place. */
    HAND,
    /** The same, but each time from a thread of its own. */
    ELSEWHERE,
    /** A loop. */
    LOOP
  }

  private final IntPredicate suspends;
  private final Driver driver;
  private final int failing;
  private final int corrupted;
  private final int limit;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Throwable> foreign = new ArrayList<>();
  private int awaits;

  private Script(IntPredicate suspends, Driver driver, int failing, int corrupted, int limit) {
    this.suspends = suspends;
    this.driver = driver;
    this.failing = failing;
    this.corrupted = corrupted;
    this.limit = limit;
  }

  /**
   * A script in which every await succeeds.
   *
   * @param suspends which awaits suspend; eager runs do not ask
   * @param driver who resumes; eager runs do not ask
   */
  static Script of(IntPredicate suspends, Driver driver) {
    return new Script(suspends, driver, -1, -1, LIMIT);
  }

  /** The same, but await {@code number} fails. */
  Script failing(int number) {
    return new Script(suspends, driver, number, corrupted, limit);
  }

  /**
   * The same, but await {@code number} gives a wrong value: for proving that a case looks at it.
   */
  Script corrupted(int number) {
    return new Script(suspends, driver, failing, number, limit);
  }

  /** The same, but a run ends that has more awaits than so many. */
  Script within(int awaits) {
    return new Script(suspends, driver, failing, corrupted, awaits);
  }

  public void log(String entry) {
    log.add(entry);
  }

  List<String> entries() {
    return List.copyOf(log);
  }

  /** The end of the log. */
  List<String> tail() {
    List<String> entries = entries();
    return entries.subList(Math.max(0, entries.size() - 20), entries.size());
  }

  /** How many awaits there were so far. */
  int awaits() {
    return awaits;
  }

  /** Begins the next await and returns its number. */
  public int begin(String label) {
    log("await " + label);
    if (awaits == limit) {
      throw new AssertionError("a run of more than " + limit + " awaits");
    }
    return awaits++;
  }

  public boolean suspends(int number) {
    return suspends.test(number);
  }

  public Driver driver() {
    return driver;
  }

  /** What await {@code number} fails with, or null if it succeeds. */
  public @Nullable Throwable failure(int number, String label, Function<String, Throwable> make) {
    if (number != failing) {
      return null;
    }
    Throwable failure = make.apply(label);
    failures.add(failure);
    return failure;
  }

  /** Notes an exception that a case made for the world to fail with. */
  public <X extends Throwable> X note(X failure) {
    failures.add(failure);
    foreign.add(failure);
    return failure;
  }

  /**
   * Whether the stack trace of {@code failure} tells where a case made it, and not where it was
   * thrown.
   */
  boolean isForeign(Throwable failure) {
    return foreign.stream().anyMatch(made -> made == failure);
  }

  /** Whether the run was ended because it would not end by itself. */
  boolean isEndless() {
    return awaits == limit;
  }

  /** The place of {@code failure} among those that the world threw, or -1. */
  int indexOf(Throwable failure) {
    for (int i = 0; i < failures.size(); i++) {
      if (failures.get(i) == failure) {
        return i;
      }
    }
    return -1;
  }

  /** What await {@code number} is resumed with. */
  public @Nullable Object value(int number, @Nullable Object value) {
    return number == corrupted ? corrupt(value) : value;
  }

  private static @Nullable Object corrupt(@Nullable Object value) {
    if (value instanceof Integer i) {
      return i + 1;
    } else if (value instanceof Long l) {
      return l + 1;
    } else if (value instanceof Double d) {
      return d + 1;
    } else if (value instanceof Float f) {
      return f + 1;
    } else if (value instanceof Character c) {
      return (char) (c + 1);
    } else if (value instanceof Boolean b) {
      return !b;
    } else if (value instanceof String s) {
      return s + "?";
    }
    return null;
  }
}
