// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all plots look like. */
final class Style {
  static final Color INK = new Color(0x24292F);
  private static final Color FAINT = new Color(0xD8DEE4);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private Style() {}

  static Font label() {
    return LABEL;
  }

  /** A chart with its title at the left; a legend on the right if it shall have one. */
  static JFreeChart chart(String title, Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
    TextTitle heading = new TextTitle(title, TITLE);
    heading.setPaint(INK);
    heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
    heading.setPadding(4, 4, 8, 4);
    chart.setTitle(heading);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(6, 6, 6, 14));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    if (legend) {
      LegendTitle key = new LegendTitle(plot);
      key.setItemFont(LABEL);
      key.setItemPaint(INK);
      key.setPosition(RectangleEdge.RIGHT);
      key.setPadding(0, 12, 0, 0);
      chart.addLegend(key);
    }
    return chart;
  }

  static void grid(XYPlot plot) {
    plot.setDomainGridlinePaint(FAINT);
    plot.setRangeGridlinePaint(FAINT);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  static <A extends Axis> A axis(A axis) {
    axis.setLabelFont(BOLD);
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(LABEL);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(FAINT);
    axis.setTickMarksVisible(false);
    return axis;
  }

  /** 1, 10, 100, 1,000 and so on. */
  static LogAxis logarithmic(String label) {
    LogAxis axis = axis(new LogAxis(label));
    axis.setMinorTickMarksVisible(false);
    axis.setTickUnit(new NumberTickUnit(1)); // of the exponent
    axis.setNumberFormatOverride(number());
    return axis;
  }

  static DecimalFormat number() {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  static Paint paint(Peer peer) {
    return peer.color();
  }

  static Stroke line(Peer peer) {
    return new BasicStroke(
        peer.isWeft() ? 3.2f : 1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static Shape dot(Peer peer) {
    double radius = peer.isWeft() ? 6 : 4.5;
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }
}
