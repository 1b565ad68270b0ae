// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

/** Nothing: what the JVM itself takes. */
final class EmptyHello {
  private EmptyHello() {}

  public static void main(String[] arguments) {}
}
