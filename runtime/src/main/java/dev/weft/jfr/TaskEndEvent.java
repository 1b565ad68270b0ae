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

/** A task has ended. Its duration is from the start, if that was seen, else zero. */
@Name("dev.weft.TaskEnd")
@Label("Task End")
@Category("Weft")
@Description("A task has ended. Its duration is zero if it was started before the recording")
@Enabled(false)
@StackTrace(false)
public final class TaskEndEvent extends Event {
  private static final TaskEndEvent PROBE = new TaskEndEvent();

  @Label("Task")
  @Description("Name of the task")
  @Nullable String task;

  @Label("Outcome")
  @Description("done, failed or cancelled")
  @Nullable String outcome;

  @Label("Failure")
  @Description("Class of what a failed task has thrown")
  @Nullable Class<?> failure;

  /** A task that starts, or one whose start was not seen. */
  public TaskEndEvent() {}

  /**
   * Tells whether a recording wants it. A constant while there is none.
   *
   * @return true if so
   */
  public static boolean isOn() {
    return PROBE.isEnabled();
  }

  /**
   * Records it, if it has lasted as long as the recording's threshold.
   *
   * @param name the task's
   * @param how done, failed or cancelled
   * @param error the class of the failure, or null
   */
  public void record(String name, String how, @Nullable Class<?> error) {
    end();
    if (shouldCommit()) {
      task = name;
      outcome = how;
      failure = error;
      commit();
    }
  }
}
