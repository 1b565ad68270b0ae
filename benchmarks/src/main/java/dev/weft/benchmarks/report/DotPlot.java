// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A row for each thing measured, a dot for each peer, on a scale of powers of ten.
 *
 * @param file its name
 * @param title says what is shown
 * @param unit of the scale
 * @param peers from the last drawn to the first, so that Weft lies on top
 * @param rows from top to bottom
 */
record DotPlot(String file, String title, String unit, List<String> peers, List<Overview.Row> rows)
    implements Plots.Plot {
  private static final int WIDTH = 900;
  private static final int ROW = 34;
  private static final int FRAME = 110;

  @Override
  public void write(Samples samples, Path folder) throws IOException {
    List<Overview.Row> measured =
        rows.stream()
            .filter(row -> peers.stream().anyMatch(p -> samples.of(row.metric(), p).isPresent()))
            .toList();
    if (measured.isEmpty()) {
      return;
    }
    XYSeriesCollection dots = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (String peer : peers) {
      XYSeries series = new XYSeries(Peer.of(peer).name());
      for (int y = 0; y < measured.size(); y++) {
        Optional<Sample> sample = samples.of(measured.get(y).metric(), peer);
        int row = y;
        sample.filter(s -> s.median() > 0).ifPresent(s -> series.add(s.median(), row));
      }
      if (!series.isEmpty()) {
        int number = dots.getSeriesCount();
        renderer.setSeriesPaint(number, Style.paint(Peer.of(peer)));
        renderer.setSeriesShape(number, Style.dot(Peer.of(peer)));
        dots.addSeries(series);
      }
    }
    SymbolAxis names =
        new SymbolAxis(null, measured.stream().map(Overview.Row::text).toArray(String[]::new));
    names.setGridBandsVisible(false);
    names.setInverted(true);
    names.setRange(-0.6, measured.size() - 0.4);
    XYPlot plot = new XYPlot(dots, Style.logarithmic(unit), Style.axis(names), renderer);
    Style.grid(plot);
    int height = FRAME + ROW * measured.size();
    new Svg(WIDTH, height)
        .draw(Style.chart(title, plot, true), 0, 0, WIDTH, height)
        .write(folder.resolve(file));
  }
}
