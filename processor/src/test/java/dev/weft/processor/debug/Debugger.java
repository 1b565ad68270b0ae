// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A debugger, as far as an IDE's buttons go. Line breakpoints are set as IDEs set them: on the
 * class that the source declares, as soon as the JVM has prepared it, at every place that the line
 * has in it.
 */
final class Debugger implements AutoCloseable {
  /** A step of which nothing is heard for so long is a failure. */
  private static final long PATIENCE_MS = 60_000;

  /** What IDEs do not step into by default, and what the manual tells the user to add. */
  private static final List<String> FILTERED =
      List.of("java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*", "dev.weft.*");

  private static final String LINE = "line";

  private final VirtualMachine vm;

  /** The events among which the last stop was; the program stands until it is resumed. */
  private @Nullable EventSet present;

  private Debugger(VirtualMachine vm) {
    this.vm = vm;
  }

  /** Launches {@code main}; it stands before its first instruction. */
  static Debugger launch(List<Path> classPath, String main, String... options) {
    LaunchingConnector launcher = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> settings = launcher.defaultArguments();
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    settings
        .get("options")
        .setValue("-XX:TieredStopAtLevel=1 " + String.join(" ", options) + " -cp \"" + path + "\"");
    settings.get("main").setValue(main);
    try {
      VirtualMachine vm = launcher.launch(settings);
      drain(vm.process().getInputStream());
      drain(vm.process().getErrorStream());
      return new Debugger(vm);
    } catch (Exception e) {
      throw new AssertionError("cannot launch " + main, e);
    }
  }

  /** A program whose output nobody reads stands still. */
  private static void drain(InputStream output) {
    Thread reader =
        new Thread(
            () -> {
              try (output) {
                output.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** Sets a breakpoint on a line of the class of exactly this binary name. */
  void breakAt(String className, int line) {
    for (ReferenceType type : vm.classesByName(className)) {
      set(type, line);
    }
    ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(className);
    request.putProperty(LINE, line);
    request.enable();
  }

  private void set(ReferenceType type, int line) {
    try {
      for (Location location : type.locationsOfLine(line)) {
        BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(location);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
      }
    } catch (AbsentInformationException e) {
      // A class without lines, such as a lambda's.
    }
  }

  /** Removes the breakpoints where the program stands. */
  void clear(Stop stop) {
    vm.eventRequestManager().breakpointRequests().stream()
        .filter(request -> request.location().equals(stop.location()))
        .toList()
        .forEach(vm.eventRequestManager()::deleteEventRequest);
  }

  /** Runs on to the next breakpoint; null at the end of the program. */
  @Nullable Stop resume() {
    return next();
  }

  /** To the next line of this method, or, at its end, of who called it. */
  @Nullable Stop stepOver(Stop from) {
    return step(from, StepRequest.STEP_OVER);
  }

  /** Into a method of the user's that this line calls; if there is none, as {@link #stepOver}. */
  @Nullable Stop stepInto(Stop from) {
    return step(from, StepRequest.STEP_INTO);
  }

  /** Back to who called this method. */
  @Nullable Stop stepOut(Stop from) {
    return step(from, StepRequest.STEP_OUT);
  }

  /** What stands on the thread of that name, the innermost first. */
  List<String> framesOf(String thread) {
    return vm.allThreads().stream()
        .filter(each -> each.name().equals(thread))
        .map(Stop::frames)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Stop step(Stop from, int depth) {
    StepRequest request =
        vm.eventRequestManager().createStepRequest(from.thread(), StepRequest.STEP_LINE, depth);
    FILTERED.forEach(request::addClassExclusionFilter);
    request.enable();
    try {
      Stop stop = next();
      // As IDEs do: nobody wants to stand in code that he cannot see.
      while (stop != null && stop.isHidden() && !stop.isBreakpoint()) {
        stop = next();
      }
      return stop;
    } finally {
      try {
        vm.eventRequestManager().deleteEventRequest(request);
      } catch (VMDisconnectedException e) {
        // The step has led to the end of the program.
      }
    }
  }

  private @Nullable Stop next() {
    try {
      if (present == null) {
        vm.resume();
      } else {
        present.resume();
      }
      for (; ; ) {
        EventSet events = vm.eventQueue().remove(PATIENCE_MS);
        if (events == null) {
          throw new AssertionError("the program neither stops nor ends");
        }
        present = events;
        List<LocatableEvent> stops = new ArrayList<>();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepared) {
            set(prepared.referenceType(), (Integer) prepared.request().getProperty(LINE));
          } else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
            stops.add((LocatableEvent) event);
          } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            return null;
          }
        }
        if (!stops.isEmpty()) {
          return Stop.of(stops);
        }
        events.resume();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } catch (VMDisconnectedException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      vm.exit(0);
    } catch (VMDisconnectedException e) {
      // It has ended by itself.
    }
  }
}
