// SPDX-License-Identifier: Apache-2.0
package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.weft.Weft;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterTest {
  @Test
  void sells() {
    Order order = Weft.run(Counter.open("EUR"));
    assertEquals("Ada paid 300", order.customer());
    assertEquals(List.of("bread", "salt"), order.items().stream().map(Item::getName).toList());
    assertEquals(2, order.count());
  }

  /** Dagger's scope holds for classes with coroutines too: one shelf for both counters. */
  @Test
  void oneShelfForEachMarket() {
    Market market = DaggerMarket.factory().create("EUR");
    assertNotSame(market.counter(), market.counter());
    assertEquals("Ada paid 100", Weft.run(market.counter().sell("Ada", "bread")).customer());
    assertEquals("Eve paid 200", Weft.run(market.counter().sell("Eve", "salt")).customer());
  }

  @Test
  void refills() {
    assertEquals(new Stock("oil!", 5), Weft.run(new Stock("oil", 2).refill(3)));
  }
}
