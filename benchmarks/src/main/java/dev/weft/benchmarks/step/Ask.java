// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import dev.weft.Event;

/** The event of the conversations by hand: it asks whether to go on. There is only one object. */
public record Ask() implements Event<Answer> {
  /** The one. */
  public static final Ask ASK = new Ask();
}
