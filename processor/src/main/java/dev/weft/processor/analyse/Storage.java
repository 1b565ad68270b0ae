// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

/** Where a variable lives. */
public enum Storage {
  /** In the machine: it outlives a suspension, or is a parameter, or several methods use it. */
  FIELD,
  /** A local of {@code resume}, declared at its top: several states use it. */
  SHARED,
  /** A local of its state, declared where the user declared it. */
  BLOCK_LOCAL,
  /**
   * A {@code final} local at the top of each method that mentions it, so that {@code case} labels
   * may name it.
   */
  CONSTANT
}
