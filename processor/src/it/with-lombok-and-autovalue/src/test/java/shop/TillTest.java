// SPDX-License-Identifier: Apache-2.0
package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Weft;
import java.util.List;
import org.junit.jupiter.api.Test;

class TillTest {
  @Test
  void addsUp() {
    Item bread = Item.builder().name("bread").cents(340).build();
    Item salt = Item.builder().name("salt").cents(60).build();
    Till till = new Till("EUR");

    assertEquals(Price.of("EUR", 400), Weft.run(till.ring(List.of(bread, salt))));
    assertEquals(400, till.getTotal());
  }
}
