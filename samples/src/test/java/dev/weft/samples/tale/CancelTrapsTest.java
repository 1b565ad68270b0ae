// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.samples.tale.Chapter7Cancel.Cancel;
import dev.weft.samples.tale.Chapter7Cancel.Cancelled;
import dev.weft.samples.tale.Chapter7Cancel.Join;
import dev.weft.samples.tale.Chapter7Cancel.Nice;
import dev.weft.samples.tale.Chapter7Cancel.Spawn;
import dev.weft.samples.tale.Chapter7Cancel.Suspend;
import dev.weft.samples.tale.Chapter7Cancel.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTrapsTest {
  private final List<String> log = new ArrayList<>();

  @Async
  Coroutine<Void> child(int turns) {
    log.add("begins");
    try {
      for (int i = 0; i < turns; i++) {
        await(new Nice());
      }
      log.add("suspends");
      await(new Suspend());
    } catch (Exception e) {
      log.add("must not be caught here");
    } finally {
      log.add("finally");
    }
    return done();
  }

  @Async
  Coroutine<Void> cancelTwice() {
    Task<Void> child = await(new Spawn<>(child(0)));
    await(new Nice());
    log.add("" + await(new Cancel(child)));
    log.add("" + await(new Cancel(child)));
    log.add("" + await(new Cancel(child)));
    return done();
  }

  @Test
  void twiceIsOnce() {
    new Chapter7Cancel().run(cancelTwice());
    assertEquals(List.of("begins", "suspends", "true", "finally", "true", "false"), log);
  }

  @Async
  Coroutine<Void> cancelTwiceInOneTick(Task<Void> child) {
    log.add("" + await(new Cancel(child)));
    return done();
  }

  @Async
  Coroutine<Void> cancelFromTwo() {
    Task<Void> child = await(new Spawn<>(child(0)));
    await(new Nice());
    await(new Spawn<>(cancelTwiceInOneTick(child)));
    await(new Spawn<>(cancelTwiceInOneTick(child)));
    return done();
  }

  @Test
  void twiceInOneTickIsOnceToo() {
    new Chapter7Cancel().run(cancelFromTwo());
    assertEquals(1, log.stream().filter("finally"::equals).count());
    assertEquals(1, log.stream().filter("suspends"::equals).count());
  }

  @Async
  Coroutine<Void> cancelReady() {
    Task<Void> child = await(new Spawn<>(child(1_000)));
    await(new Nice());
    log.add("" + await(new Cancel(child)));
    return done();
  }

  @Test
  void aTaskThatIsReadyGetsTheCancelAndNoSecondTurn() {
    new Chapter7Cancel().run(cancelReady());
    assertEquals(List.of("begins", "finally", "true"), log.stream().sorted().toList());
  }

  @Async
  Coroutine<Void> cancelUnstarted() {
    Task<Void> child = await(new Spawn<>(child(0)));
    await(new Cancel(child));
    await(new Join<>(child));
    return done();
  }

  @Test
  void aTaskThatHasNotBegunNeverDoes() {
    assertThrows(Cancelled.class, () -> new Chapter7Cancel().run(cancelUnstarted()));
    assertEquals(List.of(), log);
  }

  @Async
  Coroutine<Void> joiner(Task<?> task) {
    try {
      await(new Join<>(task));
    } finally {
      log.add("joiner leaves");
    }
    return done();
  }

  @Async
  Coroutine<Void> cancelJoiner() {
    Task<Void> child = await(new Spawn<>(child(0)));
    Task<Void> joiner = await(new Spawn<>(joiner(child)));
    await(new Nice());
    await(new Cancel(joiner));
    await(new Cancel(child));
    return done();
  }

  @Test
  void whoJoinsCanBeCancelledAndIsNotWokenAgain() {
    new Chapter7Cancel().run(cancelJoiner());
    assertEquals(List.of("begins", "suspends", "joiner leaves", "finally"), log);
  }

  @Async
  Coroutine<Void> cancelItself(List<Task<Void>> me) {
    await(new Nice());
    try {
      await(new Cancel(me.get(0)));
    } finally {
      log.add("finally");
    }
    log.add("must not get here");
    return done();
  }

  @Async
  Coroutine<Void> parentOfOneWhoCancelsItself() {
    List<Task<Void>> me = new ArrayList<>();
    me.add(await(new Spawn<>(cancelItself(me))));
    return done();
  }

  @Test
  void aTaskCanCancelItself() {
    new Chapter7Cancel().run(parentOfOneWhoCancelsItself());
    assertEquals(List.of("finally"), log);
  }
}
