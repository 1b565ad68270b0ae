// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import org.jspecify.annotations.Nullable;

/**
 * Where the next statement goes: the block under construction, and the innermost {@code try} around
 * new blocks.
 */
final class Cursor {
  private final Graph graph;
  private Block current;
  private @Nullable Region region;

  /** The user's line of what is being lowered. */
  private int line;

  /** Whether nothing has been emitted yet of the statement that begins on that line. */
  private boolean begins;

  Cursor(Graph graph, int line) {
    this.graph = graph;
    this.line = line;
    this.current = graph.create(line, null);
    graph.place(current);
  }

  Block current() {
    return current;
  }

  @Nullable Region region() {
    return region;
  }

  /** A statement begins: the first that is emitted of it stands for this line of the user's. */
  void begin(int first) {
    begins = false;
    goOn(first);
    begins = true;
  }

  /** The statement goes on on this line of the user's. */
  void goOn(int next) {
    if (!begins && next > 0) {
      line = next;
      current.startAt(next);
    }
  }

  /** New blocks lie in {@code inner} from now on. */
  void enter(@Nullable Region inner) {
    region = inner;
  }

  /** A block for later, in the present region. */
  Block create(int line) {
    return graph.create(line, region);
  }

  /** Goes on in {@code block}; the current block, if it is still open, runs into it. */
  void start(Block block) {
    end(new Terminator.Goto(block));
    graph.place(block);
    current = block;
  }

  void emit(Statement statement) {
    Statement emitted = begins && line > 0 ? statement.onLine(line) : statement;
    if (!isOpen()) {
      // Code that cannot be reached; analysis drops the block.
      start(create(emitted.line()));
    }
    current.add(emitted);
    begins = false;
    goOn(statement.line());
  }

  /** Ends the current block, unless it has ended already. */
  void end(Terminator terminator) {
    if (isOpen()) {
      current.terminate(terminator, line);
      begins &= terminator instanceof Terminator.Goto;
    }
  }

  void jump(Block target) {
    end(new Terminator.Goto(target));
  }

  /** Whether the end of the current block can be reached so far. */
  boolean isOpen() {
    return !current.isTerminated();
  }
}
