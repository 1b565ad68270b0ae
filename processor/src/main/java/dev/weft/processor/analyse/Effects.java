// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a block does to variables, and where control goes from it: found once, as the analyses come
 * by each block again and again.
 *
 * @param steps its statements, in order
 * @param ending what its terminator reads
 * @param written all that any part of it may give a value
 * @param handlers what is tried for its exceptions
 * @param successors where its terminator goes
 */
record Effects(
    List<Step> steps,
    BitSet ending,
    BitSet written,
    List<Handler> handlers,
    List<Block> successors) {
  /**
   * One statement.
   *
   * @param assigned the number of the variable that it gives a new value as a whole, or -1
   * @param read what it reads
   * @param exits where it may jump to from its middle
   */
  record Step(int assigned, BitSet read, List<Block> exits) {}

  static Effects of(Block block, VariableTable table) {
    List<Step> steps = new ArrayList<>();
    BitSet written = new BitSet();
    for (Statement statement : block.statements()) {
      var variable = VariableTable.assigned(statement);
      int assigned = variable == null ? -1 : table.number(variable);
      if (assigned >= 0) {
        written.set(assigned);
      }
      steps.add(
          new Step(assigned, touched(statement.codes(), table, written), Flow.exits(statement)));
    }
    return new Effects(
        steps,
        touched(block.terminator().codes(), table, written),
        written,
        Flow.handlers(block),
        Flow.successors(block));
  }

  /** What the codes read; what they write is added to {@code written}. */
  private static BitSet touched(Stream<Code> codes, VariableTable table, BitSet written) {
    BitSet read = new BitSet();
    codes
        .flatMap(VariableTable::uses)
        .forEach(
            use -> {
              int number = table.number(use.variable());
              if (use.access() != Code.Access.WRITE) {
                read.set(number);
              }
              if (use.access() != Code.Access.READ) {
                written.set(number);
              }
            });
    return read;
  }
}
