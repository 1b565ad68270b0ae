// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.dump.LoopDump;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for each other. A circle of joins is refused at the join that would close it,
 * whatever else the loop does meanwhile; that all tasks wait for what nobody is left to do is found
 * when the loop has come to rest.
 */
@SuppressWarnings("ReferenceEquality") // of tasks
final class Deadlock {
  /** How many tasks a message lists. */
  private static final int LISTED = 100;

  private Deadlock() {}

  /** Nothing can happen any more on {@code loop}. On its thread. */
  static IllegalStateException ofAll(Loop loop) {
    LoopDump dump = loop.dump();
    int count = dump.tasks().size();
    String rest = count > LISTED ? "\n... " + (count - LISTED) + " more" : "";
    IllegalStateException error =
        new IllegalStateException(
            "deadlock: nothing can ever resume any task of the "
                + new LoopDump(
                    dump.thread(), false, dump.tasks().subList(0, Math.min(count, LISTED)))
                + rest);
    error.setStackTrace(new StackTraceElement[0]); // it is thrown by an await, not from here
    return error;
  }

  /**
   * Refuses to let {@code waiter} join {@code target} if that waits, be it through others, for
   * {@code waiter}.
   */
  static void refuse(Fiber<?> waiter, Fiber<?> target) {
    // As a rule nobody waits for who begins to wait: then there is no circle to close.
    if (waiter.after != null && waitsFor(target, waiter)) {
      throw new IllegalStateException(circle(waiter, target));
    }
  }

  /**
   * Looks for {@code second} among those that {@code first} waits for, and for {@code first} among
   * those that wait for {@code second}, a step here and a step there: so a long row of tasks that
   * join one another costs no more than the shorter side, from whichever end it is made.
   */
  private static boolean waitsFor(Fiber<?> first, Fiber<?> second) {
    Fiber<?> ahead = first;
    Deque<Fiber<?>> behind = new ArrayDeque<>();
    Joiner joiner = (Joiner) second.after;
    for (; ; ) {
      if (ahead == second) {
        return true;
      }
      ahead = joined(ahead);
      while (joiner == null && !behind.isEmpty()) {
        joiner = (Joiner) behind.remove().after;
      }
      if (ahead == null || joiner == null) {
        return false;
      }
      if (joiner instanceof Joiner.OfTask task) {
        if (task.waiter == first) {
          return true;
        }
        behind.add(task.waiter);
      }
      joiner = joiner.next;
    }
  }

  /** The task whose end {@code fiber} waits for. */
  private static @Nullable Fiber<?> joined(Fiber<?> fiber) {
    return fiber.status == Fiber.WAITING && fiber.held instanceof Joiner.OfTask joiner
        ? joiner.target
        : null;
  }

  private static String circle(Fiber<?> waiter, Fiber<?> target) {
    StringBuilder text = new StringBuilder("deadlock: task ").append(waiter.name());
    text.append(" cannot join ").append(target.name()).append(", which waits for it");
    line(waiter, "would wait", target, text);
    int left = LISTED;
    Fiber<?> present = target;
    while (present != waiter && left-- > 0) {
      Fiber<?> next = joined(present);
      if (next == null) {
        break;
      }
      line(present, "waits", next, text);
      present = next;
    }
    return present == waiter ? text.toString() : text.append("\n  and so on").toString();
  }

  private static void line(Fiber<?> fiber, String how, Fiber<?> joined, StringBuilder text) {
    List<StackTraceElement> frames = Snapshot.frames(fiber);
    text.append("\n  ").append(fiber.name()).append(' ').append(how);
    text.append(" for the end of ").append(joined.name());
    if (!frames.isEmpty()) {
      text.append(" at ").append(frames.get(0));
    }
  }
}
