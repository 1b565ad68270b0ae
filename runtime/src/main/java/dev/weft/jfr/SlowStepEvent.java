// SPDX-License-Identifier: Apache-2.0
package dev.weft.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A step has held its loop for longer than the loop allows. */
@Name("dev.weft.SlowStep")
@Label("Slow Step")
@Category("Weft")
@Description("A step has held its loop for longer than the loop's threshold for slow steps")
@StackTrace(false)
public final class SlowStepEvent extends Event {
  @Label("Task")
  @Description("Name of the task; none if something ran that is no task")
  @Nullable String task;

  @Label("Loop Thread")
  @Description("Name of the thread that the loop ran on")
  @Nullable String loopThread;

  @Label("State")
  @Description("State of the thread when it was looked at")
  @Nullable String state;

  @Label("Coroutine")
  @Description("Method, file and line of the coroutine that held the loop")
  @Nullable String coroutine;

  @Label("Trace")
  @Description("What it did when it was looked at, and who awaited it: a frame in each line")
  @Nullable String trace;

  private SlowStepEvent() {}

  /**
   * A step begins that may turn out to be slow.
   *
   * @return it
   */
  public static SlowStepEvent of() {
    SlowStepEvent event = new SlowStepEvent();
    event.begin();
    return event;
  }

  /**
   * Records it, if it has lasted as long as the recording's threshold.
   *
   * @param name the task's, or null
   * @param thread the name of the loop's
   * @param present the state of that thread
   * @param frame the frame of the coroutine, or null
   * @param frames all frames
   */
  public void record(
      @Nullable String name, String thread, String present, @Nullable String frame, String frames) {
    end();
    if (shouldCommit()) {
      task = name;
      loopThread = thread;
      state = present;
      coroutine = frame;
      trace = frames;
      commit();
    }
  }
}
