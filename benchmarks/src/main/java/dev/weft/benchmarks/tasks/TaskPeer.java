// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

/**
 * What a peer does in each scenario, all of it on one thread. A peer overrides what it has an
 * equivalent of.
 */
public abstract class TaskPeer {
  /** How long a sleeper means to sleep: longer than any run. */
  protected static final int SECONDS_ASLEEP = 3600;

  /** How many children a node of Skynet has. */
  protected static final int CHILDREN = 10;

  /** For subclasses. */
  protected TaskPeer() {}

  /**
   * Starts {@code n} tasks that go to sleep, runs {@code asleep} when the last of them does, and
   * lets go of them.
   *
   * @param n how many tasks
   * @param asleep is run once, while they sleep
   * @throws Exception on failure
   */
  protected void sleepers(int n, Runnable asleep) throws Exception {
    throw new NoSuchScenarioException();
  }

  /**
   * Starts a task that does nothing, waits for its end, and so {@code n} times.
   *
   * @param n how often
   * @throws Exception on failure
   */
  protected void spawn(int n) throws Exception {
    throw new NoSuchScenarioException();
  }

  /**
   * Sets all timers in the order of their numbers and returns when all have fired. Where tasks can
   * sleep, each timer is a task of its own.
   *
   * @param deadlines what to set, and who is to be told of each
   * @throws Exception on failure
   */
  protected void timers(Deadlines deadlines) throws Exception {
    throw new NoSuchScenarioException();
  }

  /**
   * Tells whether timers fire in the order of their deadlines to the nanosecond. If so, one that
   * does not is an error.
   *
   * @return true if so
   */
  protected boolean exact() {
    return true;
  }

  /**
   * Sends a number from one task to another over a channel with room for one, and back over a
   * second such channel, {@code n} times.
   *
   * @param n how many round trips
   * @throws Exception on failure
   */
  protected void channel(int n) throws Exception {
    throw new NoSuchScenarioException();
  }

  /**
   * A tree of tasks: each starts ten and adds up what they return, down to {@code leaves} leaves,
   * which return their numbers.
   *
   * @param leaves how many leaves, a power of ten
   * @return the sum
   * @throws Exception on failure
   */
  protected long skynet(int leaves) throws Exception {
    throw new NoSuchScenarioException();
  }

  /** The peer has no equivalent, or not on this JDK. */
  static final class NoSuchScenarioException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
