// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of bytes, as objects. Those up to the size of a usual buffer are made once, so that a
 * server which reads and writes all the time allocates nothing for it.
 */
final class Counts {
  private static final int LARGEST = 1 << 14;

  private static final @Nullable Integer[] MADE = new @Nullable Integer[LARGEST + 1];

  private Counts() {}

  /** Any thread may call this: what two make at the same time is equal. */
  static Integer of(int count) {
    if (count < 0 || count > LARGEST) {
      return count;
    }
    Integer made = MADE[count];
    if (made == null) {
      made = count;
      MADE[count] = made;
    }
    return made;
  }
}
