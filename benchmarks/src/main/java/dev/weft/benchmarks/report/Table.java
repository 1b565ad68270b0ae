// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A table with a row for each peer, from the cheapest to the dearest by the first column.
 *
 * @param name what its markers call it
 * @param peers who stands in it; one that was not measured is named below it
 * @param columns what is shown of each
 */
record Table(String name, List<String> peers, List<Column> columns) implements Block {
  /** What is shown of each peer. */
  interface Column {
    String heading();

    Optional<String> cell(Samples samples, String peer);
  }

  /** The median, its unit, and how far the runs went apart. */
  record Median(String heading, Metric metric) implements Column {
    @Override
    public Optional<String> cell(Samples samples, String peer) {
      return samples.of(metric, peer).map(s -> Amount.text(s.median(), s.unit()));
    }
  }

  /** The least and the largest. */
  record Range(String heading, Metric metric) implements Column {
    @Override
    public Optional<String> cell(Samples samples, String peer) {
      return samples.of(metric, peer).map(Amount::range);
    }
  }

  /** How many times as much as another peer. */
  record Ratio(String heading, Metric metric, String reference) implements Column {
    @Override
    public Optional<String> cell(Samples samples, String peer) {
      return samples.ratio(metric, peer, reference).map(Amount::ratio);
    }
  }

  /** Median, range and ratio to Weft of one metric. */
  static List<Column> columns(String heading, Metric metric) {
    return List.of(
        new Median(heading, metric),
        new Range("min–max", metric),
        new Ratio("beside Weft", metric, Peer.WEFT));
  }

  @Override
  public String render(Samples samples) {
    List<String> measured =
        peers.stream()
            .filter(peer -> columns.stream().anyMatch(c -> c.cell(samples, peer).isPresent()))
            .sorted(Comparator.comparingDouble(order(samples)))
            .toList();
    if (measured.isEmpty()) {
      return "Not measured yet.\n";
    }
    Markdown table = new Markdown(headings());
    for (String peer : measured) {
      table.row(cells(samples, peer));
    }
    List<String> missing = peers.stream().filter(peer -> !measured.contains(peer)).toList();
    return table
        + (missing.isEmpty()
            ? ""
            : missing.stream()
                .map(peer -> Peer.of(peer).name())
                .collect(Collectors.joining(", ", "\nNot measured here: ", ".\n")));
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of(""));
    columns.forEach(column -> headings.add(column.heading()));
    return headings;
  }

  private List<String> cells(Samples samples, String peer) {
    String mark = Peer.of(peer).isWeft() ? "**" : "";
    List<String> cells = new ArrayList<>(List.of(mark + Peer.of(peer).name() + mark));
    for (Column column : columns) {
      cells.add(column.cell(samples, peer).map(text -> mark + text + mark).orElse("–"));
    }
    return cells;
  }

  private ToDoubleFunction<String> order(Samples samples) {
    Metric first =
        columns.stream()
            .filter(Median.class::isInstance)
            .map(column -> ((Median) column).metric())
            .findFirst()
            .orElseThrow();
    return peer -> samples.of(first, peer).map(Sample::median).orElse(Double.MAX_VALUE);
  }
}
