// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a row for each thing measured and a column for each peer.
 *
 * @param name what its markers call it
 * @param peers the columns
 * @param rows what is shown
 */
record Overview(String name, List<String> peers, List<Row> rows) implements Block {
  /** One thing that was measured, and who it is known of. */
  record Row(String text, Metric metric) {}

  @Override
  public String render(Samples samples) {
    List<String> headings = new ArrayList<>(List.of(""));
    peers.forEach(peer -> headings.add(Peer.of(peer).name()));
    Markdown table = new Markdown(headings);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.text()));
      for (String peer : peers) {
        String mark = Peer.of(peer).isWeft() ? "**" : "";
        cells.add(
            samples
                .of(row.metric(), peer)
                .map(s -> mark + Amount.text(s.median(), s.unit()) + mark)
                .orElse("–"));
      }
      table.row(cells);
    }
    return table.toString();
  }
}
