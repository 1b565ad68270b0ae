// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>The few bodies that stay in their machines, as {@code Echo_echo.resume(Echo.java:19)}, are
 * named after the method. A handler runs for a coroutine that is not on the stack: that follows at
 * its await.
 */
final class StepTrace {
  private static final int MAX_FRAMES = 1024;

  private final List<StackTraceElement> frames = new ArrayList<>();
  private @Nullable StackTraceElement coroutine;

  /** The machine at the bottom of the stack; if none is on it, the one that awaits; or null. */
  private final @Nullable Machine<?> bottom;

  StepTrace(StackTraceElement[] stack, @Nullable Machine<?> bottom) {
    this.bottom = bottom;
    boolean begun = false;
    for (int i = 0; i < stack.length && !isScheduler(stack[i]); i++) {
      int end = endOfMachine(stack, i);
      if (end > i) {
        begun = end < stack.length && isDriver(stack[end]);
        addBody(plain(stack[i]));
        i = end - 1;
      } else if (!Trace.hidden(stack[i])) {
        frames.add(plain(stack[i]));
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
    return Arrays.stream(stack).anyMatch(StepTrace::isScheduler);
  }

  /** Whether a task has its turn, be it in its coroutine or in a handler. */
  static boolean runsTask(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(frame -> isOf(frame, Fiber.class) && frame.getMethodName().equals("run"));
  }

  /** Whether it is in its coroutine. */
  static boolean resumes(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(StepTrace::isDriver);
  }

  private void add(StackTraceElement frame) {
    frames.add(frame);
    if (coroutine == null) {
      coroutine = frame;
    }
  }

  /** The body of a machine: as a rule it is the user's method above a resume without a line. */
  private void addBody(StackTraceElement resume) {
    if (Trace.isStub(resume) && !frames.isEmpty()) {
      StackTraceElement body = frames.remove(frames.size() - 1);
      add(withoutPart(body, resume.getMethodName().substring("resume".length())));
    } else if (bottom != null && bottom.getClass().getName().equals(resume.getClassName())) {
      add(Traces.named(resume, bottom.frame()));
    } else if (!Trace.hidden(resume)) {
      add(resume);
    }
  }

  /** The part of a body that begins at its state 150 is called {@code echo$150}. */
  private static StackTraceElement withoutPart(StackTraceElement body, String part) {
    String name = body.getMethodName();
    if (part.isEmpty() || !name.endsWith("$" + part)) {
      return body;
    }
    String method = name.substring(0, name.length() - part.length() - 1);
    return Traces.named(body, new StackTraceElement(body.getClassName(), method, null, 0));
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
    return resumed ? end : at;
  }

  /** As the JVM prints it in the traces of exceptions; of other threads it may say more. */
  private static StackTraceElement plain(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    String module = frame.getModuleName();
    boolean jdk = module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    return new StackTraceElement(
        "app".equals(loader) ? null : loader,
        module,
        jdk ? null : frame.getModuleVersion(),
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName(),
        frame.getLineNumber());
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
