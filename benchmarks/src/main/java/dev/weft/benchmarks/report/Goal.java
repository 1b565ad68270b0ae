// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.Optional;
import java.util.function.Function;

/**
 * What Weft is to reach.
 *
 * @param text what it is about
 * @param measured Weft's figure; empty if it has not been measured
 * @param unit of both; {@code x} for a ratio
 * @param bar the largest that will do
 */
record Goal(String text, Function<Samples, Optional<Double>> measured, String unit, double bar) {
  /** Weft's own figure against a fixed one. */
  static Goal atMost(String text, Metric metric, double bar, String unit) {
    return new Goal(text, samples -> samples.of(metric, Peer.WEFT).map(Sample::median), unit, bar);
  }

  /** Weft's figure in multiples of that of a peer. */
  static Goal beside(String text, Metric metric, String reference, double bar) {
    return new Goal(text, samples -> samples.ratio(metric, Peer.WEFT, reference), "x", bar);
  }

  /** How much more one figure of Weft's is than another. */
  static Goal beyond(String text, Metric metric, Metric base, double bar, String unit) {
    return new Goal(
        text,
        samples ->
            samples
                .of(metric, Peer.WEFT)
                .flatMap(
                    sample ->
                        samples
                            .of(base, Peer.WEFT)
                            .map(object -> Math.max(0, sample.median() - object.median()))),
        unit,
        bar);
  }

  /** Weft's figure in multiples of another of Weft's. */
  static Goal growth(String text, Metric large, Metric small, double bar) {
    return new Goal(
        text,
        samples ->
            samples
                .of(large, Peer.WEFT)
                .flatMap(sample -> samples.of(small, Peer.WEFT).map(sample::ratio)),
        "x",
        bar);
  }

  String show(double value) {
    return unit.equals("x") ? Amount.ratio(value) + "x" : Amount.text(value, unit);
  }

  /** To the digits that are shown: 1.004 is not worse than 1.00. */
  boolean met(double value) {
    return value <= bar || show(value).equals(show(bar));
  }
}
