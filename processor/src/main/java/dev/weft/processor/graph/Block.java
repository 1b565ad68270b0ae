// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A basic block: statements that run in order, and a terminator. A block that is jumped to is a
 * resume state.
 */
public final class Block {
  private final int id;
  private int line;
  private boolean resumed;
  private final @Nullable Region region;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable Terminator terminator;
  private int lastLine;

  Block(int id, int line, @Nullable Region region) {
    this.id = id;
    this.line = line;
    this.region = region;
  }

  /** Its number in the order of creation; emission numbers the states anew. */
  public int id() {
    return id;
  }

  /** The user's line that it starts with; for one that follows an await, the line of the await. */
  public int line() {
    return line;
  }

  /**
   * The user's line that what comes next in it stands for. Behind an await that is the await's,
   * though the statement that goes on may have begun before.
   *
   * @param own the line of what comes next
   * @param isFirst whether it is the first in this block
   */
  public int lineOf(int own, boolean isFirst) {
    return resumed && isFirst ? Math.max(own, line) : own;
  }

  /** The innermost {@code try} around it. */
  public @Nullable Region region() {
    return region;
  }

  public void add(Statement statement) {
    startAt(statement.line());
    statements.add(statement);
  }

  /** Says what comes first in the block, while it is empty: it may have been made before. */
  public void startAt(int first) {
    if (statements.isEmpty() && terminator == null && !resumed && first > 0) {
      line = first;
    }
  }

  public List<Statement> statements() {
    return Collections.unmodifiableList(statements);
  }

  public boolean isTerminated() {
    return terminator != null;
  }

  public Terminator terminator() {
    return Objects.requireNonNull(terminator, "block is not terminated");
  }

  /** The user's line that the terminator stands for; 0 for that of what comes before it. */
  public int lastLine() {
    return lastLine;
  }

  /** The user's line of the {@code break} or {@code continue} that is all there is in it, or 0. */
  public int jumpLine() {
    boolean jumps =
        statements.isEmpty() && terminator instanceof Terminator.Goto go && go.isStatement();
    return jumps ? lastLine : 0;
  }

  public void terminate(Terminator end) {
    terminate(end, 0);
  }

  /**
   * @param last the user's line that {@code end} stands for, where its code does not tell
   */
  public void terminate(Terminator end, int last) {
    if (terminator != null) {
      throw new IllegalStateException("block " + id + " is terminated already");
    }
    startAt(firstLine(end));
    if (end instanceof Terminator.Await await) {
      await.resume().resumed = true;
    }
    terminator = end;
    lastLine = last;
  }

  private static int firstLine(Terminator end) {
    return end.codes()
        .flatMap(Code::stream)
        .mapToInt(piece -> piece instanceof Code.Text text ? text.line() : 0)
        .filter(number -> number > 0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public String toString() {
    return "b" + id;
  }
}
