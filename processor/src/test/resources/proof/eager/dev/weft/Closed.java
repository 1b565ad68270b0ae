// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** As the real one. */
public final class Closed extends Error {
  private static final long serialVersionUID = 1;
}
