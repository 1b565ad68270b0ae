// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java stack of a loop's thread amid a step, as the user sees it.
 *
 * <pre>{@code
 * the thread                               the trace
 *   java.lang.Thread.sleep                   java.lang.Thread.sleep
 *   Parser.parse(Parser.java:7)              Parser.parse(Parser.java:7)
 *   Echo.echo(Echo.java:19)                  Echo.echo(Echo.java:19)       <- the coroutine
 *   Echo_echo.resume                         Echo.serve(Echo.java:11)      <- awaits it
 *   dev.weft.Driver.step
 *   dev.weft.Fiber.run ...
 * }</pre>
 *
 * <p>The body of a coroutine may also stand in {@code Echo_echo.resume(Echo.java:19)} itself, which
 * is then named after the method. A handler runs for a coroutine that is not on the stack: that
 * follows at its await.
 */
final class StepTrace {
  private static final int MAX_FRAMES = 1024;

  private final List<StackTraceElement> frames = new ArrayList<>();
  private @Nullable StackTraceElement coroutine;

  /** The machine that was resumed at the bottom of the stack, or null if it is not known. */
  private final @Nullable Machine<?> bottom;

  StepTrace(StackTraceElement[] stack, @Nullable Machine<?> bottom) {
    this.bottom = bottom;
    boolean begun = false;
    for (int i = 0; i < stack.length && !isScheduler(stack[i]); i++) {
      int end = endOfMachine(stack, i);
      if (end > i) {
        begun = end < stack.length && isDriver(stack[end]);
        addBody(stack[i], i == 0 ? null : stack[i - 1]);
        i = end - 1;
      } else if (!Traces.runtime(stack[i])) {
        frames.add(stack[i]);
      }
    }
    Machine<?> next = begun ? awaiter(bottom) : bottom;
    for (; next != null && frames.size() < MAX_FRAMES; next = awaiter(next)) {
      if (!(next instanceof Closing)) {
        add(next.frame());
      }
    }
  }

  List<StackTraceElement> frames() {
    return frames;
  }

  @Nullable StackTraceElement coroutine() {
    return coroutine;
  }

  static boolean isStep(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (isScheduler(frame)) {
        return true;
      }
    }
    return false;
  }

  static boolean runsTask(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getMethodName().equals("run") && isOf(frame, Fiber.class)) {
        return true;
      }
    }
    return false;
  }

  private void add(StackTraceElement frame) {
    frames.add(frame);
    if (coroutine == null) {
      coroutine = frame;
    }
  }

  /** Adds the body of a machine, unless it is the frame above the machine's. */
  private void addBody(StackTraceElement resume, @Nullable StackTraceElement above) {
    if (above != null && isBody(above, resume)) {
      if (coroutine == null) {
        coroutine = above;
      }
      return;
    }
    Machine<?> resumed = bottom;
    if (resumed != null && resumed.getClass().getName().equals(resume.getClassName())) {
      StackTraceElement own = resumed.frame();
      add(Traces.named(resume, own));
    } else {
      add(resume);
    }
  }

  /** The machine of {@code Outer.Inner.m} is called {@code Outer_Inner_m}, or has a number too. */
  private static boolean isBody(StackTraceElement body, StackTraceElement resume) {
    String owner = body.getClassName();
    int top = owner.indexOf('$');
    String outer = top < 0 ? owner : owner.substring(0, top);
    int simple = outer.lastIndexOf('.') + 1;
    String name =
        outer.substring(0, simple)
            + outer.substring(simple).replace("_", "__")
            + (top < 0 ? "" : owner.substring(top).replace('$', '_'))
            + "_"
            + body.getMethodName();
    String machine = resume.getClassName();
    return machine.startsWith(name) && machine.substring(name.length()).matches("(_\\d+)?");
  }

  /**
   * Returns the index behind the frames of a machine that begin at {@code at}, or {@code at}. A
   * large one has parts, resume0 and the like, that are called by its resume.
   */
  private static int endOfMachine(StackTraceElement[] stack, int at) {
    String machine = stack[at].getClassName();
    int end = at;
    while (end < stack.length
        && stack[end].getClassName().equals(machine)
        && stack[end].getMethodName().startsWith("resume")) {
      end++;
    }
    boolean resumed =
        end < stack.length
            && (isDriver(stack[end])
                || isOf(stack[end], Machine.class)
                || isOf(stack[end], GeneratorMachine.class));
    return resumed && !Traces.runtime(stack[at]) ? end : at;
  }

  private static boolean isDriver(StackTraceElement frame) {
    return isOf(frame, Driver.class);
  }

  private static boolean isScheduler(StackTraceElement frame) {
    return frame.getClassName().equals("dev.weft.loop.Scheduler");
  }

  private static boolean isOf(StackTraceElement frame, Class<?> type) {
    return frame.getClassName().equals(type.getName());
  }

  private static @Nullable Machine<?> awaiter(@Nullable Machine<?> machine) {
    if (machine == null || machine.state < 0 && machine.state != Machine.MOVED) {
      return null; // ended: what was the awaiter is the outcome
    }
    Object link = machine.link;
    return link instanceof Tail tail ? tail.awaiter : (Machine<?>) link;
  }
}
