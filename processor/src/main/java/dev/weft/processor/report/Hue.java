// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

/** A state's colour. Neighbours are far from each other on the wheel, by the golden angle. */
final class Hue {
  private static final double FIRST = 250;
  private static final double GOLDEN_ANGLE = 137.508;

  private Hue() {}

  /** In degrees. */
  static int of(int state) {
    return (int) Math.round((FIRST + state * GOLDEN_ANGLE) % 360) % 360;
  }
}
