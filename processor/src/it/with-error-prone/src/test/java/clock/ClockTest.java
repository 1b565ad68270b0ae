// SPDX-License-Identifier: Apache-2.0
package clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Weft;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
  @Test
  void strikes() {
    assertEquals(List.of("a tick", "a tock", "silence"), Weft.run(new Clock("a ").strike(2)));
  }
}
