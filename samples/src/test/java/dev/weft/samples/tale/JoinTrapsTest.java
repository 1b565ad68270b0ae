// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.samples.Output;
import dev.weft.samples.tale.Chapter4Join.Join;
import dev.weft.samples.tale.Chapter4Join.Nice;
import dev.weft.samples.tale.Chapter4Join.Spawn;
import dev.weft.samples.tale.Chapter4Join.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinTrapsTest {

  @Async
  static Coroutine<String> rest(int turns, String result) {
    for (int i = 0; i < turns; i++) {
      await(new Nice());
    }
    return done(result);
  }

  @Async
  static Coroutine<Void> crash(Exception failure) throws Exception {
    await(new Nice());
    throw failure;
  }

  @Async
  static Coroutine<String> joinLate() {
    Task<String> child = await(new Spawn<>(rest(0, "long gone")));
    await(rest(5, ""));
    return done(await(new Join<>(child)));
  }

  @Test
  void aTaskThatHasEndedCanBeJoined() {
    assertEquals("long gone", new Chapter4Join().run(joinLate()));
  }

  @Async
  static Coroutine<Void> joiner(Task<String> task, List<String> log) {
    log.add(await(new Join<>(task)));
    return done();
  }

  @Async
  static Coroutine<Void> threeJoiners(List<String> log) {
    Task<String> child = await(new Spawn<>(rest(3, "told")));
    for (int i = 0; i < 3; i++) {
      await(new Spawn<>(joiner(child, log)));
    }
    return done();
  }

  @Test
  void allWhoJoinAreTold() {
    List<String> log = new ArrayList<>();
    new Chapter4Join().run(threeJoiners(log));
    assertEquals(List.of("told", "told", "told"), log);
  }

  @Async
  static Coroutine<Exception> joinCrash(Exception failure, int patience) throws Exception {
    Task<Void> child = await(new Spawn<>(crash(failure)));
    await(rest(patience, ""));
    try {
      await(new Join<>(child));
    } catch (Exception caught) {
      return done(caught);
    }
    throw new AssertionError("the child's failure was lost");
  }

  @Test
  void aCrashReachesTheJoinerBeforeAndAfterIt() throws Throwable {
    IOException failure = new IOException("crash");
    assertEquals(
        List.of(),
        Output.of(
            () -> {
              assertSame(failure, new Chapter4Join().run(joinCrash(failure, 0)));
              assertSame(failure, new Chapter4Join().run(joinCrash(failure, 9)));
            }));
  }

  @Test
  void aCrashOfTheRootReachesTheCaller() throws Throwable {
    IOException failure = new IOException("crash");
    assertEquals(
        List.of(),
        Output.of(
            () ->
                assertSame(
                    failure,
                    assertThrows(
                        IOException.class, () -> new Chapter4Join().run(crash(failure))))));
  }
}
