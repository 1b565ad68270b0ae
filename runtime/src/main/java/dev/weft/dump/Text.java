// SPDX-License-Identifier: Apache-2.0
package dev.weft.dump;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A dump as people read it:
 *
 * <pre>{@code
 * loop on thread main, 3 tasks
 * ├── main, waiting for the end of server, for 12.041 s
 * │   │   at Main.main(Main.java:9)
 * │   └── server, waiting for Accept[...], for 3.007 s
 * │           at Server.serve(Server.java:31)
 * └── clock, sleeping, for 0.300 s, 0.700 s to go
 *         at Clock.tick(Clock.java:5)
 * }</pre>
 */
final class Text {
  /** Tasks that spawn tasks that spawn tasks are not indented further than this. */
  private static final int DEEPEST = 32;

  /** A task that is yet to be written, and the line that leads down to it. */
  private record Branch(TaskDump task, String lead, int depth, boolean last) {}

  private final LoopDump dump;
  private final Map<Integer, List<TaskDump>> children = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  Text(LoopDump dump) {
    this.dump = dump;
  }

  @Override
  public String toString() {
    head();
    Map<Integer, TaskDump> present = new HashMap<>();
    for (TaskDump task : dump.tasks()) {
      present.put(task.id(), task);
    }
    List<TaskDump> roots = new ArrayList<>();
    for (TaskDump task : dump.tasks()) {
      if (present.containsKey(task.parent()) && task.parent() != task.id()) {
        children.computeIfAbsent(task.parent(), id -> new ArrayList<>()).add(task);
      } else {
        roots.add(task);
      }
    }
    // By hand: of tasks that spawn each other in a row there may be more than calls on a stack.
    Deque<Branch> rest = new ArrayDeque<>();
    push(rest, roots, "", 0);
    while (!rest.isEmpty()) {
      Branch branch = rest.pop();
      write(branch, rest);
    }
    return text.toString();
  }

  private void head() {
    int count = dump.tasks().size();
    text.append(dump.thread() == null ? "loop that does not run" : "loop on thread ");
    if (dump.thread() != null) {
      text.append(oneLine(dump.thread()));
    }
    text.append(", ").append(count).append(count == 1 ? " task" : " tasks");
    if (dump.heldUp()) {
      text.append(", held up in a step that does not end: the rest is as seen from outside");
    }
  }

  private void write(Branch branch, Deque<Branch> rest) {
    TaskDump task = branch.task();
    List<TaskDump> below = children.getOrDefault(task.id(), List.of());
    text.append('\n').append(branch.lead()).append(branch.last() ? "└── " : "├── ");
    text.append(task.summary());
    if (task.parent() != 0 && branch.depth() == 0) {
      text.append(" (spawned by task number ").append(task.parent()).append(", which has ended)");
    }
    String lead = branch.lead();
    if (branch.depth() < DEEPEST) {
      lead += branch.last() ? "    " : "│   ";
    }
    frames(task, "\n" + lead + (below.isEmpty() ? "    " : "│   "), text);
    push(rest, below, lead, branch.depth() + 1);
  }

  /** Pushes them so that the first is popped first. */
  private static void push(Deque<Branch> rest, List<TaskDump> tasks, String lead, int depth) {
    for (int i = tasks.size() - 1; i >= 0; i--) {
      rest.push(new Branch(tasks.get(i), lead, depth, i == tasks.size() - 1));
    }
  }

  static void frames(TaskDump task, String lineStart, StringBuilder text) {
    for (StackTraceElement frame : task.frames()) {
      text.append(lineStart).append("at ").append(frame);
    }
    if (task.hidden() > 0) {
      text.append(lineStart).append("... ").append(task.hidden()).append(" more");
    }
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%d.%03d s", duration.toSeconds(), duration.toMillisPart());
  }

  /** The words of others, which must not break the lines. */
  static String oneLine(String words) {
    StringBuilder line = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append("\\u%04x".formatted(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }
}
