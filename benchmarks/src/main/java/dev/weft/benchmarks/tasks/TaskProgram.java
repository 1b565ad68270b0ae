// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The rules of measuring, the same for all peers.
 *
 * <p>{@code spawn} and {@code channel} are about the steady state: laps are run for two seconds,
 * and at least three, before any counts; then for another second, and at least five. The figure is
 * the median of these.
 *
 * <p>{@code sleepers}, {@code timers} and {@code skynet} are each one big effort, so the first one
 * in a fresh process has a figure of its own. Up to three more follow, as long as there is time;
 * the other figures are the medians of those. Before each, the heap is collected.
 */
public final class TaskProgram {
  /** What a program ends with that has no such scenario. */
  static final int NO_SUCH_SCENARIO = 3;

  private static final double WARM_UP = 2;
  private static final double STEADY = 1;
  private static final double TOO_LONG = 5;

  private final TaskPeer peer;
  private final int n;
  private final List<Lap> laps = new ArrayList<>();
  private Lap lap = Lap.start();

  private TaskProgram(TaskPeer peer, int n) {
    this.peer = peer;
    this.n = n;
  }

  /**
   * The {@code main} of a peer.
   *
   * @param peer the peer
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void run(TaskPeer peer, String... arguments) throws Exception {
    TaskProgram program = new TaskProgram(peer, Integer.parseInt(arguments[1]));
    try {
      switch (arguments[0]) {
        case "sleepers" -> program.sleepers();
        case "spawn" -> program.steady(() -> peer.spawn(program.n));
        case "timers" -> program.timers();
        case "channel" -> program.steady(() -> peer.channel(program.n));
        case "skynet" -> program.skynet();
        default -> throw new TaskPeer.NoSuchScenarioException();
      }
    } catch (TaskPeer.NoSuchScenarioException e) {
      System.exit(NO_SUCH_SCENARIO);
    }
    System.exit(0); // whatever threads there are
  }

  /** Something that is measured. */
  private interface Effort {
    void run() throws Exception;
  }

  /**
   * Ends the program while the last are asleep: to let go of them may take longer than all else.
   */
  private void sleepers() throws Exception {
    Lap begun = Lap.start();
    long residentBefore = Footprint.resident();
    long[] resident = new long[1];
    while (true) {
      long before = Footprint.heap();
      begin();
      peer.sleepers(
          n,
          () -> {
            end();
            if (laps.size() == 1) {
              resident[0] = Footprint.resident();
            } else if (laps.size() == 4 || begun.stop().wall() > TOO_LONG) {
              printBig();
              print("rss", (double) (resident[0] - residentBefore) / n, "B");
              print("heap", (double) (Footprint.heap() - before) / n, "B");
              System.exit(0);
            }
          });
    }
  }

  private void timers() throws Exception {
    Deadlines deadlines = new Deadlines(n);
    long[] disorder = new long[1];
    big(
        () -> {
          deadlines.reset();
          begin();
          peer.timers(deadlines);
          end();
          disorder[0] = Math.max(disorder[0], deadlines.disorder());
          if (peer.exact() && disorder[0] > 0) {
            throw new IllegalStateException("out of order by " + disorder[0] + " ns");
          }
        });
    printBig();
    print("disorder", disorder[0] / 1e3, "us");
  }

  private void skynet() throws Exception {
    big(
        () -> {
          begin();
          long sum = peer.skynet(n);
          end();
          if (sum != (long) n * (n - 1) / 2) {
            throw new IllegalStateException("the sum is wrong: " + sum);
          }
        });
    printBig();
  }

  private void big(Effort effort) throws Exception {
    do {
      Footprint.heap();
      effort.run();
    } while (more());
  }

  /** One later lap, then up to two more unless that takes too long. */
  private boolean more() {
    return laps.size() < 2 || laps.size() < 4 && total() < TOO_LONG;
  }

  private void printBig() {
    Lap first = laps.remove(0);
    print("first", first.wall(), "s");
    print("first-cpu", first.cpu(), "s");
    print("wall", median(Lap::wall), "s");
    print("cpu", median(Lap::cpu), "s");
  }

  private void steady(Effort effort) throws Exception {
    repeat(effort, 3, WARM_UP);
    laps.clear();
    repeat(effort, 5, STEADY);
    print("each", median(Lap::wall) * 1e9 / n, "ns");
    // The sum, since the JVM counts processor time by hundredths of a second.
    double cpu = laps.stream().mapToDouble(Lap::cpu).sum() / laps.size();
    print("each-cpu", cpu * 1e9 / n, "ns");
  }

  private void repeat(Effort effort, int atLeast, double seconds) throws Exception {
    while (laps.size() < atLeast || total() < seconds) {
      begin();
      effort.run();
      end();
    }
  }

  private void begin() {
    lap = Lap.start();
  }

  private void end() {
    laps.add(lap.stop());
  }

  private double total() {
    return laps.stream().mapToDouble(Lap::wall).sum();
  }

  private double median(ToDoubleFunction<Lap> figure) {
    double[] sorted = laps.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void print(String metric, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s %s %s%n", metric, value, unit);
  }
}
