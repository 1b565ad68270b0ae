// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    assertEquals(2.5, new Sample(List.of(4.0, 1.0, 2.0, 3.0), "ns").median());
  }

  @Test
  void roundsAreComparedOneByOne() {
    // The machine was slow in the second round, for both.
    Sample one = new Sample(List.of(10.0, 40.0, 11.0), "ns");
    Sample other = new Sample(List.of(5.0, 20.0, 5.5), "ns");
    assertEquals(2, one.ratio(other));
  }

  @Test
  void withARunMissingMediansAreCompared() {
    Sample one = new Sample(List.of(10.0, 12.0), "ns");
    Sample other = new Sample(List.of(5.5), "ns");
    assertEquals(2, one.ratio(other));
  }

  @Test
  void quartilesLieBetweenTheValues() {
    List<Double> values = List.of(5.0, 1.0, 2.0, 4.0);
    assertEquals(1.75, Sample.quantile(values, 0.25));
    assertEquals(4.25, Sample.quantile(values, 0.75));
    assertEquals(7, Sample.quantile(List.of(7.0), 0.25));
  }

  @Test
  void withARunMissingThereAreNoPairs() {
    Sample one = new Sample(List.of(10.0, 12.0), "ns");
    assertEquals(List.of(), one.ratios(new Sample(List.of(5.5), "ns")));
    assertEquals(List.of(2.0, 3.0), one.ratios(new Sample(List.of(5.0, 4.0), "ns")));
  }
}
