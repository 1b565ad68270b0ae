// SPDX-License-Identifier: Apache-2.0
package dev.weft.dump;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one task was doing.
 *
 * @param id a number, unique in its loop
 * @param name its name
 * @param parent the id of the task that spawned it, which may have ended; 0 if no task did
 * @param status what the loop does with it
 * @param waitsFor what it waits for, in the words of the event; null if it does not wait
 * @param joins the id of the task whose end it waits for, else 0
 * @param waited how long it has waited, or slept, by the clock of the loop's turns: to the
 *     millisecond, and too much by what had passed of the turn in which it began, if anything; null
 *     if it does neither
 * @param left how much longer it sleeps; null if it does not, or if it is not known
 * @param frames where it stands, as a stack trace: the innermost first, no more than 1024
 * @param hidden how many frames there are beyond these
 */
public record TaskDump(
    int id,
    String name,
    int parent,
    Status status,
    @Nullable String waitsFor,
    int joins,
    @Nullable Duration waited,
    @Nullable Duration left,
    List<StackTraceElement> frames,
    int hidden) {
  /** What a loop does with a task. */
  public enum Status {
    /** Nothing yet: it has not begun. */
    NEW,
    /** Runs it. */
    RUNNING,
    /** Will resume it in its turn. */
    READY,
    /** Will resume it at its time. */
    SLEEPING,
    /** Knows what it waits for. */
    WAITING
  }

  /** Copies the frames. */
  public TaskDump {
    frames = List.copyOf(frames);
  }

  /**
   * Says it in one line, without the frames.
   *
   * @return for instance {@code task-7, waiting for the end of task-8 for 1.250 s}
   */
  public String summary() {
    StringBuilder line = new StringBuilder(Text.oneLine(name)).append(", ");
    line.append(status.name().toLowerCase(Locale.ROOT));
    if (waitsFor != null) {
      line.append(" for ").append(Text.oneLine(waitsFor));
    }
    if (waited != null) {
      line.append(", for ").append(Text.seconds(waited));
    }
    if (left != null) {
      line.append(", ").append(Text.seconds(left)).append(" to go");
    }
    return line.toString();
  }

  /**
   * Writes it as a JSON object; see {@link LoopDump#toJson}.
   *
   * @return the object
   */
  public String toJson() {
    Json json = new Json();
    writeTo(json);
    return json.toString();
  }

  /** The summary, and a line for each frame. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(summary());
    Text.frames(this, "\n    ", text);
    return text.toString();
  }

  void writeTo(Json json) {
    json.open('{');
    json.name("id").value(id);
    json.name("name").value(name);
    json.name("parent").value(parent);
    json.name("status").value(status.name().toLowerCase(Locale.ROOT));
    if (waitsFor != null) {
      json.name("waitsFor").value(waitsFor);
    }
    if (joins != 0) {
      json.name("joins").value(joins);
    }
    if (waited != null) {
      json.name("waitedMillis").value(waited.toMillis());
    }
    if (left != null) {
      json.name("leftMillis").value(left.toMillis());
    }
    json.name("frames").open('[');
    for (StackTraceElement frame : frames) {
      json.open('{');
      json.name("class").value(frame.getClassName());
      json.name("method").value(frame.getMethodName());
      if (frame.getFileName() != null) {
        json.name("file").value(frame.getFileName());
      }
      if (frame.getLineNumber() >= 0) {
        json.name("line").value(frame.getLineNumber());
      }
      json.close('}');
    }
    json.close(']');
    json.name("hidden").value(hidden);
    json.close('}');
  }
}
