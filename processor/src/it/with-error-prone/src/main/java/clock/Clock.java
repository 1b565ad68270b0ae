// SPDX-License-Identifier: Apache-2.0
package clock;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;

/** An owner whose machines have fields without a value, jumps, handlers, spilled operands. */
class Clock {
  private final String sound;
  private int struck;

  Clock(String sound) {
    this.sound = sound;
  }

  @Async
  Coroutine<List<String>> strike(int hours) {
    List<String> heard = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      heard.add(sound + await(once(hour)));
    }
    try {
      heard.add(await(once(-1)));
    } catch (IllegalArgumentException e) {
      heard.add(struck > hours ? await(once(hours)) : "silence");
    } finally {
      await(yieldNow());
      struck = 0;
    }
    return done(heard);
  }

  @Async
  private Coroutine<String> once(int hour) {
    if (hour < 0) {
      throw new IllegalArgumentException("hour " + hour);
    }
    await(yieldNow());
    String name =
        await(
            Coroutine.of(
                switch (hour % 2) {
                  case 0 -> "tick";
                  default -> "tock";
                }));
    struck++;
    return done(name);
  }
}
