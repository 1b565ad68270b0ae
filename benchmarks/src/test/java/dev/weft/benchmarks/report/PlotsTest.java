// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.benchmarks.Figure;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped on a system without fonts, on which the JDK cannot tell how wide a text is. */
class PlotsTest {
  @TempDir Path folder;

  @BeforeAll
  static void withFonts() {
    System.setProperty("java.awt.headless", "true");
    assumeTrue(fonts(), "no fonts");
  }

  private static boolean fonts() {
    try {
      return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length
          > 0;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  @Test
  void aPlotNamesThePeers() throws Exception {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("step", "send-resume", "weft", "time", "ns", 1.5));
    figures.add(new Figure("step", "send-resume", "kotlin", "time", "ns", 3));
    figures.add(new Figure("loop", "spawn-100000", "weft", "each", "ns", 75));
    figures.add(new Figure("loop", "timers-10000", "weft", "cpu", "s", 0.004));
    figures.add(new Figure("loop", "timers-1000000", "weft", "cpu", "s", 0.4));
    Plots.write(new Samples(figures), folder);
    for (String name : List.of("step.svg", "loop.svg", "timers.svg")) {
      String svg = Files.readString(folder.resolve(name));
      assertTrue(svg.contains(">Weft</text>") || svg.contains(">Weft<"), name);
    }
  }

  @Test
  void nothingIsDrawnOfNothing() throws Exception {
    Plots.write(new Samples(List.of()), folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
