// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import dev.weft.benchmarks.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All figures, by what they are of. */
public final class Samples {
  /** What a figure is of. */
  private record Key(String suite, String scenario, String peer, String metric) {}

  private final Map<Key, Sample> samples = new LinkedHashMap<>();

  /** Of these figures. */
  public Samples(List<Figure> figures) {
    for (Figure f : figures) {
      samples
          .computeIfAbsent(
              new Key(f.suite(), f.scenario(), f.peer(), f.metric()),
              key -> new Sample(new ArrayList<>(), f.unit()))
          .values()
          .add(f.value());
    }
  }

  /** The scenarios of a suite. */
  Set<String> scenarios(String suite) {
    return samples.keySet().stream()
        .filter(key -> key.suite().equals(suite))
        .map(Key::scenario)
        .collect(Collectors.toSet());
  }

  Optional<Sample> of(Metric metric, String peer) {
    return Optional.ofNullable(
        samples.get(new Key(metric.suite(), metric.scenario(), peer, metric.name())));
  }

  /** How many times as much as {@code reference}; empty if one of them is missing or it took 0. */
  Optional<Double> ratio(Metric metric, String peer, String reference) {
    return of(metric, peer)
        .flatMap(sample -> of(metric, reference).map(sample::ratio))
        .filter(Double::isFinite);
  }
}
