// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a block. It runs to its end, throws, or leaves by a {@link Code.Jump}; it never
 * suspends.
 */
public sealed interface Statement {
  /** The user's line, from 1. */
  int line();

  /** The same, with another line. */
  Statement onLine(int other);

  /** The expressions in it. */
  Stream<Code> codes();

  /** Blocks that it may jump to from its middle. */
  default List<Block> exits() {
    return codes()
        .flatMap(Code::stream)
        .filter(Code.Jump.class::isInstance)
        .map(piece -> ((Code.Jump) piece).target())
        .distinct()
        .toList();
  }

  /** Whole statements as they are printed, with their semicolon or brace. */
  record Run(Code code, int line) implements Statement {
    @Override
    public Statement onLine(int other) {
      return new Run(code, other);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(code);
    }
  }

  /**
   * The declaration of a variable. Where the variable is a field, or is declared elsewhere, it is
   * printed as an assignment, or not at all if {@code value} is null.
   */
  record Declare(Variable variable, @Nullable Code value, int line) implements Statement {
    @Override
    public Statement onLine(int other) {
      return new Declare(variable, value, other);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.ofNullable(value);
    }
  }

  /** {@code variable = value;}, which ends the life of the old value. */
  record Assign(Variable variable, Code value, int line) implements Statement {
    @Override
    public Statement onLine(int other) {
      return new Assign(variable, value, other);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(value);
    }
  }
}
