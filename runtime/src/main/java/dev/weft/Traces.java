// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stack trace of a failure read as if every await had been a blocking call.
 *
 * <pre>{@code
 * as thrown by the JVM                    as the user sees it
 *   Parser.parse(Parser.java:7)             Parser.parse(Parser.java:7)
 *   Echo.echo(Echo.java:19)                 Echo.echo(Echo.java:19)
 *   Echo_echo.resume                        Echo.serve(Echo.java:11)      <- who awaits
 *   dev.weft.Driver.step ...                Main.main(Main.java:5)        <- who runs the loop
 * }</pre>
 *
 * <p>It is done once, when the failure leaves the first coroutine, for all that await one another
 * then: who catches it on the way sees the whole. What it was caused by, or suppresses, is treated
 * alike. After that the trace stays as it is, as in plain Java, however often the failure is thrown
 * again; and one that was made outside of any coroutine, or cannot be written, or was set by the
 * user, is left alone.
 *
 * <p>A failure that comes from outside - of a task that is joined, a stage, an event - gets the
 * frames of those who await it behind its own. If several do, each in turn sees its own chain there
 * and not that of the one before.
 *
 * <p>As with the JVM, a trace stops at {@value #MAX_FRAMES} frames. With {@code
 * -Ddev.weft.traces=full} nothing is taken out.
 */
@SuppressWarnings("ReferenceEquality") // the very error is looked for
final class Traces {
  static final int MAX_FRAMES = 1024;

  static final boolean FULL = "full".equals(System.getProperty("dev.weft.traces"));

  /** For all loops: a stage may be awaited on several. */
  private static final Given GIVEN = new Given();

  /** The error that is on its way through machines; its trace is whole. */
  private @Nullable Throwable error;

  /** The error leaves {@code machine}, which threw it or let it pass. */
  void leave(Throwable thrown, Machine<?> machine) {
    if (thrown != error) {
      error = thrown;
      complete(thrown, machine, newSeen());
    }
  }

  /** The error is the reply to what {@code awaiter} awaits. */
  void deliver(Failure failure, Machine<?> awaiter) {
    Throwable given = failure.error();
    error = given;
    if (made(given, awaiter)) {
      return; // by the one who awaits it now
    }
    StackTraceElement[] trace = given.getStackTrace();
    StackTraceElement @Nullable [] own = GIVEN.of(failure.source());
    if (own == null || !startsWith(trace, own)) {
      own = FULL ? trace : Trace.above(trace, Trace.firstOfRuntime(trace));
      GIVEN.put(failure.source(), own);
    }
    write(given, new Trace(own).addChain(awaiter));
  }

  private void complete(Throwable thrown, Machine<?> machine, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    if (!made(thrown, machine) && !FULL) {
      StackTraceElement[] trace = thrown.getStackTrace();
      int at = Trace.firstOfRuntime(trace);
      if (at < trace.length) { // by another coroutine: plain Java would not add who throws it
        thrown.setStackTrace(Trace.above(trace, at));
      }
    }
    Throwable cause = thrown.getCause();
    if (cause != null) {
      complete(cause, machine, seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      complete(suppressed, machine, seen);
    }
  }

  /** Completes the trace if the error was made on the stack of {@code machine}, in this step. */
  private static boolean made(Throwable thrown, Machine<?> machine) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = Trace.indexOfResume(trace, machine.getClass());
    if (at < 0) {
      return false;
    }
    Trace frames;
    if (FULL) {
      frames = new Trace(trace);
    } else {
      frames = new Trace();
      int body = Trace.body(trace, at, machine.frame());
      for (int i = 0; i < body; i++) {
        if (!Trace.hidden(trace[i])) {
          frames.add(trace[i]);
        }
      }
      if (!(machine instanceof Closing)) {
        frames.add(named(trace[body], machine.frame()));
      }
    }
    write(thrown, frames.addChain(machine.link));
    return true;
  }

  /**
   * Names the user's method in the trace of an error that leaves a generator, which runs on its
   * caller's stack: all other frames are as they should be.
   */
  static void name(Throwable thrown, Class<?> generated, StackTraceElement own) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = Trace.indexOfResume(trace, generated);
    if (FULL || at < 0) {
      return;
    }
    int below = at + 1;
    while (below < trace.length
        && (Trace.isResume(trace[below], generated) || Trace.hidden(trace[below]))) {
      below++;
    }
    int body = Trace.body(trace, at, own);
    Trace frames = new Trace();
    for (int i = 0; i < trace.length; i++) {
      if (i == body) {
        frames.add(named(trace[body], own));
      } else if (i >= below || i < body && !Trace.hidden(trace[i])) {
        frames.add(trace[i]);
      }
    }
    write(thrown, frames);
  }

  /** The error comes out to code that is no coroutine, in the frames below the runtime's. */
  void arrive(Throwable thrown) {
    if (!FULL) {
      arrive(thrown, new Throwable().getStackTrace(), newSeen());
    }
  }

  private static void arrive(Throwable thrown, StackTraceElement[] here, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    if (Trace.firstOfRuntime(trace) < trace.length) { // made by the runtime itself
      write(thrown, Trace.withoutHidden(trace));
    } else if (trace.length > 0 && Trace.isOurs(trace[trace.length - 1])) {
      Trace frames = new Trace(trace);
      int from = 0;
      while (from < here.length && Trace.hidden(here[from])) {
        from++;
      }
      for (int i = from; i < here.length; i++) {
        frames.add(here[i]);
      }
      write(thrown, frames);
    }
    if (thrown.getCause() != null) {
      arrive(thrown.getCause(), here, seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      arrive(suppressed, here, seen);
    }
  }

  private static Set<Throwable> newSeen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Forgets the error, so that it can be collected. */
  void forget() {
    if (error != null) { // hardly ever, and asked after every step
      error = null;
    }
  }

  /**
   * Drops the frames of what ran a handler, and all below, from an error that the handler threw.
   */
  static void cutHandler(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int at = Trace.firstOfRuntime(trace);
    if (!FULL && at < trace.length) {
      thrown.setStackTrace(Trace.above(trace, at));
    }
  }

  /** The generated frame {@code resume}, with the names of the user's frame {@code own}. */
  static StackTraceElement named(StackTraceElement resume, StackTraceElement own) {
    return Trace.ours(
        resume.getModuleName(),
        resume.getModuleVersion(),
        own,
        resume.getFileName(),
        resume.getLineNumber());
  }

  private static void write(Throwable thrown, Trace frames) {
    thrown.setStackTrace(frames.toArray());
  }

  private static boolean startsWith(StackTraceElement[] trace, StackTraceElement[] own) {
    if (trace.length < own.length) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if (!trace[i].equals(own[i])) {
        return false;
      }
    }
    return true;
  }
}
