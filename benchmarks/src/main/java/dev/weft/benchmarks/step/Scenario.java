// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How all scenarios are measured. A method with other needs says so itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public abstract class Scenario {
  /** All virtual threads take turns on one carrier, as tasks do on a loop. */
  static final String ONE_CARRIER = "-Djdk.virtualThreadScheduler.parallelism=1";

  /** Nor may another carrier stand in for one that is pinned. */
  static final String NO_OTHER_CARRIER = "-Djdk.virtualThreadScheduler.maxPoolSize=1";
}
