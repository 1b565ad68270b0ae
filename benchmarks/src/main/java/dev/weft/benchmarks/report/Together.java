// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several scenarios taken together: where the runs of one scenario are too few and too far apart to
 * tell, all pairs of a run and the reference's of the same round may. A row for each peer, from the
 * lowest median.
 *
 * @param name what its markers call it
 * @param peers who stands in it; one that was not measured is left out
 * @param reference whom they are compared with
 * @param metrics one of each scenario
 */
record Together(String name, List<String> peers, String reference, List<Metric> metrics)
    implements Block {
  @Override
  public String render(Samples samples) {
    Map<String, List<Double>> ratios =
        peers.stream()
            .filter(peer -> !peer.equals(reference))
            .collect(
                Collectors.toMap(Function.identity(), peer -> ratios(samples, peer), (a, b) -> a));
    Markdown table =
        new Markdown(
            List.of(
                "",
                "beside " + Peer.of(reference).name(),
                "the middle half of the pairs",
                "pairs"));
    new TreeMap<>(ratios)
        .entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .sorted(Comparator.comparingDouble(entry -> Sample.quantile(entry.getValue(), 0.5)))
            .forEach(entry -> table.row(row(entry.getKey(), entry.getValue())));
    return table.toString();
  }

  private List<Double> ratios(Samples samples, String peer) {
    return metrics.stream()
        .flatMap(
            metric ->
                samples
                    .of(metric, peer)
                    .flatMap(own -> samples.of(metric, reference).map(own::ratios))
                    .stream())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> row(String peer, List<Double> ratios) {
    String mark = Peer.of(peer).isWeft() ? "**" : "";
    return List.of(
        mark + Peer.of(peer).name() + mark,
        mark + Amount.ratio(Sample.quantile(ratios, 0.5)) + mark,
        Amount.ratio(Sample.quantile(ratios, 0.25))
            + "–"
            + Amount.ratio(Sample.quantile(ratios, 0.75)),
        String.valueOf(ratios.size()));
  }
}
