// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each JMH benchmark once, in this process: that it runs, not what it costs. */
class StepTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Test
  void everyBenchmarkRuns() throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    ChainedOptionsBuilder once =
        new OptionsBuilder()
            .include("^dev\\.weft\\.benchmarks\\.step\\.")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
      once.exclude("\\.virtualThread$");
    }
    Collection<RunResult> results = new Runner(once.build()).run();
    assertFalse(results.isEmpty());
  }
}
