// SPDX-License-Identifier: Apache-2.0
package world;

import dev.weft.Coroutine;
import dev.weft.Event;
import dev.weft.processor.proof.Script;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What cases may await, and the log of their side effects. Compiled once for each runtime. */
public final class World {
  private static Script script;

  private World() {}

  /** What the world fails with. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failed(String message) {
      super(message);
    }
  }

  /** Must come before all else. */
  public static void begin(Script played) {
    script = played;
  }

  static Script script() {
    return script;
  }

  public static void log(Object entry) {
    script.log(String.valueOf(entry));
  }

  /** Logs {@code g1} for 1, and returns it. */
  public static int g(int value) {
    log("g" + value);
    return value;
  }

  /** Logs the label and returns the value. */
  public static <T> T say(String label, T value) {
    log(label);
    return value;
  }

  public static boolean say(String label, boolean value) {
    log(label);
    return value;
  }

  /** A coroutine that logs its start, may suspend, may fail if the script says so, and ends with {@code value}. */
  public static <T> Coroutine<T> later(String label, T value) {
    return later(label, value, () -> {});
  }

  public static <T> Coroutine<T> later(T value) {
    return later(String.valueOf(value), value, () -> {});
  }

  /** The same; {@code meanwhile} runs while it is suspended. */
  public static <T> Coroutine<T> later(String label, T value, Runnable meanwhile) {
    return Play.coroutine(new Request(label, value, null, meanwhile, Failed::new));
  }

  /** The same, but where the script says fail, it fails with an {@code IOException}. */
  public static <T> Coroutine<T> io(String label, T value) throws IOException {
    return Play.coroutine(new Request(label, value, null, () -> {}, IOException::new));
  }

  /** Ends with {@code failure}, which need not be unchecked. */
  public static <T> Coroutine<T> fails(String label, Throwable failure) {
    return Play.coroutine(new Request(label, null, script.note(failure), () -> {}, Failed::new));
  }

  /** Ends with {@code failure}; the type parameter only makes javac believe that it may. */
  public static <T, X extends Exception> Coroutine<T> throwing(String label, X failure) throws X {
    return fails(label, failure);
  }

  public static <T> Event<T> event(String label, T value) {
    return Play.event(new Request(label, value, null, () -> {}, Failed::new));
  }

  public static <T> CompletionStage<T> stage(String label, T value) {
    return Play.stage(new Request(label, value, null, () -> {}, Failed::new));
  }

  /** What one await asks for. It fails with {@code always} if that is not null, or as the script says. */
  record Request(
      String label,
      Object value,
      Throwable always,
      Runnable meanwhile,
      Function<String, Throwable> failure) {

    /** Ends the request: runs what happens meanwhile, then gives the value or throws. */
    @SuppressWarnings("unchecked")
    <T> T settle(int number) throws Exception {
      meanwhile.run();
      if (always != null) {
        throw World.<Exception>sneaky(always);
      }
      Throwable scripted = script.failure(number, label, failure);
      if (scripted != null) {
        throw World.<Exception>sneaky(scripted);
      }
      return (T) script.value(number, value);
    }
  }

  @SuppressWarnings("unchecked")
  static <X extends Throwable> X sneaky(Throwable e) throws X {
    throw (X) e;
  }
}
