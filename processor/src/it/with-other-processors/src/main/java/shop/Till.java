// SPDX-License-Identifier: Apache-2.0
package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import lombok.Builder;
import lombok.Getter;
import lombok.NonNull;
import lombok.SneakyThrows;
import lombok.extern.slf4j.Slf4j;
import lombok.val;

/** An owner that Lombok changes too, whose bodies use what all the processors make. */
@Slf4j
@Builder(toBuilder = true)
class Till {
  private final String currency;
  @Getter private long total;

  @Async
  Coroutine<Price> ring(@NonNull List<Item> items) {
    log.info("{} items", items.size());
    for (var item : items) {
      val before = getTotal();
      total = before + await(scan(item)).cents();
      log.info("{} after {}", total, before);
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

  /** MapStruct's class and the builders before, across and after awaits. */
  @Async
  @SneakyThrows
  static Coroutine<List<Line>> receipt(Till till, List<Item> items) {
    val lines = new ArrayList<Line>();
    val mapper = new LinesImpl();
    for (val item : items) {
      Line.LineBuilder line = Line.builder().text(mapper.of(item).getText());
      line.cents(await(till.scan(item)).cents());
      lines.add(line.build());
    }
    if (await(till.toBuilder().build().ring(items)) instanceof AutoValue_Price sum) {
      lines.add(new LinesImpl().of(Item.builder().name("sum").cents(sum.cents()).build()));
      return done(lines);
    }
    throw new Exception("not a price");
  }
}
