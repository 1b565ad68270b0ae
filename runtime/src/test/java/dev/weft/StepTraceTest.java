// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stacks as the JVM has them, and what the user sees of them. */
class StepTraceTest {
  private static final String MACHINE = Echo_echo.class.getName();

  /** As generated for the method {@code echo} of a class {@code Echo}. */
  @SuppressWarnings("TypeName")
  private static final class Echo_echo extends Machine<Void> {
    @Override
    protected @Nullable Object resume(@Nullable Object reply) {
      return SUSPENDED;
    }

    @Override
    protected StackTraceElement frame() {
      return frame("Echo", "echo", "Echo.java", 10 + state);
    }
  }

  private final Echo_echo machine = new Echo_echo();

  /** As {@code Echo.echo:16}; the last frames are those of each step of a task. */
  private static StackTraceElement[] stack(String... frames) {
    String[] below = {
      "dev.weft.Fiber.resume:1",
      "dev.weft.Fiber.go:1",
      "dev.weft.Fiber.run:1",
      "dev.weft.loop.Scheduler.tick:1",
      "dev.weft.Loop.drive:1",
      "dev.weft.Loop.run:1",
      "Main.main:1"
    };
    String[] all = Arrays.copyOf(frames, frames.length + below.length);
    System.arraycopy(below, 0, all, frames.length, below.length);
    return Arrays.stream(all).map(StepTraceTest::frame).toArray(StackTraceElement[]::new);
  }

  private static StackTraceElement frame(String text) {
    int colon = text.lastIndexOf(':');
    int dot = text.lastIndexOf('.', colon);
    return new StackTraceElement(
        text.substring(0, dot),
        text.substring(dot + 1, colon),
        "Echo.java",
        Integer.parseInt(text.substring(colon + 1)));
  }

  private static List<String> lines(StepTrace trace) {
    return trace.frames().stream()
        .map(
            frame ->
                frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
        .toList();
  }

  private static String coroutine(StepTrace trace) {
    return String.valueOf(trace.coroutine());
  }

  @Test
  void aBodyInItsMachine() {
    StepTrace trace =
        new StepTrace(
            stack("java.lang.Thread.sleep:1", MACHINE + ".resume:16", "dev.weft.Driver.step:1"),
            machine);
    assertEquals(List.of("java.lang.Thread.sleep:1", "Echo.echo:16"), lines(trace));
    assertEquals("Echo.echo(Echo.java:16)", coroutine(trace));
  }

  @Test
  void aBodyInAPartOfItsMachine() {
    StepTrace trace =
        new StepTrace(
            stack(MACHINE + ".resume2:16", MACHINE + ".resume:1", "dev.weft.Driver.step:1"),
            machine);
    assertEquals(List.of("Echo.echo:16"), lines(trace));
  }

  @Test
  void aBodyInTheUsersClass() {
    StepTrace trace =
        new StepTrace(
            stack(
                "java.lang.Thread.sleep:1",
                "my.A_b$C.echo:16",
                "my.A__b_C_echo.resume:-1",
                "dev.weft.Driver.step:1"),
            null);
    assertEquals(List.of("java.lang.Thread.sleep:1", "my.A_b$C.echo:16"), lines(trace));
    assertEquals("my.A_b$C.echo(Echo.java:16)", coroutine(trace));
  }

  @Test
  void aPartOfABodyInTheUsersClass() {
    StepTrace trace =
        new StepTrace(
            stack(
                "Echo.echo$150:16",
                "Echo_echo.resume150:-1",
                "Echo_echo.resume:-1",
                "dev.weft.Driver.step:1"),
            null);
    assertEquals(List.of("Echo.echo:16"), lines(trace));
  }

  @Test
  void aBodyOfAnOverload() {
    StepTrace trace =
        new StepTrace(
            stack("Echo.echo:16", "Echo_echo_2.resume:-1", "dev.weft.Driver.step:1"), null);
    assertEquals(List.of("Echo.echo:16"), lines(trace));
  }

  /** Its caller stands on the same stack as long as nothing has suspended. */
  @Test
  void aBodyThatWasBegunByAnother() {
    StepTrace trace =
        new StepTrace(
            stack(
                "Echo.read:30",
                "Echo_read.resume:-1",
                "dev.weft.Machine.await:1",
                "Echo.echo:16",
                "Echo_echo.resume:-1",
                "dev.weft.Driver.step:1"),
            null);
    assertEquals(List.of("Echo.read:30", "Echo.echo:16"), lines(trace));
    assertEquals("Echo.read(Echo.java:30)", coroutine(trace));
  }

  @Test
  void aGeneratorWithinABody() {
    StepTrace trace =
        new StepTrace(
            stack(
                "Echo.lines:30",
                "Echo_lines.resume:-1",
                "dev.weft.GeneratorMachine.advance:1",
                "dev.weft.GeneratorMachine.hasNext:1",
                "Echo.echo:16",
                "Echo_echo.resume:-1",
                "dev.weft.Driver.step:1"),
            null);
    assertEquals(List.of("Echo.lines:30", "Echo.echo:16"), lines(trace));
  }

  /** A method of the user's that happens to be called like that of a machine. */
  @Test
  void aMethodCalledResumeIsTheUsers() {
    StepTrace trace =
        new StepTrace(
            stack(
                "Player.resume:7", "Echo.echo:16", "Echo_echo.resume:-1", "dev.weft.Driver.step:1"),
            null);
    assertEquals(List.of("Player.resume:7", "Echo.echo:16"), lines(trace));
  }

  @Test
  void aHandlerRunsForTheCoroutineThatAwaits() {
    StepTrace trace =
        new StepTrace(
            stack(
                "Main.handle:5",
                "dev.weft.Custom.ask:1",
                "dev.weft.Custom.begin:1",
                "dev.weft.Operations.begin:1",
                "dev.weft.Fiber.perform:1"),
            machine);
    assertEquals(List.of("Main.handle:5", "Echo.echo:10"), lines(trace));
    assertEquals("Echo.echo(Echo.java:10)", coroutine(trace));
  }

  /** On JDK 17 the stacks of other threads name the loader and the JDK's version. */
  @Test
  void framesReadAsInTheTracesOfExceptions() {
    StackTraceElement[] stack = {
      new StackTraceElement("app", null, null, "Main", "handle", "Main.java", 5),
      new StackTraceElement(
          null, "java.base", "17.0.1", "java.util.ArrayList", "forEach", "ArrayList.java", 1),
      new StackTraceElement("app", "my.app", "1", "Main", "main", "Main.java", 6)
    };
    assertEquals(
        List.of(
            "Main.handle(Main.java:5)",
            "java.base/java.util.ArrayList.forEach(ArrayList.java:1)",
            "my.app@1/Main.main(Main.java:6)"),
        new StepTrace(stack, null).frames().stream().map(StackTraceElement::toString).toList());
  }

  @Test
  void onlyAStackAmidAStepIsOne() {
    assertTrue(StepTrace.isStep(stack()));
    assertTrue(StepTrace.runsTask(stack()));
    StackTraceElement[] between = {frame("dev.weft.Loop.drive:1"), frame("Main.main:1")};
    assertFalse(StepTrace.isStep(between));
    assertFalse(StepTrace.runsTask(between));
  }
}
