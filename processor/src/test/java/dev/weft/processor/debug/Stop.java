// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.LocatableEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program stands.
 *
 * @param isBreakpoint whether a breakpoint has stopped it, and not only a step
 * @param hits how many breakpoints did so at once
 */
record Stop(ThreadReference thread, Location location, boolean isBreakpoint, int hits) {
  static Stop of(List<LocatableEvent> events) {
    LocatableEvent first = events.get(0);
    int hits = (int) events.stream().filter(BreakpointEvent.class::isInstance).count();
    return new Stop(first.thread(), first.location(), hits > 0, hits);
  }

  int line() {
    return location.lineNumber();
  }

  String file() {
    try {
      return location.sourceName();
    } catch (AbsentInformationException e) {
      return "unknown";
    }
  }

  String className() {
    return location.declaringType().name();
  }

  String method() {
    return location.method().name();
  }

  /** Code that is not in the user's source. */
  boolean isHidden() {
    return line() < 0 || location.method().isBridge();
  }

  /** The frames, innermost first, each as {@code Echo.echo:16}. */
  List<String> frames() {
    return frames(thread);
  }

  static List<String> frames(ThreadReference thread) {
    try {
      return thread.frames().stream()
          .map(StackFrame::location)
          .map(at -> at.declaringType().name() + "." + at.method().name() + ":" + at.lineNumber())
          .toList();
    } catch (IncompatibleThreadStateException e) {
      throw new AssertionError(e);
    }
  }

  /** The local variables in scope, by name, with their values as text. */
  Map<String, String> locals() {
    try {
      StackFrame frame = thread.frame(0);
      Map<String, String> values = new LinkedHashMap<>();
      for (LocalVariable variable : frame.visibleVariables()) {
        values.put(variable.name(), text(frame.getValue(variable)));
      }
      return values;
    } catch (IncompatibleThreadStateException | AbsentInformationException e) {
      throw new AssertionError(e);
    }
  }

  /** The fields of the object that a local variable refers to. */
  Map<String, String> fieldsOf(String local) {
    try {
      StackFrame frame = thread.frame(0);
      ObjectReference object = (ObjectReference) frame.getValue(frame.visibleVariableByName(local));
      Map<String, String> values = new LinkedHashMap<>();
      for (Field field : object.referenceType().fields()) {
        if (!field.isStatic()) {
          values.put(field.name(), text(object.getValue(field)));
        }
      }
      return values;
    } catch (IncompatibleThreadStateException | AbsentInformationException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringReference string ? string.value() : String.valueOf(value);
  }

  @Override
  public String toString() {
    return className() + "." + method() + "(" + file() + ":" + line() + ")";
  }
}
