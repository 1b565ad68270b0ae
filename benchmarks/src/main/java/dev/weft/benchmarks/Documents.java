// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.benchmarks.report.Page;
import dev.weft.benchmarks.report.Plots;
import dev.weft.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that figures go to: the rows, what is known of the machine, the pages and the plots.
 *
 * @param folder holds the rows, the facts and the plots
 * @param pages the pages that show tables
 */
record Documents(Path folder, List<Path> pages) {
  /** Those of the repository. */
  static Documents published(Path root) {
    return new Documents(
        root.resolve("docs/performance"),
        List.of(root.resolve("docs/performance.md"), root.resolve("README.md")));
  }

  /** Copies of the pages, for figures that mean nothing. */
  static Documents trial(Path target) throws IOException {
    Path folder = Files.createDirectories(target.resolve("quick"));
    try (DirectoryStream<Path> former = Files.newDirectoryStream(folder)) {
      for (Path file : former) {
        Files.delete(file);
      }
    }
    Documents published = published(Path.of(""));
    for (Path page : published.pages) {
      Files.writeString(folder.resolve(page.getFileName()), Files.readString(page));
    }
    return new Documents(
        folder, published.pages.stream().map(page -> folder.resolve(page.getFileName())).toList());
  }

  /** Puts the figures of a session in the place of the older ones of the same suite and peers. */
  void keep(String suite, Measurement session) throws IOException, InterruptedException {
    Results results = results();
    results.drop(figure -> figure.suite().equals(suite) && session.wants(figure.peer()));
    session.figures().forEach(results::add);
    results.write(folder.resolve("results.csv"));
    machine().measured(suite).write(folder.resolve("machine.csv"));
  }

  /** Writes all tables and plots anew. */
  void render() throws IOException {
    Samples samples = new Samples(results().figures());
    for (Path page : pages) {
      Files.writeString(page, rendered(page, samples));
    }
    Plots.write(samples, folder);
  }

  /** What a page should say. */
  String rendered(Path page, Samples samples) throws IOException {
    return Page.render(Files.readString(page), samples, machine().facts());
  }

  Results results() throws IOException {
    return Results.read(folder.resolve("results.csv"));
  }

  private Machine machine() throws IOException {
    return Machine.read(folder.resolve("machine.csv"));
  }
}
