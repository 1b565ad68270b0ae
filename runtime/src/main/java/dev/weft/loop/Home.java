// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which thread a loop runs on, and which loop runs on a thread: one at a time, either way. What is
 * confined to a loop remembers its home.
 */
public final class Home {
  private static final ThreadLocal<@Nullable Home> RUNNING = new ThreadLocal<>();

  private static final Set<Home> ALL_RUNNING = ConcurrentHashMap.newKeySet();

  private final Object loop;
  private volatile @Nullable Thread thread;

  /**
   * Makes the home of a loop.
   *
   * @param loop the loop
   */
  public Home(Object loop) {
    this.loop = loop;
  }

  /**
   * Returns the home of the loop that runs on this thread.
   *
   * @return the home, or null if no loop does
   */
  public static @Nullable Home current() {
    return RUNNING.get();
  }

  /**
   * Returns the homes of all loops that run.
   *
   * @return a view, for any thread
   */
  public static Set<Home> running() {
    return Collections.unmodifiableSet(ALL_RUNNING);
  }

  /**
   * Returns the loop.
   *
   * @return the loop
   */
  public Object loop() {
    return loop;
  }

  /**
   * Returns the thread that the loop runs on. Any thread may call this.
   *
   * @return the thread, or null if it does not run
   */
  public @Nullable Thread thread() {
    return thread;
  }

  /**
   * Tells whether the loop runs on this thread. Any thread may call this.
   *
   * @return true if so
   */
  public boolean isHere() {
    return Thread.currentThread().equals(thread);
  }

  /** The loop begins to run on this thread, where none does. */
  public void enter() {
    thread = Thread.currentThread();
    RUNNING.set(this);
    ALL_RUNNING.add(this);
  }

  /** The loop, which runs on another thread, goes on on this one. */
  public void moveHere() {
    thread = Thread.currentThread();
    RUNNING.set(this);
  }

  /** The loop no longer runs. */
  public void leave() {
    ALL_RUNNING.remove(this);
    thread = null;
    RUNNING.remove();
  }

  @Override
  public String toString() {
    Thread present = thread;
    return present == null ? "a loop that is not running" : "the loop on " + present;
  }
}
