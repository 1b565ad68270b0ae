// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.compile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles the same again and again within one process, as an IDE or a build daemon does. */
final class WarmCompiler {
  private WarmCompiler() {}

  /** {@code <times> <javac's arguments ...>}: prints the median of the last third. */
  public static void main(String[] arguments) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
    double[] times = new double[Integer.parseInt(arguments[0])];
    for (int i = 0; i < times.length; i++) {
      long from = System.nanoTime();
      if (javac.run(null, null, null, options) != 0) {
        throw new IOException("javac has failed");
      }
      times[i] = (System.nanoTime() - from) / 1e6;
    }
    double[] last = Arrays.copyOfRange(times, times.length - (times.length + 2) / 3, times.length);
    Arrays.sort(last);
    System.out.printf(Locale.ROOT, "warm %s ms%n", last[last.length / 2]);
  }
}
