// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stack trace of a failure read as if every await had been a blocking call.
 *
 * <pre>{@code
 * as thrown by the JVM                    as the user sees it
 *   Parser.parse(Parser.java:7)             Parser.parse(Parser.java:7)
 *   Echo.echo(Echo.java:19)                 Echo.echo(Echo.java:19)
 *   Echo_echo.resume                        Echo.serve(Echo.java:11)      <- enter
 *   dev.weft.Machine.await                  Main.main(Main.java:5)        <- arrive
 *   Echo.serve(Echo.java:11)
 *   Echo_serve.resume
 *   dev.weft.Driver.step ...
 * }</pre>
 *
 * <p>A frame is added once: a failure that is thrown again, such as that of a future which two
 * coroutines await, does not grow when it takes a way that it has taken before. For this a cursor
 * goes through the trace during one propagation: if the next frame is already there, behind the
 * cursor, the cursor moves on to it, else it is appended. As with the JVM, a trace stops at {@value
 * #MAX_FRAMES} frames, and one that cannot be written is left alone.
 */
@SuppressWarnings("ReferenceEquality") // the very error is looked for
final class Traces {
  private static final int MAX_FRAMES = 1024;

  /** Where a coroutine's own code ends and what runs it begins. */
  private static final Set<String> RUNTIME =
      Set.of(
          AsyncGeneratorMachine.class.getName(),
          Channels.class.getName(),
          Closing.OfGenerator.class.getName(),
          Closing.AfterFailure.class.getName(),
          Coroutine.class.getName(),
          Custom.class.getName(),
          Deadlock.class.getName(),
          Driver.class.getName(),
          Fiber.class.getName(),
          GeneratorMachine.class.getName(),
          Loop.class.getName(),
          Machine.class.getName(),
          Operations.class.getName(),
          Recorder.class.getName(),
          Reply.class.getName(),
          Traces.class.getName(),
          Weft.class.getName());

  private @Nullable Throwable error;

  /** The machine that the error was last given to. If it throws the error, it passes it on. */
  private @Nullable Machine<?> last;

  private int cursor;

  /** The error leaves {@code machine}, which threw it or let it pass. */
  void leave(Throwable thrown, Machine<?> machine) {
    if (thrown == error && machine == last) {
      return;
    }
    error = thrown;
    last = machine;
    StackTraceElement own = machine.frame();
    if (machine instanceof Closing) {
      drop(thrown, machine);
      cursor = thrown.getStackTrace().length;
      return;
    }
    if (settle(thrown, machine, own)) {
      cursor = thrown.getStackTrace().length;
    } else {
      // Thrown again, in a later step than the one it was first thrown in: its frames are in place.
      // Or made by a machine that has let another end in its place.
      cutRuntime(thrown);
      cursor = find(thrown.getStackTrace(), own, 0, false);
    }
  }

  /** Ends the trace with the user's frame of {@code machine}, if it was made on its stack. */
  private static boolean settle(Throwable thrown, Machine<?> machine, StackTraceElement own) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = indexOfResume(trace, machine.getClass());
    if (at >= 0) {
      thrown.setStackTrace(cutBelow(trace, at, own));
    }
    return at >= 0;
  }

  private static int indexOfResume(StackTraceElement[] trace, Class<?> generated) {
    for (int i = 0; i < trace.length; i++) {
      if (isResume(trace[i], generated)) {
        return i;
      }
    }
    return -1;
  }

  /** A large machine has parts, resume0 and the like, that are called by its resume. */
  private static boolean isResume(StackTraceElement frame, Class<?> generated) {
    return frame.getMethodName().startsWith("resume")
        && frame.getClassName().equals(generated.getName());
  }

  /** Ends the trace above {@code machine}, if it was made on its stack. */
  private static void drop(Throwable thrown, Machine<?> machine) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = indexOfResume(trace, machine.getClass());
    if (at >= 0) {
      StackTraceElement[] kept = cutBelow(trace, at, trace[at]);
      thrown.setStackTrace(Arrays.copyOf(kept, kept.length - 1));
    }
  }

  /**
   * Names the user's method in the trace of an error that leaves a generator, which runs on its
   * caller's stack: all other frames are as they should be.
   */
  static void name(Throwable thrown, Class<?> generated, StackTraceElement own) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = indexOfResume(trace, generated);
    if (at < 0) {
      return;
    }
    int below = at + 1;
    while (below < trace.length && isResume(trace[below], generated)) {
      below++;
    }
    while (below < trace.length && runtime(trace[below])) {
      below++;
    }
    StackTraceElement[] above = cutBelow(trace, at, own);
    StackTraceElement[] whole = Arrays.copyOf(above, above.length + trace.length - below);
    System.arraycopy(trace, below, whole, above.length, trace.length - below);
    thrown.setStackTrace(whole);
  }

  /** The error comes to {@code awaiter} from outside, as the reply to what it awaits. */
  void deliver(Throwable given, Machine<?> awaiter) {
    forget();
    // The failure of a stage may have been made by the one who awaits it now.
    settle(given, awaiter, awaiter.frame());
    enter(given, awaiter);
  }

  /** The error comes to {@code awaiter} from the coroutine it awaits. */
  void enter(Throwable thrown, Machine<?> awaiter) {
    if (thrown != error) {
      error = thrown;
      cursor = 0;
    }
    last = awaiter;
    if (cursor >= MAX_FRAMES || awaiter instanceof Closing) {
      return;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    StackTraceElement frame = awaiter.frame();
    int found = find(trace, frame, cursor, true);
    if (found == 0 && trace.length < MAX_FRAMES) {
      trace = Arrays.copyOf(trace, trace.length + 1);
      trace[trace.length - 1] = frame;
      thrown.setStackTrace(trace);
    }
    cursor = found == 0 ? trace.length : found;
  }

  /** The error comes out to code that is no coroutine, in the frames below the runtime's. */
  void arrive(Throwable thrown) {
    StackTraceElement[] here = new Throwable().getStackTrace();
    int from = 0;
    while (from < here.length && runtime(here[from])) {
      from++;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    int room = Math.min(here.length - from, MAX_FRAMES - trace.length);
    if (room <= 0 || endsWith(trace, here, from)) {
      return;
    }
    StackTraceElement[] whole = Arrays.copyOf(trace, trace.length + room);
    System.arraycopy(here, from, whole, trace.length, room);
    thrown.setStackTrace(whole);
  }

  /** Forgets the error, so that it can be collected. */
  void forget() {
    if (error != null) { // hardly ever, and asked after every step
      error = null;
      last = null;
      cursor = 0;
    }
  }

  /**
   * Drops the frames of what ran a handler, and all below, from an error that the handler threw.
   */
  static void cutHandler(Throwable thrown) {
    cutRuntime(thrown);
  }

  private static void cutRuntime(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    for (int i = 0; i < trace.length; i++) {
      if (runtime(trace[i])) {
        thrown.setStackTrace(Arrays.copyOf(trace, i));
        return;
      }
    }
  }

  /**
   * Turns the generated frame {@code at} into the user's, and drops what is below it. The code of a
   * machine is in the user's class, as a rule; then the frame above has the line.
   */
  private static StackTraceElement[] cutBelow(
      StackTraceElement[] trace, int at, StackTraceElement own) {
    int body = at > 0 && isBody(trace[at - 1], own) ? at - 1 : at;
    StackTraceElement[] kept = new StackTraceElement[body + 1];
    int size = 0;
    for (int i = 0; i < body; i++) {
      if (!runtime(trace[i])) {
        kept[size++] = trace[i];
      }
    }
    kept[size++] = named(trace[body], own);
    return Arrays.copyOf(kept, size);
  }

  /** The frame of a body, with the names of the user's frame {@code own}. */
  static StackTraceElement named(StackTraceElement body, StackTraceElement own) {
    return new StackTraceElement(
        null,
        body.getModuleName(),
        body.getModuleVersion(),
        own.getClassName(),
        own.getMethodName(),
        body.getFileName(),
        body.getLineNumber());
  }

  /** The parts of a large body are called {@code echo$150} and the like. */
  private static boolean isBody(StackTraceElement frame, StackTraceElement own) {
    String name = frame.getMethodName();
    String method = own.getMethodName();
    return frame.getClassName().equals(own.getClassName())
        && (name.equals(method) || name.startsWith(method + "$"));
  }

  /** Returns the index after the first such frame from {@code from} on, or 0. */
  private static int find(
      StackTraceElement[] trace, StackTraceElement frame, int from, boolean sameLine) {
    for (int i = from; i < trace.length; i++) {
      if (trace[i].getMethodName().equals(frame.getMethodName())
          && trace[i].getClassName().equals(frame.getClassName())
          && (!sameLine || trace[i].getLineNumber() == frame.getLineNumber())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean endsWith(StackTraceElement[] trace, StackTraceElement[] here, int from) {
    int length = here.length - from;
    return trace.length >= length
        && Arrays.equals(trace, trace.length - length, trace.length, here, from, here.length);
  }

  static boolean runtime(StackTraceElement frame) {
    return RUNTIME.contains(frame.getClassName())
        || frame.getClassName().startsWith("dev.weft.jfr.")
        || frame.getClassName().startsWith("dev.weft.loop.")
        || isStub(frame);
  }

  /** A machine whose code is in the user's class has {@code resume} methods without lines. */
  static boolean isStub(StackTraceElement frame) {
    return frame.getMethodName().startsWith("resume")
        && frame.getLineNumber() < 0
        && !frame.isNativeMethod()
        && frame.getClassName().indexOf('_') >= 0;
  }
}
