// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One of the two worlds, compiled: the cases, {@code world.World}, and in the eager realm the
 * stand-in of the runtime.
 */
public final class Realm {
  /**
   * A machine that has lost its way may never end. As a rule its script sees that; this is for one
   * that awaits nothing, or waits for ever, and longer than any busy computer takes.
   */
  private static final int MINUTES = 5;

  /** What is left behind; it is of no use to begin another run like it. */
  static final class NeverEnds extends AssertionError {
    private static final long serialVersionUID = 1;

    NeverEnds(String message, Thread where) {
      super(message);
      setStackTrace(where.getStackTrace());
    }
  }

  private final Map<String, byte[]> classes;

  /** Those that no run is in. */
  private final Queue<World> worlds = new ConcurrentLinkedQueue<>();

  /**
   * @param classes by binary name
   */
  public Realm(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  /** Runs a case by a script, with its classes freshly loaded. */
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
      return run.get(MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new AssertionError(className + " could not be run", e.getCause());
    } catch (TimeoutException e) {
      throw new NeverEnds(className + " does not end; log: " + script.tail(), thread);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome play(String className, Script script) throws ReflectiveOperationException {
    World world = world();
    Class<?> caseClass = Class.forName(className, false, world.cases());
    Method entry = caseClass.getDeclaredMethod("run");
    entry.setAccessible(true);
    Callable<Object> call = () -> invoke(entry);
    Method play = world.load("world.Play").getMethod("run", Script.class, Callable.class);
    try {
      return Outcome.returned(play.invoke(null, script, call), script);
    } catch (InvocationTargetException e) {
      return Outcome.threw(e.getCause(), script);
    } finally {
      worlds.add(world);
    }
  }

  private World world() {
    World idle = worlds.poll();
    return idle != null ? idle : new World(classes);
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
   * compiled to. Not those of a body whose place was taken: in memory nothing can delete them.
   */
  public void verify(Case c) throws ReflectiveOperationException {
    World world = world();
    ClassLoader loader = world.cases();
    Script script = Proof.Mode.COMPLETE.script();
    world.load("world.World").getMethod("begin", Script.class).invoke(null, script);
    for (String name : classes.keySet()) {
      if (belongs(name, c) && isUsed(Class.forName(name, false, loader))) {
        Class.forName(name, true, loader);
      }
    }
    worlds.add(world);
  }

  /** What is left of a machine's own nest has a host that does not know it. */
  private static boolean isUsed(Class<?> type) {
    return type.getName().indexOf('$') < 0 || type.getNestHost() != type;
  }

  /** Whether a class of that binary name was compiled from the case. */
  private static boolean belongs(String name, Case c) {
    int end = "cases.".length() + c.id().length();
    return name.startsWith("cases.")
        && name.startsWith(c.id(), "cases.".length())
        && (name.length() == end || name.charAt(end) == '$' || name.charAt(end) == '_');
  }
}
