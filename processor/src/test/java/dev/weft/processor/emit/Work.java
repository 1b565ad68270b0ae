// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Sketch;

/** A source with a method whose graph is drawn by hand; its lines 5 to 9 say nothing. */
final class Work {
  private static final String SOURCE =
      """
      package p;

      class Work {
        static dev.weft.Coroutine<java.util.function.Supplier<String>> work(String name, int n) {
          use(5);
          use(6);
          use(7);
          use(8);
          return null;
        }

        static dev.weft.Event<String> ask(Object... about) {
          return null;
        }

        static dev.weft.Coroutine<java.util.function.Supplier<String>> other() {
          return null;
        }

        static boolean test(Object about) {
          return true;
        }

        static void use(Object... what) {}

        static void later(Runnable action) {}

        static void mayFail() throws java.io.IOException {}
      }

      class Types {
        String string;
        int integer;
        long number;
        Integer boxed;
        Object object;
        boolean flag;
        int[] ints;
        Work work;
        Runnable runnable;
        Throwable throwable;
        java.io.IOException ioException;
        IllegalStateException illegalState;
      }
      """;

  private Work() {}

  static Sketch sketch() {
    return new Sketch(SOURCE, "p.Work.work");
  }
}
