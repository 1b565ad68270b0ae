// SPDX-License-Identifier: Apache-2.0
package dev.weft.dump;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a loop were doing at one moment. It is immutable, and keeps nothing of the loop
 * alive.
 *
 * <p>If it was taken while the loop was held up in a step, it is what could be seen from outside:
 * what the other tasks do is as they left it, but a task that the held-up step has changed may be
 * shown as it was before, or be missing.
 *
 * @param thread the name of the thread that the loop ran on; null if it did not run
 * @param heldUp whether it was taken in spite of a step that did not end
 * @param tasks those that had not ended, the oldest first
 */
public record LoopDump(@Nullable String thread, boolean heldUp, List<TaskDump> tasks) {
  /** Copies the tasks. */
  public LoopDump {
    tasks = List.copyOf(tasks);
  }

  /**
   * Writes it as one JSON object: {@code thread} (or null), {@code heldUp} and {@code tasks}, an
   * array of objects, the oldest first. The tasks are a tree by their {@code parent}, the {@code
   * id} of another or 0. {@code waitsFor}, {@code joins}, {@code waitedMillis} and {@code
   * leftMillis} are there if they mean something; {@code frames} are objects with {@code class},
   * {@code method} and, if known, {@code file} and {@code line}.
   *
   * @return the object, in one line
   */
  public String toJson() {
    Json json = new Json();
    writeTo(json);
    return json.toString();
  }

  /**
   * Writes several as a JSON array of what {@link #toJson} writes.
   *
   * @param dumps of one loop each
   * @return the array, in one line
   */
  public static String toJson(List<LoopDump> dumps) {
    Json json = new Json();
    json.open('[');
    for (LoopDump dump : dumps) {
      dump.writeTo(json);
    }
    json.close(']');
    return json.toString();
  }

  /** The tree of tasks, each below the one that spawned it, with where it stands. */
  @Override
  public String toString() {
    return new Text(this).toString();
  }

  private void writeTo(Json json) {
    json.open('{');
    json.name("thread");
    if (thread == null) {
      json.nothing();
    } else {
      json.value(thread);
    }
    json.name("heldUp").value(heldUp);
    json.name("tasks").open('[');
    for (TaskDump task : tasks) {
      task.writeTo(json);
    }
    json.close(']');
    json.close('}');
  }
}
