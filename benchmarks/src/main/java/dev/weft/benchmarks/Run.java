// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures, keeps the figures, and writes the tables and plots that show them. */
public final class Run {
  private Run() {}

  /** {@code benchmarks/run}; the working directory is the root of the repository. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options;
    List<Suite> suites;
    try {
      options = Options.parse(arguments);
      suites = Suites.named(options.suites());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Path target = Path.of("benchmarks/target");
    Documents documents =
        options.quick() ? Documents.trial(target) : Documents.published(Path.of(""));
    if (!options.reportOnly()) {
      for (Suite suite : suites) {
        measure(suite, options, target, documents);
      }
    }
    documents.render();
  }

  /** Whatever a suite has measured is kept, even if it then fails. */
  private static void measure(Suite suite, Options options, Path target, Documents documents)
      throws IOException, InterruptedException {
    Measurement session = new Measurement(options, target);
    try {
      suite.run(session);
    } finally {
      documents.keep(suite.name(), session);
    }
  }
}
