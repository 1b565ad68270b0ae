// SPDX-License-Identifier: Apache-2.0
package elsewhere;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import world.World;

/** A superclass in another package, which lets subclasses at its members. */
public class Base {
  protected int count = 10;
  protected static int total = 100;

  protected Base() {}

  protected Base(int count) {
    this.count = count;
  }

  protected int twice(int value) {
    World.log("Base.twice " + value);
    return 2 * value;
  }

  protected static String name() {
    return "Base";
  }

  public String describe() {
    return "Base " + count;
  }

  @Async
  public Coroutine<Integer> weigh(int value) {
    count += Weft.await(World.later("weigh", value));
    return Weft.done(count);
  }
}
