// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What the machines of a chain of tail awaits have in common: who awaits them, and, in the end,
 * their outcome. There is one for the whole chain, so that a chain of any length takes constant
 * space even while somebody holds its first coroutine.
 */
final class Tail {
  @Nullable Machine<?> awaiter;
  @Nullable Object outcome;

  /** As {@link Machine#state}: {@link Machine#MOVED} until there is an outcome. */
  int state = Machine.MOVED;

  Tail(@Nullable Machine<?> awaiter) {
    this.awaiter = awaiter;
  }
}
