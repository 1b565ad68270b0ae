// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.awaits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.dump.LoopDump;
import dev.weft.dump.TaskDump;
import dev.weft.dump.TaskDump.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dumps that are asked for on other threads: of a loop that turns, and of one that cannot. */
@Timeout(60)
@SuppressWarnings("NullAway")
class HeldUpTest {
  private record Ask(String question) implements Event<String> {
    @Override
    public String toString() {
      return "Ask " + question + " on " + Thread.currentThread().getName();
    }
  }

  private final CountDownLatch inStep = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final CompletableFuture<Resumption<Object>> waiting = new CompletableFuture<>();
  private final CompletableFuture<Loop> loop = new CompletableFuture<>();
  private final Thread thread = new Thread(this::runLoop, "the loop's");

  private void runLoop() {
    try (Loop own = new Loop()) {
      own.on(Ask.class, (ask, resumption) -> {});
      Task<String> unused = own.submit(awaits("asker", new Ask("why?")));
      Task<Void> sleeper = own.submit(awaits("sleeper", Weft.sleep(Duration.ofHours(1))));
      assertFalse(sleeper.isDone());
      own.run(
          new Sample<>(
              "main",
              (state, reply) ->
                  switch (state) {
                    case 0, 1 -> await(state + 1, Weft.yieldNow()); // the others begin
                    case 2 -> await(3, Sample.does("stuck", () -> holdUp(own)));
                    case 3 -> await(4, Weft.suspend(waiting::complete));
                    default -> Sample.end();
                  }));
    }
  }

  private void holdUp(Loop own) {
    loop.complete(own);
    inStep.countDown();
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws InterruptedException {
    thread.start();
    inStep.await();
  }

  @AfterEach
  void end() throws InterruptedException {
    mayGoOn.countDown();
    waiting.join().resume("");
    thread.join();
    assertEquals(List.of(), loop.join().dump().tasks(), "closed");
    assertTrue(Loop.dumpAll().stream().noneMatch(dump -> "the loop's".equals(dump.thread())));
  }

  @Test
  void aLoopThatTurnsAnswers() {
    mayGoOn.countDown();
    waiting.join();
    LoopDump dump = loop.join().dump();
    assertFalse(dump.heldUp());
    assertEquals("the loop's", dump.thread());
    assertEquals("Ask why? on the loop's", task(dump, "Sample.asker").waitsFor());
    assertEquals(Status.SLEEPING, task(dump, "Sample.sleeper").status());
    assertTrue(task(dump, "Sample.main").waitsFor().startsWith("Suspend["), dump::toString);
    assertTrue(
        Loop.dumpAll().stream()
            .filter(each -> "the loop's".equals(each.thread()))
            .anyMatch(each -> each.tasks().size() == 3));
  }

  @Test
  void ofOneThatDoesNotWhatIsSeenIsShown() {
    LoopDump dump = loop.join().dump(Duration.ZERO);
    assertTrue(dump.heldUp());
    assertEquals(3, dump.tasks().size());
    TaskDump main = task(dump, "Sample.main");
    assertEquals(Status.RUNNING, main.status());
    List<String> methods = main.frames().stream().map(StackTraceElement::getMethodName).toList();
    assertTrue(methods.contains("holdUp"), methods::toString);
    assertEquals("main", methods.get(methods.size() - 1));
    assertFalse(main.toString().contains("dev.weft.Fiber"), main::toString);
    TaskDump asker = task(dump, "Sample.asker");
    assertEquals(Ask.class.getTypeName(), asker.waitsFor(), "its own words may need a lock");
    assertEquals(Status.SLEEPING, task(dump, "Sample.sleeper").status());
    assertTrue(dump.toString().startsWith("loop on thread the loop's, 3 tasks, held up in a step"));
  }

  @Test
  void anInterruptEndsThePatience() {
    Thread.currentThread().interrupt();
    assertTrue(loop.join().dump(Duration.ofDays(1)).heldUp());
    assertTrue(Thread.interrupted(), "the status is kept");
  }

  private static TaskDump task(LoopDump dump, String method) {
    return dump.tasks().stream()
        .filter(task -> task.frames().stream().anyMatch(f -> f.toString().startsWith(method + "(")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(dump));
  }
}
