// SPDX-License-Identifier: Apache-2.0
package dev.weft.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A task was handed to its loop. */
@Name("dev.weft.TaskStart")
@Label("Task Start")
@Category("Weft")
@Description("A task was handed to its loop; it runs when its turn comes")
@Enabled(false)
@StackTrace(false)
public final class TaskStartEvent extends Event {
  private static final TaskStartEvent PROBE = new TaskStartEvent();

  @Label("Task")
  @Description("Name of the task")
  @Nullable String task;

  @Label("Coroutine")
  @Description("Where the method that it runs begins")
  @Nullable String coroutine;

  @Label("Spawned By")
  @Description("Name of the task in whose step it was started, if any")
  @Nullable String parent;

  private TaskStartEvent() {}

  /**
   * Tells whether a recording wants it. A constant while there is none.
   *
   * @return true if so
   */
  public static boolean isOn() {
    return PROBE.isEnabled();
  }

  /**
   * Records it.
   *
   * @param task the name
   * @param coroutine the frame of the coroutine
   * @param parent the name of the task that runs, or null
   */
  public static void record(String task, String coroutine, @Nullable String parent) {
    TaskStartEvent event = new TaskStartEvent();
    event.task = task;
    event.coroutine = coroutine;
    event.parent = parent;
    event.commit();
  }
}
