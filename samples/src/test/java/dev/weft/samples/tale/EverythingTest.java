// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.samples.Output;
import dev.weft.samples.tale.Chapter6Streams.Pair;
import dev.weft.samples.tale.Chapter8Everything.Cancel;
import dev.weft.samples.tale.Chapter8Everything.Cancelled;
import dev.weft.samples.tale.Chapter8Everything.Join;
import dev.weft.samples.tale.Chapter8Everything.Nice;
import dev.weft.samples.tale.Chapter8Everything.Sleep;
import dev.weft.samples.tale.Chapter8Everything.Spawn;
import dev.weft.samples.tale.Chapter8Everything.Task;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The traps once more, now that everything meets in one loop. */
@Timeout(60)
class EverythingTest {
  private final List<String> log = new ArrayList<>();

  /** A loop in which time passes only while nobody is ready, neither a task nor a stream. */
  private static final class VirtualTime extends Chapter8Everything {
    private long now;

    VirtualTime() throws IOException {}

    @Override
    long now() {
      return now;
    }

    @Override
    void pause(Selector selector, long nanos) throws IOException {
      if (selector.selectNow() == 0) {
        now += nanos;
      }
    }
  }

  @Async
  Coroutine<String> sleeper(String name, Duration time) {
    try {
      await(new Sleep(time));
      log.add(name);
    } finally {
      log.add(name + " leaves");
    }
    return done(name);
  }

  @Async
  Coroutine<Void> cancelOneOfTwoWithEqualDeadlines() {
    Task<String> a = await(new Spawn<>(sleeper("a", Duration.ofDays(1))));
    Task<String> b = await(new Spawn<>(sleeper("b", Duration.ofDays(1))));
    await(new Sleep(Duration.ofHours(1)));
    await(new Cancel(a));
    await(new Cancel(a));
    log.add(await(new Join<>(b)));
    return done();
  }

  @Test
  void aCancelledSleeperDoesNotWakeAndTheOtherDoes() throws IOException {
    VirtualTime loop = new VirtualTime();
    loop.run(cancelOneOfTwoWithEqualDeadlines());
    assertEquals(List.of("a leaves", "b", "b leaves", "b"), log);
    assertEquals(Duration.ofDays(1).toNanos(), loop.now());
  }

  @Async
  Coroutine<Void> cancelInTheTickInWhichItEnds(boolean childFirst) {
    Task<String> a = await(new Spawn<>(sleeper("a", Duration.ofHours(1))));
    if (childFirst) {
      await(new Nice());
    }
    await(new Sleep(Duration.ofHours(1))); // the child and we are due at the same instant
    log.add("" + await(new Cancel(a)));
    return done();
  }

  @Test
  void aTaskThatIsReadyWhenItIsCancelledIsCancelled() throws IOException {
    new VirtualTime().run(cancelInTheTickInWhichItEnds(false));
    assertEquals(List.of("a leaves", "true"), log);
  }

  @Test
  void aTaskThatHasEndedInTheSameTickIsNot() throws IOException {
    new VirtualTime().run(cancelInTheTickInWhichItEnds(true));
    assertEquals(List.of("a", "a leaves", "false"), log);
  }

  @Async
  Coroutine<Void> reader(SocketChannel stream) throws IOException {
    try {
      log.add(await(Chapter8Everything.receive(stream)));
    } finally {
      log.add("reader leaves");
    }
    return done();
  }

  @Async
  Coroutine<Void> cancelOneOfTwoReaders(Pair pair) throws IOException {
    Task<Void> one = await(new Spawn<>(reader(pair.left())));
    Task<Void> two = await(new Spawn<>(reader(pair.left())));
    await(new Nice());
    await(new Cancel(one));
    await(Chapter8Everything.send(pair.right(), "for the other"));
    await(new Join<>(two));
    return done();
  }

  @Test
  void aCancelledReaderLeavesTheStreamToTheOther() throws IOException {
    try (Pair pair = Pair.open()) {
      new Chapter8Everything().run(cancelOneOfTwoReaders(pair));
    }
    assertEquals(List.of("reader leaves", "for the other", "reader leaves"), log);
  }

  @Async
  Coroutine<Void> closeUnderReader(Pair pair) throws IOException {
    Task<Void> reader = await(new Spawn<>(reader(pair.left())));
    await(new Nice());
    pair.left().close();
    await(new Join<>(reader));
    return done();
  }

  @Test
  void whoWaitsAtAStreamThatIsClosedIsToldSo() throws IOException {
    try (Pair pair = Pair.open()) {
      assertThrows(IOException.class, () -> new Chapter8Everything().run(closeUnderReader(pair)));
    }
    assertEquals(List.of("reader leaves"), log);
  }

  @Async
  Coroutine<String> inTime() {
    return done(
        await(Chapter8Everything.within(Duration.ofHours(2), sleeper("a", Duration.ofHours(1)))));
  }

  @Async
  Coroutine<String> tooLate() {
    return done(
        await(Chapter8Everything.within(Duration.ofHours(1), sleeper("a", Duration.ofHours(2)))));
  }

  @Test
  void aLimitThatIsKeptCostsNothing() throws IOException {
    VirtualTime loop = new VirtualTime();
    assertEquals("a", loop.run(inTime()));
    assertEquals(Duration.ofHours(1).toNanos(), loop.now());
  }

  @Test
  void aLimitThatIsNotKeptCancels() throws IOException {
    VirtualTime loop = new VirtualTime();
    assertThrows(Cancelled.class, () -> loop.run(tooLate()));
    assertEquals(List.of("a leaves"), log);
    assertEquals(Duration.ofHours(1).toNanos(), loop.now());
  }

  record Unheard() implements Event<Void> {}

  @Async
  Coroutine<Void> askForTheUnheard() {
    await(new Unheard());
    return done();
  }

  @Test
  void aWishThatTheLoopDoesNotKnowFailsWhereItIsMade() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class, () -> new VirtualTime().run(askForTheUnheard()));
    assertEquals("this loop has no answer to Unheard[]", failure.getMessage());
  }

  @Async
  Coroutine<Void> crash(RuntimeException failure) {
    await(new Nice());
    throw failure;
  }

  @Async
  Coroutine<Void> spawnAndForget(RuntimeException failure) {
    await(new Spawn<>(crash(failure)));
    return done();
  }

  @Async
  Coroutine<Void> spawnAndJoin(RuntimeException failure) {
    Task<Void> child = await(new Spawn<>(crash(failure)));
    await(new Nice());
    await(new Nice());
    await(new Join<>(child));
    return done();
  }

  @Test
  void noCrashIsLost() throws Throwable {
    RuntimeException failure = new RuntimeException("crash");
    assertEquals(
        List.of("loop: a task crashed: crash"),
        Output.of(() -> new VirtualTime().run(spawnAndForget(failure))));
    assertEquals(
        List.of(),
        Output.of(
            () ->
                assertSame(
                    failure,
                    assertThrows(
                        RuntimeException.class,
                        () -> new VirtualTime().run(spawnAndJoin(failure))))));
  }
}
