// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace in the making, and what its frames are.
 *
 * <p>A frame that the runtime adds is marked by a class loader without a name, which does not show
 * where it is printed: so it is known where a trace ends with a coroutine and may be added to.
 */
final class Trace {
  /** Where a coroutine's own code ends and what runs it begins: outermost classes. */
  private static final Set<String> RUNTIME =
      Set.of(
          AsyncGeneratorMachine.class.getName(),
          BuiltIns.class.getName(),
          Channels.class.getName(),
          Closing.class.getName(),
          Completed.class.getName(),
          Coroutine.class.getName(),
          Custom.class.getName(),
          Deadlock.class.getName(),
          Driver.class.getName(),
          Fiber.class.getName(),
          GeneratorMachine.class.getName(),
          Joiner.class.getName(),
          Loop.class.getName(),
          Machine.class.getName(),
          Operations.class.getName(),
          Recorder.class.getName(),
          Reply.class.getName(),
          TaskThread.class.getName(),
          Trace.class.getName(),
          Traces.class.getName(),
          Weft.class.getName());

  private static final Pattern RESUME = Pattern.compile("resume\\d*");
  private static final String NAMELESS_LOADER = "";

  /** Of a frame whose method has no line table. */
  private static final int NO_LINE = -1;

  private final List<StackTraceElement> frames = new ArrayList<>();

  Trace(StackTraceElement... frames) {
    this.frames.addAll(Arrays.asList(frames));
  }

  /** What is left for the user to see. */
  static Trace withoutHidden(StackTraceElement[] trace) {
    Trace frames = new Trace();
    for (StackTraceElement frame : trace) {
      if (!hidden(frame)) {
        frames.add(frame);
      }
    }
    return frames;
  }

  StackTraceElement[] toArray() {
    return frames.toArray(new StackTraceElement[0]);
  }

  Trace add(StackTraceElement frame) {
    if (frames.size() < Traces.MAX_FRAMES) {
      frames.add(frame);
    }
    return this;
  }

  /**
   * Adds where those stand who wait.
   *
   * @param link the innermost: a {@link Machine}, a {@link Tail}, or null for nobody
   */
  Trace addChain(@Nullable Object link) {
    Object next = link;
    while (next != null && frames.size() < Traces.MAX_FRAMES) {
      if (next instanceof Tail tail) {
        next = tail.awaiter;
        continue;
      }
      Machine<?> machine = (Machine<?>) next;
      if (!(machine instanceof Closing)) {
        add(machine);
      }
      next = machine.link;
    }
    return this;
  }

  private void add(Machine<?> machine) {
    StackTraceElement own = machine.frame();
    if (Traces.FULL && frames.stream().anyMatch(frame -> isSame(frame, own))) {
      return; // it stands on the stack of the one it awaits
    }
    Module module = machine.getClass().getModule();
    ModuleDescriptor descriptor = module.getDescriptor();
    String version = descriptor == null ? null : descriptor.rawVersion().orElse(null);
    frames.add(ours(module.getName(), version, own, own.getFileName(), own.getLineNumber()));
  }

  private static boolean isSame(StackTraceElement frame, StackTraceElement own) {
    return frame.getLineNumber() == own.getLineNumber() && isBody(frame, own);
  }

  static StackTraceElement ours(
      @Nullable String module,
      @Nullable String version,
      StackTraceElement own,
      @Nullable String file,
      int line) {
    return new StackTraceElement(
        NAMELESS_LOADER, module, version, own.getClassName(), own.getMethodName(), file, line);
  }

  static boolean isOurs(StackTraceElement frame) {
    return NAMELESS_LOADER.equals(frame.getClassLoaderName());
  }

  // ---- the frames of a trace that the JVM made

  static boolean runtime(StackTraceElement frame) {
    String name = frame.getClassName();
    if (!name.startsWith("dev.weft.")) {
      return false;
    }
    int nested = name.indexOf('$');
    return RUNTIME.contains(nested < 0 ? name : name.substring(0, nested))
        || name.startsWith("dev.weft.jfr.")
        || name.startsWith("dev.weft.loop.");
  }

  /**
   * Code that is not the user's: of the runtime, or what a machine and the user's code call one
   * another by.
   */
  static boolean hidden(StackTraceElement frame) {
    return runtime(frame) || isStub(frame) || isAccessor(frame);
  }

  /** A member that only the user's class may name is reached by a method that was added there. */
  private static boolean isAccessor(StackTraceElement frame) {
    return frame.getLineNumber() == NO_LINE && frame.getMethodName().startsWith("weft$");
  }

  /** A machine whose code is in the user's class has {@code resume} methods without lines. */
  static boolean isStub(StackTraceElement frame) {
    return frame.getLineNumber() == NO_LINE && RESUME.matcher(frame.getMethodName()).matches();
  }

  /** Returns the index of the first frame that is not code of a coroutine, or the length. */
  static int firstOfRuntime(StackTraceElement[] trace) {
    int at = 0;
    while (at < trace.length && !runtime(trace[at]) && !isStub(trace[at])) {
      at++;
    }
    return at;
  }

  static StackTraceElement[] above(StackTraceElement[] trace, int at) {
    return Arrays.copyOf(trace, at);
  }

  /** Returns the index of the innermost frame of a machine of this class, or -1. */
  static int indexOfResume(StackTraceElement[] trace, Class<?> generated) {
    for (int i = 0; i < trace.length; i++) {
      if (isResume(trace[i], generated)) {
        return i;
      }
    }
    return -1;
  }

  /** A large machine has parts, resume0 and the like, that are called by its resume. */
  static boolean isResume(StackTraceElement frame, Class<?> generated) {
    return frame.getClassName().equals(generated.getName())
        && RESUME.matcher(frame.getMethodName()).matches();
  }

  /**
   * Which frame has the user's line: the code of a machine is in the user's class, as a rule, and
   * then it is the one above.
   */
  static int body(StackTraceElement[] trace, int resume, StackTraceElement own) {
    boolean isStub = trace[resume].getLineNumber() == NO_LINE;
    return resume > 0 && isStub && isBody(trace[resume - 1], own) ? resume - 1 : resume;
  }

  /** The parts of a large body are called {@code echo$150} and the like. */
  private static boolean isBody(StackTraceElement frame, StackTraceElement own) {
    String name = frame.getMethodName();
    String method = own.getMethodName();
    return frame.getClassName().equals(own.getClassName())
        && (name.equals(method) || name.startsWith(method + "$"));
  }
}
