// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/** The values of all runs of one thing, in the order of the rounds, and their unit. */
record Sample(List<Double> values, String unit) {
  double median() {
    return median(values);
  }

  double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * How many times as much as {@code other}: the median of the ratios of each round, since runs of
   * one round met the same weather. Where a run is missing, the ratio of the medians.
   */
  double ratio(Sample other) {
    if (values.size() != other.values.size()) {
      return median() / other.median();
    }
    return median(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
