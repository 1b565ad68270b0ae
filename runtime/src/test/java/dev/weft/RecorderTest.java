// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.jfr.AwaitEvent;
import dev.weft.jfr.SlowStepEvent;
import dev.weft.jfr.TaskEndEvent;
import dev.weft.jfr.TaskStartEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder gets to know. Each test reads a recording that it makes. */
@SuppressWarnings("NullAway")
class RecorderTest {
  @TempDir Path folder;

  /** Records what happens in {@code action}, and returns it in the order of time. */
  private List<RecordedEvent> record(Recording recording, Runnable action) throws IOException {
    Path file = folder.resolve("weft.jfr");
    try (recording) {
      recording.start();
      action.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.weft."))
        .sorted((a, b) -> a.getEndTime().compareTo(b.getEndTime()))
        .toList();
  }

  private static Recording of(String... events) {
    Recording recording = new Recording();
    for (String event : events) {
      recording.enable("dev.weft." + event).withoutThreshold();
    }
    return recording;
  }

  private static void run(Coroutine<?> coroutine) {
    try (Loop loop = new Loop()) {
      loop.run(coroutine);
    }
  }

  /** Spawns {@code other}, waits for its end, and swallows its failure. */
  private static Sample<Void> spawning(Coroutine<?> other) {
    return new Sample<>(
        "main",
        (state, reply) ->
            switch (state) {
              case 0 -> await(1, Weft.spawn("other", other));
              case 1 -> await(2, reply.<Task<?>>get());
              default -> end();
            });
  }

  @Test
  void theStartOfTasks() throws IOException {
    List<RecordedEvent> events =
        record(of("TaskStart"), () -> run(spawning(Sample.does("nothing", () -> {}))));
    assertEquals(2, events.size());
    assertEquals("main", events.get(0).getString("task"));
    assertEquals("Sample.main(Sample.java:0)", events.get(0).getString("coroutine"));
    assertNull(events.get(0).getString("parent"));
    assertEquals("other", events.get(1).getString("task"));
    assertEquals("main", events.get(1).getString("parent"));
  }

  @Test
  void theEndOfTasks() throws IOException {
    Sample<Void> crash =
        new Sample<>(
            "crash",
            (state, reply) -> {
              throw new IllegalStateException("crash");
            });
    List<RecordedEvent> events = record(of("TaskEnd"), () -> run(spawning(crash)));
    assertEquals(2, events.size());
    RecordedEvent failed = events.get(0);
    assertEquals("other", failed.getString("task"));
    assertEquals("failed", failed.getString("outcome"));
    assertEquals(
        "java.lang.IllegalStateException", failed.<RecordedClass>getValue("failure").getName());
    RecordedEvent main = events.get(1);
    assertEquals("done", main.getString("outcome"));
    assertNull(main.getValue("failure"));
    // It began before the other one and ended after it.
    assertTrue(main.getDuration().compareTo(failed.getDuration()) >= 0);
    assertTrue(main.getDuration().compareTo(Duration.ZERO) > 0);
  }

  @Test
  void theEndOfACancelledTask() throws IOException {
    List<RecordedEvent> events =
        record(
            of("TaskEnd"),
            () -> {
              try (Loop loop = new Loop()) {
                loop.submit(Sample.awaits("sleeping", Weft.sleep(Duration.ofDays(1)))).cancel();
                loop.run(Sample.awaits("main", Weft.yieldNow()));
              }
            });
    assertEquals("done", outcomeOf("main", events));
    assertEquals("cancelled", outcomeOf("task-1", events));
  }

  private static String outcomeOf(String task, List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getString("task").equals(task))
        .findFirst()
        .orElseThrow()
        .getString("outcome");
  }

