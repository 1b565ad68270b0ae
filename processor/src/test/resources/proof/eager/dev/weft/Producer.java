// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The blocking reading of a generator: its body runs on a thread that waits at each emit until the
 * next element is asked for. Only one of the two threads ever runs.
 */
public final class Producer<T> {
  /** The body of a generator's method. */
  public interface Body {
    Object run() throws Throwable;
  }

  private static final ThreadLocal<Producer<?>> PRESENT = new ThreadLocal<>();
  private static final Queue<Producer<?>> ALL = new ConcurrentLinkedQueue<>();

  private final Body body;
  private final Semaphore goOn = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private Thread thread;
  private boolean running;
  private boolean ended;
  private boolean full;
  private volatile boolean abandoned;
  private T current;
  private Closed closed;
  private Throwable failure;

  Producer(Body body) {
    this.body = body;
    ALL.add(this);
  }

  /** Ends the threads of all that were left in the middle; what they log then is nobody's. */
  static void abandonAll() {
    for (Producer<?> next = ALL.poll(); next != null; next = ALL.poll()) {
      next.abandon();
    }
  }

  /** Returns only when the thread has ended: the next run may have the same world. */
  private void abandon() {
    abandoned = true;
    goOn.release();
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @SuppressWarnings("unchecked")
  static <T> void emit(T value) {
    ((Producer<T>) PRESENT.get()).handOut(value);
  }

  private void handOut(T value) {
    refuseIfAbandoned();
    if (closed != null) {
      throw new IllegalStateException();
    }
    current = value;
    full = true;
    back.release();
    goOn.acquireUninterruptibly();
    refuseIfAbandoned();
    if (closed != null) {
      throw closed;
    }
  }

  private void refuseIfAbandoned() {
    if (abandoned) {
      throw new Error("abandoned");
    }
  }

  boolean isFull() {
    return full;
  }

  T take() {
    full = false;
    T taken = current;
    current = null;
    return taken;
  }

  void refuseIfRunning() {
    if (running) {
      throw new IllegalStateException();
    }
  }

  boolean advance() {
    refuseIfRunning();
    if (full || ended) {
      return full;
    }
    running = true;
    if (thread == null) {
      thread = new Thread(this::run, "producer");
      thread.setDaemon(true);
      thread.start();
    } else {
      goOn.release();
    }
    back.acquireUninterruptibly();
    running = false;
    if (failure != null) {
      Throwable thrown = failure;
      failure = null;
      throw Weft.<RuntimeException>sneaky(asOneCall(thrown));
    }
    return full;
  }

  void close() {
    refuseIfRunning();
    full = false;
    if (thread == null) {
      ended = true;
    } else if (!ended) {
      closed = new Closed();
      advance();
    }
  }

  private void run() {
    PRESENT.set(this);
    try {
      body.run();
    } catch (Throwable e) {
      failure = visible(e);
    }
    ended = true;
    back.release();
  }

  private Throwable visible(Throwable thrown) {
    if (thrown != closed) {
      return thrown;
    }
    Throwable[] suppressed = thrown.getSuppressed();
    for (int i = 1; i < suppressed.length; i++) {
      suppressed[0].addSuppressed(suppressed[i]);
    }
    return suppressed.length == 0 ? null : suppressed[0];
  }

  /** The trace that there would be if the consumer had called the body. */
  private static Throwable asOneCall(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    List<StackTraceElement> whole = new ArrayList<>();
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().equals(Producer.class.getName())
          && frame.getMethodName().equals("run")) {
        StackTraceElement body = whole.remove(whole.size() - 1);
        whole.add(
            new StackTraceElement(
                body.getClassName(),
                body.getMethodName().split("\\$")[1],
                body.getFileName(),
                body.getLineNumber()));
        whole.addAll(Arrays.asList(new Throwable().getStackTrace()));
        thrown.setStackTrace(whole.toArray(new StackTraceElement[0]));
        break;
      }
      whole.add(frame);
    }
    return thrown;
  }
}
