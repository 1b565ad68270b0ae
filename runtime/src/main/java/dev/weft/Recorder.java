// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.jfr.AwaitEvent;
import dev.weft.jfr.Flight;
import dev.weft.jfr.TaskEndEvent;
import dev.weft.jfr.TaskStartEvent;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a loop's tasks and awaits to the flight recorder. A loop has one only while a recording
 * wants one of these events, and looks for it once in a tick: so a step costs a comparison with
 * null, and a task no memory, while nobody records. When they began is kept here and not in the
 * tasks, for the same reason; what has begun before the recording is not known.
 */
final class Recorder {
  private final IdentityHashMap<Fiber<?>, AwaitEvent> awaits = new IdentityHashMap<>();
  private final IdentityHashMap<Fiber<?>, TaskEndEvent> tasks = new IdentityHashMap<>();

  private Recorder() {}

  /** The one to go on with: {@code present}, a new one, or none. */
  static @Nullable Recorder next(@Nullable Recorder present) {
    if (!Flight.isOn() || !(TaskStartEvent.isOn() || TaskEndEvent.isOn() || AwaitEvent.isOn())) {
      return null;
    }
    return present == null ? new Recorder() : present;
  }

  void started(Fiber<?> task, @Nullable Fiber<?> parent) {
    if (TaskStartEvent.isOn()) {
      TaskStartEvent.record(
          task.name(), String.valueOf(task.innermost()), parent == null ? null : parent.name());
    }
    if (TaskEndEvent.isOn()) {
      TaskEndEvent event = new TaskEndEvent();
      event.begin();
      tasks.put(task, event);
    }
  }

  void ended(Fiber<?> task, String outcome, @Nullable Throwable error) {
    TaskEndEvent seen = tasks.remove(task);
    if (TaskEndEvent.isOn()) {
      TaskEndEvent event = seen == null ? new TaskEndEvent() : seen;
      event.record(task.name(), outcome, error == null ? null : error.getClass());
    }
  }

  /** The task will be resumed with the reply to {@code event} in another step. */
  void suspended(Fiber<?> task, Event<?> event) {
    if (AwaitEvent.isOn()) {
      awaits.put(task, AwaitEvent.of(event.getClass()));
    }
  }

  void resumed(Fiber<?> task) {
    AwaitEvent await = awaits.remove(task);
    if (await != null && await.isLong()) {
      await.record(task.name(), String.valueOf(task.innermost()));
    }
  }
}
