// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import io.vertx.core.Vertx;

/** A context of Vert.x, and a task on it. */
final class VertxHello {
  private VertxHello() {}

  public static void main(String[] arguments) {
    Vertx.vertx().runOnContext(nothing -> System.exit(0));
  }
}
