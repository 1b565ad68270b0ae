// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Virtual threads, all of them on one carrier. */
public final class VirtualThreadTasks extends TaskPeer {
  /**
   * Runs a scenario.
   *
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    System.setProperty("jdk.virtualThreadScheduler.maxPoolSize", "1");
    TaskProgram.run(new VirtualThreadTasks(), arguments);
  }

  /** What a virtual thread does here. */
  private interface Body {
    void run() throws Exception;
  }

  private static Thread start(Body body) throws NoSuchScenarioException {
    return VirtualThreads.start(
        () -> {
          try {
            body.run();
          } catch (InterruptedException e) {
            // It is to end.
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /**
   * Calls {@code body} in a virtual thread, so that those it starts need no other to start them.
   */
  private static <T> T call(Callable<T> body) throws Exception {
    FutureTask<T> task = new FutureTask<>(body);
    VirtualThreads.start(task);
    return task.get();
  }

  @Override
  protected void sleepers(int n, Runnable asleep) throws Exception {
    Thread[] threads = new Thread[n];
    CountDownLatch all = new CountDownLatch(n);
    call(
        () -> {
          for (int i = 0; i < n; i++) {
            threads[i] =
                start(
                    () -> {
                      all.countDown();
                      Thread.sleep(SECONDS.toMillis(SECONDS_ASLEEP));
                    });
          }
          all.await();
          return null;
        });
    asleep.run();
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  protected void spawn(int n) throws Exception {
    call(
        () -> {
          for (int i = 0; i < n; i++) {
            start(() -> {}).join();
          }
          return null;
        });
  }

  @Override
  protected boolean exact() {
    return false; // another thread has the timers, and on waking there is a queue of those that are
    // ready
  }

  @Override
  protected void timers(Deadlines deadlines) throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    call(
        () -> {
          for (int i = 0; i < deadlines.size(); i++) {
            int number = i;
            start(
                () -> {
                  NANOSECONDS.sleep(deadlines.set(number));
                  if (deadlines.fire(number)) {
                    all.countDown();
                  }
                });
          }
          all.await();
          return null;
        });
  }

  @Override
  protected void channel(int n) throws Exception {
    BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
    BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
    call(
        () -> {
          start(
              () -> {
                for (int i = 0; i < n; i++) {
                  back.put(there.take());
                }
              });
          for (int i = 0; i < n; i++) {
            there.put(i);
            back.take();
          }
          return null;
        });
  }

  @Override
  protected long skynet(int leaves) throws Exception {
    return call(new Node(0, leaves));
  }

  private record Node(long first, int leaves) implements Callable<Long> {
    @Override
    public Long call() throws Exception {
      if (leaves == 1) {
        return first;
      }
      int part = leaves / CHILDREN;
      List<FutureTask<Long>> children = new ArrayList<>(CHILDREN);
      for (int i = 0; i < CHILDREN; i++) {
        FutureTask<Long> child = new FutureTask<>(new Node(first + (long) i * part, part));
        VirtualThreads.start(child);
        children.add(child);
      }
      long sum = 0;
      for (FutureTask<Long> child : children) {
        sum += child.get();
      }
      return sum;
    }
  }
}
