// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One of the two worlds, compiled: the cases, {@code world.World}, and in the eager realm the
 * stand-in of the runtime.
 *
 * @param classes by binary name
 */
public record Realm(Map<String, byte[]> classes) {
  /** A machine that has lost its way may never end. */
  private static final int SECONDS = 30;

  /** Runs a case by a script, with classes that are freshly loaded. */
  Outcome run(Case c, Script script) {
    return run("cases." + c.id(), script);
  }

  Outcome run(String className, Script script) {
    FutureTask<Outcome> run = new FutureTask<>(() -> play(className, script));
    // A thread of its own, so that one that never ends can be left behind.
    Thread thread = new Thread(run, className);
    thread.setDaemon(true);
    thread.start();
    try {
      return run.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(className + " could not be run", e.getCause());
    } catch (TimeoutException e) {
      AssertionError error = new AssertionError(className + " does not end; log: " + script.tail());
      error.setStackTrace(thread.getStackTrace());
      throw error;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome play(String className, Script script) throws ReflectiveOperationException {
    CaseLoader loader = new CaseLoader(classes);
    Class<?> caseClass = Class.forName(className, false, loader);
    Method entry = caseClass.getDeclaredMethod("run");
    entry.setAccessible(true);
    Callable<Object> call = () -> invoke(entry);
    Method play = loader.loadClass("world.Play").getMethod("run", Script.class, Callable.class);
    try {
      return Outcome.returned(play.invoke(null, script, call), script);
    } catch (InvocationTargetException e) {
      return Outcome.threw(e.getCause(), script);
    }
  }

  private static Object invoke(Method entry) throws Exception {
    try {
      return entry.invoke(null);
    } catch (InvocationTargetException e) {
      throw Realm.<RuntimeException>sneaky(e.getCause());
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X sneaky(Throwable e) throws X {
    throw (X) e;
  }

  /**
   * Loads and initialises, and thereby verifies, every class that the case and its machines were
   * compiled to.
   */
  public void verify(Case c) throws ReflectiveOperationException {
    CaseLoader loader = new CaseLoader(classes);
    Script script = Proof.Mode.COMPLETE.script();
    loader.loadClass("world.World").getMethod("begin", Script.class).invoke(null, script);
    for (String name : classes.keySet()) {
      if (belongs(name, c)) {
        Class.forName(name, true, loader);
      }
    }
  }

  private static boolean belongs(String name, Case c) {
    String prefix = "cases." + c.id();
    return name.equals(prefix) || name.startsWith(prefix + "$") || name.startsWith(prefix + "_");
  }
}
