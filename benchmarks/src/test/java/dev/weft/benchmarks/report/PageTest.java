// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.benchmarks.Figure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String PAGE =
      """
      By hand: %s

      <!-- measured: send-resume -->
      old
      <!-- /measured -->

      The end.
      """;

  private static Figure time(String peer, double value) {
    return new Figure("step", "send-resume", peer, "time", "ns", value);
  }

  @Test
  void onlyWhatLiesBetweenTheMarkersIsWritten() {
    Samples samples =
        new Samples(
            List.of(
                time("kotlin", 3),
                time("weft", 1.5),
                time("hand-written", 0.5),
                time("kotlin", 3.2),
                time("weft", 1.6),
                new Figure("step", "send-resume", "weft", "allocated", "B", 0)));
    assertEquals(
        """
        By hand: %s

        <!-- measured: send-resume -->

        |  | time | min–max | beside Weft | allocated |
        |---|--:|--:|--:|--:|
        | hand-written | 0.50 ns | 0.50–0.50 | 0.32 | – |
        | **Weft** | **1.55 ns** | **1.50–1.60** | **1.00** | **0 B** |
        | Kotlin | 3.10 ns | 3.00–3.20 | 2.00 | – |

        Not measured here: virtual threads.

        <!-- /measured -->

        The end.
        """,
        Page.render(PAGE, samples, Map.of()));
  }

  @Test
  void aPageStaysAsItIsWhenRenderedAgain() {
    Samples none = new Samples(List.of());
    String once = Page.render(PAGE, none, Map.of());
    assertEquals(once, Page.render(once, none, Map.of()));
  }

  @Test
  void anUnknownNameIsAnError() {
    String page = "<!-- measured: nothing -->\n<!-- /measured -->\n";
    Samples none = new Samples(List.of());
    assertThrows(IllegalArgumentException.class, () -> Page.render(page, none, Map.of()));
  }
}
