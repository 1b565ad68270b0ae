// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** A drawing of one or more charts, on white, since pages are read on dark ground too. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** The first two are as wide as each other, and as what the JDK has measured. */
  private static final String FONT = "font-family:'DejaVu Sans',Verdana,sans-serif;";

  private final SVGGraphics2D graphics;

  Svg(int width, int height) {
    graphics = new SVGGraphics2D(document());
    graphics.setSVGCanvasSize(new Dimension(width, height));
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no DOM", e);
    }
  }

  Svg draw(JFreeChart chart, double x, double y, double width, double height) {
    chart.draw(graphics, new Rectangle2D.Double(x, y, width, height));
    return this;
  }

  void write(Path file) throws IOException {
    StringWriter text = new StringWriter();
    graphics.stream(text, true);
    Dimension size = graphics.getSVGCanvasSize();
    // Batik gives no view box, without which it would not scale with the page.
    Files.writeString(
        file,
        text.toString()
            .replaceFirst("<svg ", "<svg viewBox=\"0 0 " + size.width + " " + size.height + "\" ")
            .replace("font-family:sans-serif;", FONT));
  }
}
