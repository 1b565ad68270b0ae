// SPDX-License-Identifier: Apache-2.0
package dev.weft.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A task has awaited something, from its suspension until it goes on. */
@Name("dev.weft.Await")
@Label("Await")
@Category("Weft")
@Description(
    "A task was suspended at an await, until it went on: its wait for the reply and for its turn")
@Enabled(false)
@Threshold("20 ms")
@StackTrace(false)
public final class AwaitEvent extends Event {
  private static final AwaitEvent PROBE = new AwaitEvent();

  @Label("Task")
  @Description("Name of the task")
  @Nullable String task;

  @Label("Event")
  @Description("What was awaited")
  @Nullable Class<?> event;

  @Label("Coroutine")
  @Description("Method, file and line of the await")
  @Nullable String coroutine;

  private AwaitEvent() {}

  /**
   * Tells whether a recording wants it. A constant while there is none.
   *
   * @return true if so
   */
  public static boolean isOn() {
    return PROBE.isEnabled();
  }

  /**
   * An await begins.
   *
   * @param awaited the class of the event
   * @return it
   */
  public static AwaitEvent of(Class<?> awaited) {
    AwaitEvent await = new AwaitEvent();
    await.event = awaited;
    await.begin();
    return await;
  }

  /**
   * Tells, at its end, whether it has lasted as long as the recording's threshold.
   *
   * @return true if it is to be recorded
   */
  public boolean isLong() {
    end();
    return shouldCommit();
  }

  /**
   * Records it.
   *
   * @param name the task's
   * @param frame the frame of the coroutine that awaited
   */
  public void record(String name, String frame) {
    task = name;
    coroutine = frame;
    commit();
  }
}
