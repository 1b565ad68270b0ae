// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Loop;
import dev.weft.Weft;
import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

/**
 * Counts by JOL what a sleeping task consists of: its machine, and all that a loop holds the more
 * when it has one task more.
 */
public final class WeftLayout {
  private WeftLayout() {}

  /**
   * Prints the figures.
   *
   * @param arguments any name for the scenario, and how many tasks to take the mean of
   */
  @SuppressWarnings("resource") // to close the loop would be to cancel each of them
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err); // JOL has warnings to print
    System.setProperty("jol.magicFieldOffset", "true"); // for lambdas and records
    int n = Integer.parseInt(arguments[1]);
    Coroutine<Void> machine = WeftTasks.sleeper();
    Loop loop = new Loop();
    long[] sizes = new long[2];
    loop.run(measure(loop, n, sizes));
    print(out, "machine", (double) ClassLayout.parseInstance(machine).instanceSize());
    print(out, "task", (double) (sizes[1] - sizes[0]) / n);
    System.exit(0);
  }

  @Async
  static Coroutine<Void> measure(Loop loop, int n, long[] sizes) {
    sizes[0] = GraphLayout.parseInstance(loop).totalSize();
    for (int i = 0; i < n; i++) {
      await(Weft.spawn(WeftTasks.sleeper()));
    }
    await(yieldNow());
    sizes[1] = GraphLayout.parseInstance(loop).totalSize();
    return done();
  }

  private static void print(PrintStream out, String metric, double bytes) {
    out.printf(Locale.ROOT, "%s %s B%n", metric, bytes);
  }
}
