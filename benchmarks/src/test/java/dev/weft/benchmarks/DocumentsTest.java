// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.benchmarks.report.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the pages are those that the results make: nobody types a figure. */
class DocumentsTest {
  private static final Documents REPOSITORY = Documents.published(Path.of(".."));

  @Test
  void pagesShowWhatWasMeasured() throws Exception {
    Samples samples = new Samples(REPOSITORY.results().figures());
    for (Path page : REPOSITORY.pages()) {
      assertEquals(
          REPOSITORY.rendered(page, samples),
          Files.readString(page),
          page + " is out of date; benchmarks/run --report writes it anew");
    }
  }
}
