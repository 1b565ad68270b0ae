// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All figures, as the rows of a CSV file: one row for each run, in the order of the runs. */
public final class Results {
  private static final String HEADER = "suite,scenario,peer,metric,unit,run,value";
  private static final MathContext DIGITS = new MathContext(6);

  private final List<Figure> figures = new ArrayList<>();

  /** What the file holds; nothing if there is no such file. */
  public static Results read(Path file) throws IOException {
    return Files.exists(file) ? parse(Files.readAllLines(file)) : new Results();
  }

  static Results parse(List<String> lines) {
    Results results = new Results();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != 7) {
        throw new IllegalArgumentException("not a row of figures: " + line);
      }
      double value = Double.parseDouble(cells[6]);
      results.add(new Figure(cells[0], cells[1], cells[2], cells[3], cells[4], value));
    }
    return results;
  }

  /** Adds a run. */
  public void add(Figure figure) {
    figures.add(figure);
  }

  /** Drops what a new measurement stands for. */
  void drop(Predicate<Figure> outdated) {
    figures.removeIf(outdated);
  }

  /** All of them. */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    Map<Figure, Integer> runs = new HashMap<>();
    for (Figure f : figures) {
      Figure kind = new Figure(f.suite(), f.scenario(), f.peer(), f.metric(), f.unit(), 0);
      String run = runs.merge(kind, 1, Integer::sum).toString();
      lines.add(
          String.join(
              ",", f.suite(), f.scenario(), f.peer(), f.metric(), f.unit(), run, text(f.value())));
    }
    return lines;
  }

  private static String text(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
