// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuitesTest {
  @Test
  void namesAreUnique() {
    List<String> names = Suites.named(List.of()).stream().map(Suite::name).toList();
    assertEquals(names.size(), Set.copyOf(names).size());
  }

  @Test
  void someAreChosenByName() {
    List<Suite> suites = Suites.named(List.of("startup", "step"));
    assertEquals(List.of("startup", "step"), suites.stream().map(Suite::name).toList());
    assertThrows(IllegalArgumentException.class, () -> Suites.named(List.of("stop")));
  }

  @Test
  void commandLine() {
    Options options = Options.parse("step", "--peers", "weft,kotlin", "--rounds", "7", "--quick");
    assertEquals(new Options(List.of("step"), Set.of("weft", "kotlin"), 7, true, false), options);
    assertThrows(IllegalArgumentException.class, () -> Options.parse("--rounds"));
    assertThrows(IllegalArgumentException.class, () -> Options.parse("--fast"));
  }
}
