// SPDX-License-Identifier: Apache-2.0
package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.Weft;
import java.util.List;
import org.junit.jupiter.api.Test;

class TillTest {
  private final Item bread = Item.builder().name("bread").cents(340).build();
  private final Item salt = Item.builder().name("salt").cents(60).build();
  private final Till till = Till.builder().currency("EUR").build();

  @Test
  void addsUp() {
    assertEquals(Price.of("EUR", 400), Weft.run(till.ring(List.of(bread, salt))));
    assertEquals(400, till.getTotal());
  }

  @Test
  void printsLines() {
    assertEquals(
        List.of(new Line("bread", 340), new Line("salt", 60), new Line("sum", 400)),
        Weft.run(Till.receipt(till, List.of(bread, salt))));
  }

  /** Lombok's check is a part of the body. */
  @Test
  void refusesNull() {
    assertThrows(NullPointerException.class, () -> Weft.run(till.ring(null)));
  }
}
