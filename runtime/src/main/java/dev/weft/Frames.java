// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands, as the stack trace that it would have if every await were a call: what is on
 * the Java stack, and then the chain of those who await. On any thread, see {@link Snapshot}.
 */
final class Frames {
  private static final int MAX_FRAMES = 1024;

  /** No chain is longer; one that is, is seen from outside while it changes. */
  private static final int MAX_CHAIN = 10_000_000;

  private final List<StackTraceElement> frames = new ArrayList<>();
  private int hidden;

  List<StackTraceElement> list() {
    return frames;
  }

  int hidden() {
    return hidden;
  }

  /**
   * Of a task that runs.
   *
   * @param stack of the loop's thread
   * @param resumed the machine that was resumed last
   */
  void running(StackTraceElement[] stack, @Nullable Machine<?> resumed) {
    StackTraceElement own = resumed == null ? null : frame(resumed);
    boolean begun = false;
    for (StackTraceElement frame : stack) {
      if (isBase(frame)) {
        break;
      }
      boolean its = resumed != null && frame.getClassName().equals(resumed.getClass().getName());
      begun |= its;
      if (!Trace.hidden(frame)) { // the code of a machine is in the user's class, as a rule
        add(plain(its && own != null ? own : frame, frame));
      }
    }
    awaiting(begun && resumed != null ? resumed.link : resumed);
  }

  /** Of one that does not: {@code innermost}, and who awaits it. */
  void awaiting(@Nullable Object innermost) {
    Object link = innermost;
    for (int length = 0; link != null && length < MAX_CHAIN; length++) {
      if (link instanceof Tail tail) {
        link = tail.awaiter;
      } else if (link instanceof Machine<?> machine && machine.state >= 0) {
        if (!(machine instanceof Closing)) {
          add(frame(machine));
        }
        link = machine.link;
      } else {
        break;
      }
    }
  }

  private void add(@Nullable StackTraceElement frame) {
    if (frame != null) {
      if (frames.size() < MAX_FRAMES) {
        frames.add(frame);
      } else {
        hidden++;
      }
    }
  }

  /** Where the loop's own part of the stack begins. */
  private static boolean isBase(StackTraceElement frame) {
    return frame.getClassName().equals(Driver.class.getName())
        || frame.getClassName().equals(Fiber.class.getName());
  }

  private static @Nullable StackTraceElement frame(Machine<?> machine) {
    try {
      return machine.frame();
    } catch (RuntimeException ended) {
      return null; // it is seen from outside, and has just ended
    }
  }

  /** Without the class loader and the module, as those of machines are. */
  private static StackTraceElement plain(StackTraceElement method, StackTraceElement place) {
    return new StackTraceElement(
        method.getClassName(), method.getMethodName(), place.getFileName(), place.getLineNumber());
  }
}
