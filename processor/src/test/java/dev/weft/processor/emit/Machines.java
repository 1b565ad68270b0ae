// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Sketch;

/** Machines of hand-drawn graphs. */
final class Machines {
  private Machines() {}

  /** Emits without compiling. */
  static Emitted emitted(Sketch sketch) {
    return Emission.of(Layout.of(sketch.graph()), sketch.types(), sketch.elements());
  }

  /** Emits, and compiles without a warning. */
  static Emitted compiled(Sketch sketch) {
    Emitted emitted = emitted(sketch);
    Compiled.cleanly(sketch.source(), emitted);
    return emitted;
  }

  /** The states, without the indentation that all of them have. */
  static String states(Emitted emitted) {
    String source = emitted.source();
    int start = source.indexOf("case 0: {");
    int end = source.indexOf("default:\n", start);
    String states = source.substring(source.lastIndexOf('\n', start) + 1, end).stripTrailing();
    return states.stripIndent() + "\n";
  }

  /** The members but {@code resume} and what is behind it, without indentation. */
  static String fields(Emitted emitted) {
    String source = emitted.source();
    int start = source.indexOf("  private static final int[]");
    return source.substring(start, source.indexOf("  @Override")).stripTrailing().stripIndent()
        + "\n";
  }
}
