// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One machine.
 *
 * @param source the text of its source file
 * @param linkage what the linker is to do once it is compiled
 * @param layout what it was printed from
 * @param states the number of the state that each line of the source belongs to, the first line's
 *     first; -1 for a line that belongs to none
 * @param fields those of its objects, its own only, in the order of their declaration
 */
public record Emitted(
    String source, Linkage linkage, Layout layout, List<Integer> states, List<Field> fields) {
  public Emitted {
    states = List.copyOf(states);
    fields = List.copyOf(fields);
  }

  /** Whether it was too large for one method, and a part of it may still be. */
  public boolean isDivided() {
    return layout.isDivided();
  }

  /**
   * A field of the machine's objects.
   *
   * @param type as an import of all classes would let one write it, such as {@code List<String>}
   * @param variable what it holds; null for what is none of the body's variables, as the instance
   *     whose method this is
   */
  public record Field(String name, String type, @Nullable Variable variable) {}
}
