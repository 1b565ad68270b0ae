// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a block ends. */
public sealed interface Terminator {
  /** The blocks that may come next, in the order of their mention. */
  List<Block> successors();

  /** The expressions in it. */
  Stream<Code> codes();

  /**
   * Goes on at {@code target}.
   *
   * @param isStatement whether the user wrote it: a {@code break} or {@code continue}
   */
  record Goto(Block target, boolean isStatement) implements Terminator {
    public Goto(Block target) {
      this(target, false);
    }

    @Override
    public List<Block> successors() {
      return List.of(target);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.empty();
    }
  }

  /** Goes on at one of two blocks. */
  record Branch(Code condition, Block then, Block otherwise) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of(then, otherwise);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(condition);
    }
  }

  /**
   * A switch over {@code selector}, printed as a switch expression whose value is the next state;
   * so javac still demands that it is exhaustive, and an unmatched value still throws what it
   * threw.
   */
  record Select(Code selector, List<Choice> choices) implements Terminator {
    public Select {
      choices = List.copyOf(choices);
    }

    @Override
    public List<Block> successors() {
      return choices.stream().map(Choice::target).distinct().toList();
    }

    @Override
    public Stream<Code> codes() {
      return Stream.concat(
          Stream.of(selector), choices.stream().flatMap(c -> Stream.of(c.label(), c.bindings())));
    }
  }

  /**
   * @param label what stands left of the arrow: {@code case 1, 2}, {@code default}, {@code case
   *     Circle c1 when c1.r() > 0}
   * @param bindings statements that save pattern variables, or empty
   */
  record Choice(Code label, Code bindings, Block target) {}

  /**
   * A suspension point: awaits {@code operand} and goes on at {@code resume}, whose first statement
   * reads the reply.
   *
   * @param emits whether the operand is not awaited but handed out, as a generator does
   */
  record Await(Code operand, Block resume, boolean emits) implements Terminator {
    public Await(Code operand, Block resume) {
      this(operand, resume, false);
    }

    @Override
    public List<Block> successors() {
      return List.of(resume);
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(operand);
    }
  }

  /** Ends the coroutine with a value, or with none. */
  record Return(@Nullable Code value) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }

    @Override
    public Stream<Code> codes() {
      return Stream.ofNullable(value);
    }
  }

  /** A tail await: the outcome of {@code coroutine} is this coroutine's, in constant space. */
  record Tail(Code coroutine) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(coroutine);
    }
  }

  /** Throws; a handler of the block's region may catch. */
  record Throw(Code exception) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }

    @Override
    public Stream<Code> codes() {
      return Stream.of(exception);
    }
  }

  /** The last statement cannot complete normally, so nothing may be printed behind it. */
  record Unreachable() implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }

    @Override
    public Stream<Code> codes() {
      return Stream.empty();
    }
  }
}
