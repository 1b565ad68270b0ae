// SPDX-License-Identifier: Apache-2.0
package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import io.soabase.recordbuilder.core.RecordBuilder;

/** An owner that extends what RecordBuilder writes from it. */
@RecordBuilder
record Stock(String name, int count) implements StockBuilder.With {
  @Async
  Coroutine<Stock> refill(int more) {
    var fuller = withCount(count + more);
    await(yieldNow());
    return done(fuller.with(builder -> builder.name(name + "!")));
  }
}
