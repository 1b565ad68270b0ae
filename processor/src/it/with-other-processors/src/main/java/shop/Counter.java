// SPDX-License-Identifier: Apache-2.0
package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import javax.inject.Inject;
import javax.inject.Provider;

/** Made by Dagger, which writes a factory for it, as for all whose constructor it may inject. */
class Counter {
  private final Provider<Till> tills;

  @Inject Shelf shelf;

  @Inject
  Counter(Provider<Till> tills) {
    this.tills = tills;
  }

  @Async
  Coroutine<Order> sell(String customer, String... names) {
    var order = ImmutableOrder.builder().customer(customer);
    for (String name : names) {
      order.addItems(await(shelf.take(name)));
    }
    var sold = order.build();
    Price price = await(tills.get().ring(sold.items()));
    return done(sold.withCustomer(sold.customer() + " paid " + price.cents()));
  }

  /** A graph of its own, asked before and after awaits. */
  @Async
  static Coroutine<ImmutableOrder> open(String currency) {
    var market = DaggerMarket.factory();
    await(yieldNow());
    Counter counter = market.create(currency).counter();
    var order = ImmutableOrder.copyOf(await(counter.sell("Ada", "bread", "salt")));
    return done(await(DaggerMarket.factory().create("GBP").counter().same(order)));
  }

  @Async
  private <T extends Order> Coroutine<T> same(T order) {
    await(yieldNow());
    return done(order);
  }
}
