// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import org.junit.jupiter.api.Test;

class HelloTest {
  @Test
  void weftSaysHello() {
    WeftHello.main(new String[0]);
  }

  @Test
  void kotlinSaysHello() {
    KotlinHello.main(new String[0]);
  }
}
