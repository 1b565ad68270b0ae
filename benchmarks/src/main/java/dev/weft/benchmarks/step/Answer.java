// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

/** The reply to {@link Ask}. */
public enum Answer {
  /** Ask again. */
  MORE,

  /** End. */
  ENOUGH
}