  @Test
  void anAwaitThatSuspends() throws IOException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Sample<Void> asking =
        new Sample<>(
            "asking",
            (state, reply) ->
                switch (state) {
                  case 0 ->
                      await(
                          1,
                          Weft.spawn(
                              "answering", Sample.does("answering", () -> answer.complete("yes"))));
                  case 1 -> await(2, answer);
                  default -> end();
                });
    List<RecordedEvent> events = record(of("Await"), () -> run(Sample.awaits("main", asking)));
    assertEquals(1, events.size());
    RecordedEvent await = events.get(0);
    assertEquals("main", await.getString("task"));
    assertEquals("dev.weft.Events$Completion", await.<RecordedClass>getValue("event").getName());
    assertEquals("Sample.asking(Sample.java:2)", await.getString("coroutine"));
    assertTrue(await.getDuration().compareTo(Duration.ZERO) > 0);
  }

  @Test
  void noAwaitBelowTheThreshold() throws IOException {
    Recording recording = new Recording();
    recording.enable("dev.weft.Await").withThreshold(Duration.ofDays(1));
    assertEquals(
        List.of(),
        record(recording, () -> run(Sample.awaits("main", Weft.sleep(Duration.ofNanos(1))))));
  }

  /** When it began is not known, so there is nothing to say of it. */
  @Test
  void noAwaitThatBeganBefore() throws IOException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (Loop loop = new Loop()) {
      Task<Object> before = loop.submit(Sample.awaits("before", answer));
      loop.run(Sample.awaits("main", Weft.sleep(Duration.ofNanos(1)))); // it begins meanwhile
      List<RecordedEvent> events =
          record(
              of("Await", "TaskEnd"),
              () -> {
                answer.complete("late");
                loop.run(Sample.awaits("main", before));
              });
      assertEquals("task-1", events.get(0).getString("task"));
      assertEquals("dev.weft.TaskEnd", events.get(0).getEventType().getName());
      assertEquals(Duration.ZERO, events.get(0).getDuration());
      assertEquals(
          List.of("main"),
          events.stream()
              .filter(event -> event.getEventType().getName().equals("dev.weft.Await"))
              .map(event -> event.getString("task"))
              .toList());
    }
  }

  @Test
  @Timeout(60)
  void aSlowStep() throws IOException {
    CountDownLatch found = new CountDownLatch(1);
    BlockingQueue<SlowStep> over = new LinkedBlockingQueue<>();
    Sample<Void> blocking = Sample.does("blocking", () -> block(found));
    List<RecordedEvent> events =
        record(
            of("SlowStep"),
            () -> {
              try (Loop loop = new Loop()) {
                loop.slowStepThreshold(Duration.ofMillis(1));
                loop.onSlowStep(
                    step -> {
                      if (step.over()) {
                        over.add(step);
                      } else {
                        found.countDown();
                      }
                    });
                loop.run(blocking);
                assertEquals("main", take(over).task());
              }
            });
    RecordedEvent event = events.get(0);
    assertEquals("main", event.getString("task"));
    assertEquals(Thread.currentThread().getName(), event.getString("loopThread"));
    assertNotNull(event.getString("trace"));
    assertNotNull(event.getString("state"));
    assertTrue(event.getDuration().compareTo(Duration.ofMillis(1)) >= 0, event::toString);
  }

  private static void block(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A recording that asks for nothing has slow steps, and nothing that happens all the time. */
  @Test
  void onlySlowStepsAreRecordedUnasked() throws IOException {
    assertEquals(
        List.of(),
        record(new Recording(), () -> run(Sample.awaits("main", Weft.sleep(Duration.ofNanos(1))))));
    assertEquals("true", setting("SlowStep", "enabled"));
    assertEquals("false", setting("TaskStart", "enabled"));
    assertEquals("false", setting("TaskEnd", "enabled"));
    assertEquals("false", setting("Await", "enabled"));
    assertEquals("20 ms", setting("Await", "threshold"));
  }

  @Test
  void allIsDescribed() {
    for (String name : List.of("TaskStart", "TaskEnd", "Await", "SlowStep")) {
      EventType type = type(name);
      assertNotNull(type.getLabel());
      assertNotNull(type.getDescription());
      assertEquals(List.of("Weft"), type.getCategoryNames());
      assertEquals("false", setting(name, "stackTrace"));
      for (ValueDescriptor field : type.getFields()) {
        boolean own =
            !List.of("startTime", "duration", "eventThread", "stackTrace")
                .contains(field.getName());
        assertTrue(
            !own || (field.getLabel() != null && field.getDescription() != null), field::getName);
      }
    }
  }

  private static EventType type(String name) {
    List.of(TaskStartEvent.class, TaskEndEvent.class, AwaitEvent.class, SlowStepEvent.class)
        .forEach(FlightRecorder::register); // else each is known only once it has been used
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .filter(type -> type.getName().equals("dev.weft." + name))
        .findFirst()
        .orElseThrow();
  }

  private static String setting(String event, String name) {
    return type(event).getSettingDescriptors().stream()
        .filter(setting -> setting.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getDefaultValue();
  }
}
