// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import java.util.ArrayList;
import java.util.List;

/**
 * States, one behind the other, that become one method of the machine.
 *
 * <p>A body of ordinary size is one part. The JVM takes no method of more than 64 KB, and HotSpot
 * leaves one of more than 8,000 bytes to its interpreter for ever ({@code HugeMethodLimit}), so a
 * larger body is divided.
 */
public record Part(List<State> states) {
  /** What HotSpot still compiles, in bytes, but for an eighth that the estimate may be too low. */
  public static final int LIMIT = 7_000;

  public Part {
    states = List.copyOf(states);
  }

  /** The number of the first state. */
  public int first() {
    return states.get(0).number();
  }

  /** The number behind that of the last state. */
  public int end() {
    return first() + states.size();
  }

  /**
   * Whether these states must not be one method, together with the handlers of their exceptions.
   */
  static boolean areTooMany(List<State> states, int limit) {
    return states.stream().mapToInt(CodeSize::of).sum() + CodeSize.ofHandlers(states) > limit;
  }

  /** Fills one part after the other; a state is never divided. */
  static List<Part> of(List<State> states, int limit) {
    List<Part> parts = new ArrayList<>();
    List<State> open = new ArrayList<>();
    int size = 0;
    for (State state : states) {
      int more = CodeSize.of(state);
      if (!open.isEmpty() && size + more > limit) {
        parts.add(new Part(open));
        open.clear();
        size = 0;
      }
      open.add(state);
      size += more;
    }
    parts.add(new Part(open));
    return parts;
  }
}
