// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.LinkedHashSet;
import java.util.Set;

/** The failures of a loop's tasks that nobody has asked for, and who is told of them. */
final class Failures {
  private static final System.Logger LOGGER = System.getLogger(Loop.class.getName());

  private final Loop loop;
  private final Set<Unasked> unasked = new LinkedHashSet<>();
  private Loop.FailureHandler handler =
      (task, error) ->
          LOGGER.log(
              System.Logger.Level.ERROR, "task " + task + " failed, and nobody joined it", error);

  Failures(Loop loop) {
    this.loop = loop;
  }

  void setHandler(Loop.FailureHandler told) {
    handler = told;
  }

  Unasked add(Fiber<?> fiber, Throwable error) {
    Unasked failure = Unasked.register(loop, fiber, error);
    unasked.add(failure);
    return failure;
  }

  boolean forget(Unasked failure) {
    return unasked.remove(failure);
  }

  void report(String task, Throwable error) {
    try {
      handler.failed(task, error);
    } catch (Throwable inHandler) {
      inHandler.addSuppressed(error);
      LOGGER.log(
          System.Logger.Level.ERROR, "the failure handler failed for task " + task, inHandler);
    }
  }

  void reportAll() {
    for (Unasked failure : unasked.toArray(new Unasked[0])) {
      failure.report();
    }
  }
}
