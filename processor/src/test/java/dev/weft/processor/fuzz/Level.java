// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

/** How tightly operators bind (JLS 15, from 15.27 back to 15.8). */
final class Level {
  static final int ASSIGNMENT = 0;
  static final int TERNARY = 1;
  static final int OR = 2;
  static final int AND = 3;
  static final int BIT_OR = 4;
  static final int BIT_XOR = 5;
  static final int BIT_AND = 6;
  static final int EQUALITY = 7;
  static final int RELATION = 8;
  static final int SHIFT = 9;
  static final int SUM = 10;
  static final int PRODUCT = 11;
  static final int UNARY = 12;
  static final int POSTFIX = 13;
  static final int PRIMARY = 14;

  private Level() {}
}
