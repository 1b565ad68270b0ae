// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A line for each peer over a size that grows by powers of ten, with the least and the largest run.
 *
 * @param file its name
 * @param title says what is shown
 * @param x what grows
 * @param y what it costs, with its unit
 * @param logarithmic whether the cost too is on a scale of powers of ten
 * @param peers the lines
 * @param points what was measured at which size
 */
record LinePlot(
    String file,
    String title,
    String x,
    String y,
    boolean logarithmic,
    List<String> peers,
    List<Point> points)
    implements Plots.Plot {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 440;

  /** What was measured at a size, and how its figures become those of the plot. */
  record Point(double size, Metric metric, double scale) {}

  @Override
  public void write(Samples samples, Path folder) throws IOException {
    YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setCapLength(3);
    for (String peer : peers) {
      YIntervalSeries line = line(samples, peer);
      if (!line.isEmpty()) {
        int number = lines.getSeriesCount();
        renderer.setSeriesPaint(number, Style.paint(Peer.of(peer)));
        renderer.setSeriesStroke(number, Style.line(Peer.of(peer)));
        renderer.setSeriesShape(number, Style.dot(Peer.of(peer)));
        lines.addSeries(line);
      }
    }
    if (lines.getSeriesCount() == 0) {
      return;
    }
    XYPlot plot =
        new XYPlot(
            lines,
            Style.logarithmic(x),
            logarithmic ? Style.logarithmic(y) : fromZero(y),
            renderer);
    Style.grid(plot);
    new Svg(WIDTH, HEIGHT)
        .draw(Style.chart(title, plot, true), 0, 0, WIDTH, HEIGHT)
        .write(folder.resolve(file));
  }

  private YIntervalSeries line(Samples samples, String peer) {
    YIntervalSeries line = new YIntervalSeries(Peer.of(peer).name());
    for (Point point : points) {
      samples
          .of(point.metric(), peer)
          .ifPresent(
              s ->
                  line.add(
                      point.size(),
                      s.median() * point.scale(),
                      s.min() * point.scale(),
                      s.max() * point.scale()));
    }
    return line;
  }

  private static NumberAxis fromZero(String label) {
    NumberAxis axis = Style.axis(new NumberAxis(label));
    axis.setAutoRangeIncludesZero(true);
    axis.setNumberFormatOverride(Style.number());
    return axis;
  }
}
