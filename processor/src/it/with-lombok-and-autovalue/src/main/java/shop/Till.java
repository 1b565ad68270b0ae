// SPDX-License-Identifier: Apache-2.0
package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** An owner that Lombok changes too, whose bodies use what all three processors make. */
@RequiredArgsConstructor
class Till {
  private final String currency;
  @Getter private long total;

  @Async
  Coroutine<Price> ring(List<Item> items) {
    for (var item : items) {
      total += await(scan(item)).cents();
    }
    return done(Price.of(currency, getTotal()));
  }

  @Async
  private Coroutine<Price> scan(Item item) {
    await(yieldNow());
    var builder = Item.builder().name(item.getName());
    await(yieldNow());
    return done(new AutoValue_Price(currency, builder.cents(item.getCents()).build().getCents()));
  }
}
