// SPDX-License-Identifier: Apache-2.0
package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged processor has in it what a report is made of. */
class ReportTest {
  @Test
  void theReportIsWhole() throws Exception {
    Path classes = Path.of(Till.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String page = Files.readString(classes.resolveSibling("weft.html"));
    assertTrue(page.contains("<article id=\"shop."));
    assertTrue(page.contains("Viz.instance()"));
    assertEquals("</html>", page.strip().substring(page.strip().length() - 7));
  }
}
