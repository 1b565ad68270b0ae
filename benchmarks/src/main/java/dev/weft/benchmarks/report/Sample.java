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
    return values.size() == other.values.size() ? median(ratios(other)) : median() / other.median();
  }

  /** How many times as much as {@code other} in each round; none where a run is missing. */
  List<Double> ratios(Sample other) {
    return values.size() != other.values.size()
        ? List.of()
        : IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList();
  }

  private static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /**
   * What a part of the values lies below.
   *
   * @param part 0.5 for the median; between two values it is interpolated
   */
  static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
