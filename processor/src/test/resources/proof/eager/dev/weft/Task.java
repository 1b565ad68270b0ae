// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** Only there so that the overloads of {@code await} are those of the real runtime. */
public final class Task<T> {
  private Task() {}
}
