// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.awt.Paint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Panels of bars, two in a row, from the cheapest peer to the dearest. A bar begins at zero and has
 * its value at its end, so there is no axis.
 *
 * @param file its name
 * @param peers who is shown
 * @param panels what is shown
 */
record BarPanels(String file, List<String> peers, List<Overview.Row> panels) implements Plots.Plot {
  private static final int WIDTH = 470;
  private static final int BAR = 25;
  private static final int FRAME = 56;

  /** Room right of the longest bar, for its value. */
  private static final double MARGIN = 0.22;

  @Override
  public void write(Samples samples, Path folder) throws IOException {
    List<Panel> shown = new ArrayList<>();
    for (Overview.Row panel : panels) {
      List<String> measured =
          peers.stream()
              .filter(peer -> samples.of(panel.metric(), peer).isPresent())
              .sorted(
                  Comparator.comparingDouble(
                      peer -> samples.of(panel.metric(), peer).orElseThrow().median()))
              .toList();
      if (!measured.isEmpty()) {
        shown.add(new Panel(chart(samples, panel, measured), FRAME + BAR * measured.size()));
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    int height = 0;
    for (int i = 0; i < shown.size(); i += 2) {
      height += rowHeight(shown, i);
    }
    Svg svg = new Svg(shown.size() == 1 ? WIDTH : 2 * WIDTH, height);
    int y = 0;
    for (int i = 0; i < shown.size(); i++) {
      Panel panel = shown.get(i);
      svg.draw(panel.chart, i % 2 * WIDTH, y, WIDTH, panel.height);
      y += i % 2 == 1 ? rowHeight(shown, i - 1) : 0;
    }
    svg.write(folder.resolve(file));
  }

  private record Panel(JFreeChart chart, int height) {}

  private static int rowHeight(List<Panel> panels, int first) {
    int second = Math.min(first + 1, panels.size() - 1);
    return Math.max(panels.get(first).height, panels.get(second).height);
  }

  private static JFreeChart chart(Samples samples, Overview.Row panel, List<String> peers) {
    DefaultCategoryDataset values = new DefaultCategoryDataset();
    for (String peer : peers) {
      values.addValue(
          samples.of(panel.metric(), peer).orElseThrow().median(), "", Peer.of(peer).name());
    }
    String unit = samples.of(panel.metric(), peers.get(0)).orElseThrow().unit();
    NumberAxis axis = new NumberAxis();
    axis.setVisible(false);
    axis.setUpperMargin(MARGIN);
    CategoryAxis names = Style.axis(new CategoryAxis());
    names.setAxisLineVisible(false);
    names.setMaximumCategoryLabelWidthRatio(1);
    names.setLowerMargin(0);
    names.setUpperMargin(0);
    CategoryPlot plot = new CategoryPlot(values, names, axis, renderer(peers, unit));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeGridlinesVisible(false);
    return Style.chart(panel.text(), plot, false);
  }

  private static BarRenderer renderer(List<String> peers, String unit) {
    BarRenderer renderer = new Bars(peers);
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setMaximumBarWidth(1);
    renderer.setItemMargin(0);
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(Style.label());
    renderer.setDefaultItemLabelPaint(Style.INK);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    renderer.setDefaultItemLabelGenerator(new Values(unit));
    return renderer;
  }

  /** Each bar in the colour of its peer. */
  private static final class Bars extends BarRenderer {
    private static final long serialVersionUID = 1;

    private final transient List<String> peers;

    Bars(List<String> peers) {
      this.peers = peers;
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      return Style.paint(Peer.of(peers.get(column)));
    }
  }

  private record Values(String unit) implements CategoryItemLabelGenerator {
    @Override
    public String generateLabel(CategoryDataset values, int row, int column) {
      return Amount.text(values.getValue(row, column).doubleValue(), unit);
    }

    @Override
    public String generateRowLabel(CategoryDataset values, int row) {
      return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset values, int column) {
      return "";
    }
  }
}
