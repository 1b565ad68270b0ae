// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.4142|ns|1.41 ns",
        "0.54|ns|0.54 ns",
        "45.04|ns|45.0 ns",
        "629.4|ns|629 ns",
        "1240|B|1,240 B",
        "97490|B|97.5 kB",
        "0.4123|s|0.41 s",
        "0|B|0 B",
        "0.00001|B|0 B",
        "9.996|ns|10.0 ns",
        "12345|us|12.3 ms",
      })
  void threeDigitsAtMost(double value, String unit, String text) {
    assertEquals(text, Amount.text(value, unit));
  }

  @Test
  void aRangeHasTheUnitOfItsMedian() {
    assertEquals("9.00–20.0", Amount.range(new Sample(List.of(9e3, 11e3, 20e3), "ns")));
  }

  @Test
  void ratios() {
    assertEquals("0.87", Amount.ratio(0.868));
    assertEquals("12.4", Amount.ratio(12.36));
  }
}
