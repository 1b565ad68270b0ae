// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static java.util.stream.Collectors.joining;

import dev.weft.jfr.Flight;
import dev.weft.jfr.SlowStepEvent;
import dev.weft.loop.Pulse;
import dev.weft.loop.StepWatch;
import dev.weft.loop.Watchdog;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slow steps of one loop and tells of them. What it overrides is called by the watchdog,
 * on its thread; the settings are changed on the loop's.
 */
final class SlowSteps extends StepWatch {
  /** Milliseconds, for loops that are not told otherwise. */
  static final String PROPERTY = "dev.weft.slowStepMillis";

  private static final long DEFAULT_MILLIS = 100;

  private static final System.Logger LOGGER = System.getLogger(SlowStep.class.getName());

  private final Loop loop;
  private final Pulse pulse;

  /** Looks at a thread. */
  private final Function<Thread, StackTraceElement[]> sampler;

  /** Nanoseconds; 0 is off. */
  private volatile long threshold;

  private volatile SlowStep.Handler handler =
      step -> LOGGER.log(System.Logger.Level.WARNING, step.toString());

  private boolean running;
  private boolean watched;

  // For the watchdog's thread.
  private @Nullable SlowStep reported;
  private @Nullable SlowStepEvent recorded;

  SlowSteps(Loop loop) {
    this(loop, Thread::getStackTrace);
  }

  SlowSteps(Loop loop, Function<Thread, StackTraceElement[]> sampler) {
    super(loop.scheduler.pulse());
    this.loop = loop;
    this.pulse = loop.scheduler.pulse();
    this.sampler = sampler;
  }

  /** What {@link #PROPERTY} says, else the default. */
  static Duration byDefault() {
    String text = System.getProperty(PROPERTY);
    if (text != null) {
      try {
        long millis = Long.parseLong(text.strip());
        if (millis >= 0) {
          return Duration.ofMillis(millis);
        }
      } catch (NumberFormatException e) {
        // said below
      }
      LOGGER.log(
          System.Logger.Level.WARNING,
          "-D" + PROPERTY + "=" + text + " is not a number of milliseconds, nor 0 for off");
    }
    return Duration.ofMillis(DEFAULT_MILLIS);
  }

  // ---- on the loop's thread

  void setThreshold(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("the threshold is negative: " + duration);
    }
    threshold = BuiltIns.nanos(duration);
    watch(running);
  }

  void setHandler(SlowStep.Handler told) {
    handler = told;
  }

  void enter() {
    running = true;
    watch(true);
  }

  void leave() {
    running = false;
    pulse.rest();
    watch(false);
  }

  private void watch(boolean wanted) {
    if (wanted && threshold > 0) {
      watched = true;
      Watchdog.shared().add(this);
    } else if (watched) {
      watched = false;
      Watchdog.shared().remove(this);
    }
  }

  // ---- on the watchdog's thread

  @Override
  protected long threshold() {
    long nanos = threshold;
    return nanos == 0 ? Long.MAX_VALUE : nanos; // switched off while it is looked at
  }

  @Override
  protected void begun() {
    recorded = Flight.isOn() ? SlowStepEvent.of() : null;
  }

  @Override
  protected boolean slow(int step, long nanos) {
    SlowStep found = look(step, nanos);
    reported = found;
    if (found != null) {
      tell(found);
    }
    return found != null;
  }

  @Override
  protected void over(long nanos) {
    SlowStep before = reported;
    if (before != null) {
      reported = null;
      record(before);
      tell(before.end(nanos));
    }
  }

  private void record(SlowStep step) {
    SlowStepEvent event = recorded;
    if (event != null) {
      recorded = null;
      event.record(
          step.task(),
          step.thread(),
          step.state().toString(),
          step.coroutine() == null ? null : step.coroutine().toString(),
          step.trace().stream().map(StackTraceElement::toString).collect(joining("\n")));
    }
  }

  /**
   * Looks at what the loop's thread does. The loop goes on meanwhile, if it can: so nothing of what
   * is read counts unless it is the same step before and after, and nothing that goes wrong does.
   */
  private @Nullable SlowStep look(int step, long nanos) {
    Thread thread = loop.home.thread();
    if (thread == null) {
      return null;
    }
    try {
      StackTraceElement[] stack = sampler.apply(thread);
      Fiber<?> task = StepTrace.runsTask(stack) ? loop.current : null;
      StepTrace trace = new StepTrace(stack, task == null ? null : bottom(task, stack));
      SlowStep found =
          new SlowStep(
              task == null ? null : task.name(),
              thread.getName(),
              Duration.ofNanos(nanos),
              false,
              thread.getState(),
              trace.coroutine(),
              trace.frames());
      return pulse.beat() == step && StepTrace.isStep(stack) ? found : null;
    } catch (RuntimeException changing) {
      return null; // a machine that has gone on; the next look sees it stand, or another step
    }
  }

  /** A task remembers what awaits, and the driver what runs. */
  private @Nullable Machine<?> bottom(Fiber<?> task, StackTraceElement[] stack) {
    return StepTrace.resumes(stack) ? loop.driver.glimpse() : task.innermost();
  }

  private void tell(SlowStep step) {
    try {
      handler.slow(step);
    } catch (Throwable inHandler) {
      LOGGER.log(System.Logger.Level.ERROR, "the handler of slow steps failed: " + step, inHandler);
    }
  }
}
