// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one run came to, as text, since the values of two worlds have classes of their own.
 *
 * @param end the result, or the exception with its causes and suppressed ones
 * @param log the side effects, in order
 * @param trace the user's frames of the exception, innermost first
 */
record Outcome(String end, List<String> log, List<String> trace) {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$.*");

  /** The loaders that a ClassCastException goes on to name differ from run to run. */
  private static final Pattern LOADERS = Pattern.compile(" \\(.*(loader|module).*\\)");

  private static final Pattern LINE = Pattern.compile("^(\\w+)\\.java:(\\d+) ");

  /**
   * {@code return child();}, {@code yield child();}, {@code () -> child()}, and the class whose
   * line a bridge method has.
   */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\breturn (?!done\\()|\\byield (?!.*\\bawait\\().*\\bchild\\(|-> (?!.*\\bawait\\()|\\bclass \\w");

  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,8}\\b");

  static Outcome returned(@Nullable Object value, Script script) {
    return new Outcome("returns " + text(value), script.entries(), List.of());
  }

  static Outcome threw(Throwable failure, Script script) {
    List<String> trace = script.isForeign(failure) ? List.of() : userFrames(failure);
    return new Outcome("throws " + describe(failure, script), script.entries(), trace);
  }

  /** The first difference to {@code actual}, or null. */
  @Nullable String difference(Outcome actual) {
    for (int i = 0; i < Math.min(log.size(), actual.log.size()); i++) {
      if (!log.get(i).equals(actual.log.get(i))) {
        return "log[" + i + "]: expected <" + log.get(i) + "> but was <" + actual.log.get(i) + ">";
      }
    }
    if (!end.equals(actual.end)) {
      return "expected <" + end + "> but it " + actual.end;
    }
    if (log.size() != actual.log.size()) {
      return "log: expected " + log.size() + " entries but there were " + actual.log.size();
    }
    if (!trace.equals(actual.trace)) {
      return "stack trace: expected " + trace + " but was " + actual.trace;
    }
    return null;
  }

  /**
   * Without the frames of lines that only hand a coroutine on: there is no such frame left when
   * that coroutine, which is awaited by someone else, fails.
   */
  Outcome withoutTails(Case c) {
    return new Outcome(end, log, trace.stream().filter(frame -> !isTail(frame, c)).toList());
  }

  private static boolean isTail(String frame, Case c) {
    Matcher line = LINE.matcher(frame);
    return line.find()
        && line.group(1).equals(c.id())
        && TAIL.matcher(c.line(Integer.parseInt(line.group(2)))).find();
  }

  private static String describe(Throwable failure, Script script) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    // The JVM's message of a NullPointerException speaks of variables, and names a field
    // differently from a local.
    if (!(failure instanceof NullPointerException) && failure.getMessage() != null) {
      text.append(": ").append(scrub(failure.getMessage()));
    }
    int index = script.indexOf(failure);
    if (index >= 0) {
      text.append(" (the world's #").append(index).append(')');
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      text.append(" [suppressed ").append(describe(suppressed, script)).append(']');
    }
    if (failure.getCause() != null && failure.getCause() != failure) {
      text.append(" [caused by ").append(describe(failure.getCause(), script)).append(']');
    }
    return text.toString();
  }

  /**
   * File, line and method of each frame that lies in a case; the class of a lambda's body may
   * differ.
   */
  private static List<String> userFrames(Throwable failure) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("cases.")) {
        String method = LAMBDA.matcher(frame.getMethodName()).replaceAll("lambda");
        frames.add(frame.getFileName() + ":" + frame.getLineNumber() + " " + method);
      }
    }
    return frames;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(text(Array.get(value, i)));
      }
      return value.getClass().getSimpleName() + elements;
    }
    return value.getClass().getName() + " " + scrub(String.valueOf(value));
  }

  private static String scrub(String text) {
    return IDENTITY.matcher(LOADERS.matcher(text).replaceAll("")).replaceAll("@");
  }
}
